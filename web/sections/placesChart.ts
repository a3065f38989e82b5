import { html, type TemplateResult } from 'lit';
import { ENGLAND, type LevelId } from '../../data/definitions/levels.ts';
import { measureOf, type Service } from '../../data/definitions/measures.ts';
import type { Meta } from '../ask.ts';
import { chartFigure } from '../charts/figure.ts';
import { type PlacesData, placesFit, placesKind } from '../charts/kinds/places.ts';
import { england as allEngland, reportedFigure } from '../charts/kinds/reading.ts';
import { parseOrdering } from '../charts/ordering.ts';
import type { Part, Parts, Place } from '../figures.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { keptCodes } from './arranging.ts';

export interface PlacesChartShown {
  service: Service;
  period: string;
  level: LevelId;
  parent: { level: LevelId; code: string; name: string };
  places: readonly Place[];
  england: Parts;
  meta: Meta;
}

/** Places beside England in the part that their table is in order of, those that are kept in view marked out. */
export function placesChart(address: Address, shown: PlacesChartShown): TemplateResult | '' {
  const part = partShown(address, shown);
  if (!part) return '';
  const data = dataOf(part, address, shown);
  return html`${chartFigure(placesKind, data, address, 'places-chart', {
    linkTo: (level, code) => placeLink(address, level, code),
  })}
  ${
    data.level === 'practice'
      ? ''
      : html`<p class="on">
          <a href=${address.link('/explore', { ...data.query, chart: 'map' })}>See them on a map</a>
        </p>`
  }`;
}

function partShown({ query }: Address, { service, level, places }: PlacesChartShown) {
  const { by } = parseOrdering(query.sort);
  const parts: readonly Part[] = ['enabled', 'accessed', 'use', 'offered'];
  const known = parts.filter(
    (part) =>
      placesFit(measureOf(`${service}_${part}`), level) === null &&
      places.some(({ parts }) => parts[part]?.value != null),
  );
  return known.find((part) => part === by) ?? known[0];
}

function dataOf(part: Part, address: Address, shown: PlacesChartShown): PlacesData {
  const { service, period, level, parent, places, england, meta } = shown;
  const measure = `${service}_${part}`;
  const here = keptCodes(address.query);
  const rows = places.flatMap((place) => {
    const figure = place.parts[part];
    return figure ? [reportedFigure(place, figure)] : [];
  });
  const all = england[part];
  return {
    meta,
    query: {
      measure,
      level,
      parent: parent.code === ENGLAND ? undefined : parent.code,
      period,
      area: here.join(',') || undefined,
    },
    measure,
    period,
    level,
    parent,
    rows: rows.sort(
      (a, b) =>
        (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.name.localeCompare(b.name, 'en'),
    ),
    england: all ? reportedFigure(allEngland, all) : null,
    here,
    lookup: null,
  };
}
