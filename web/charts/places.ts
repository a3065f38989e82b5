import type { TemplateResult } from 'lit';
import { formatPercent, formatRate } from '../../data/definitions/numbers.ts';
import type { Parts, Place } from '../figures.ts';
import { chart } from './chart.ts';

import { ordered, parseOrdering } from './ordering.ts';
import type { Panel } from './specs/dots.ts';
import { dotsHeight, stripHeight } from './specs/room.ts';

export interface PlacesShown {
  places: readonly Place[];
  benchmark: { name: string; parts: Parts } | null;
  sort: string | undefined;
  /** What the chart shows, for those who do not see it. */
  label: string;
}

const shown = ['offered', 'enabled', 'accessed', 'use'] as const;
type Shown = (typeof shown)[number];

/** Up to so many places have a row each in the chart; more are drawn as a strip. */
const mostRows = 30;

const panelTitles: Record<Shown, string> = {
  offered: 'Could',
  enabled: 'Set up',
  accessed: 'Did in the month',
  use: 'Transactions per 1,000 patients',
};

/** Parts that at least one of the places has a value for. */
const knownParts = (places: readonly Place[]): Shown[] =>
  shown.filter((part) => places.some(({ parts }) => parts[part] && parts[part].value !== null));

/** A practice offers a service or it does not: as a share of its patients that says nothing to draw. */
const isTelling = (places: readonly Place[]) => (part: Shown) =>
  part !== 'offered' || places.some(({ level }) => level !== 'practice');

/** One panel a stage, with the places in their order and the benchmark's value. */
export function panelsOf(
  places: readonly Place[],
  benchmark: PlacesShown['benchmark'],
  known: readonly Shown[],
): Panel[] {
  return known.map((part) => {
    const format = part === 'use' ? formatRate : formatPercent;
    const text = (value: number | null) => (value === null ? '[x]' : format(value));
    const against = benchmark?.parts[part]?.value ?? null;
    return {
      title: panelTitles[part],
      role: part === 'accessed' ? 'used' : 'place',
      top: part === 'offered' ? 100 : undefined,
      unit: part === 'use' ? '' : '%',
      values: places.map(({ name, parts }) => {
        const value = parts[part]?.value ?? null;
        return { name, value, text: text(value) };
      }),
      benchmark:
        benchmark && against !== null
          ? { name: benchmark.name, value: against, text: format(against) }
          : null,
    };
  });
}

/** Places side by side, as one panel a stage, with the benchmark's line. */
export function places(what: PlacesShown): TemplateResult | '' {
  const known = knownParts(what.places);
  const inOrder = ordered(what.places, parseOrdering(what.sort));
  const panels = panelsOf(inOrder, what.benchmark, known.filter(isTelling(what.places)));
  if (!panels.length) return '';
  const rows = inOrder.length <= mostRows;
  const height = rows
    ? dotsHeight(inOrder.length, panels.length)
    : { wide: stripHeight(panels.length), narrow: stripHeight(panels.length) };
  return chart(rows ? 'dots' : 'strip', panels, { ...height, label: what.label });
}
