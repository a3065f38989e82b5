import { html } from 'lit';
import { ENGLAND, type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { placeFinding } from '../../server/headlines.ts';
import type { AreaRow } from '../../server/queries/areas.ts';
import { comparisonSentence, thousandSentence } from '../../server/words.ts';
import { months } from '../charts/months.ts';
import { stages } from '../charts/stages.ts';
import {
  fetchMonths,
  fetchPlaces,
  fetchSeries,
  monthBefore,
  type Place,
  type Series,
  serviceOf,
  stagesOf,
} from '../figures.ts';
import type { Address, Ask, Crumb, Meta, Page } from '../page.ts';
import { PageProblem } from '../problem.ts';
import { choosing } from './choosing.ts';
import { placeHeading } from './placeHeading.ts';
import { extractLevels, placeLink, within, withinLevel } from './within.ts';

interface Area {
  meta: Meta;
  service: Service;
  periods: string[];
  period: string;
  level: LevelId;
  code: string;
  name: string;
  /** The area, then those around it, nearest first, England last. */
  series: Series[];
  withinLevel: LevelId;
  places: Place[];
}

const levelsWithin = (level: LevelId): LevelId[] =>
  extractLevels
    .slice(extractLevels.indexOf(level) + 1)
    .filter((id) => level !== 'england' || id !== 'practice');

async function load(ask: Ask, address: Address): Promise<Area> {
  const service = serviceOf(address);
  const code = address.params.code!.toUpperCase();
  const [{ data }, { meta, periods: all, ...asked }] = await Promise.all([
    ask<AreaRow[]>('/areas', { area: code, release: address.query.release }).catch(notAPlace(code)),
    fetchMonths(ask, address),
  ]);
  const area = data[0];
  if (!area || area.level === 'practice' || area.level === 'group')
    throw new PageProblem(404, `no such area: ${code}`);
  const periods = all.filter((one) => one >= area.first_period && one <= area.last_period);
  const period = address.query.period ? asked.period : periods.at(-1)!;
  const levels = levelsWithin(area.level);
  const level = withinLevel(address, levels);
  const around = [area.ccg_code, area.subregion_code, area.region_code, ENGLAND];
  const areas = [code, ...around.filter((one): one is string => one !== null && one !== code)];
  const [series, places] = await Promise.all([
    fetchSeries(ask, { areas: [...new Set(areas)], service, meta }),
    fetchPlaces(ask, { level, parent: code, period, service, meta }),
  ]);
  const name = readableName(area.area_name);
  return {
    meta,
    service,
    periods,
    period,
    level: area.level,
    code,
    name,
    series,
    withinLevel: level,
    places,
  };
}

/** An unknown code in the address of a page is a page that does not exist, whatever the API calls it. */
const notAPlace = (code: string) => (error: { status?: number; message?: string }) => {
  if (error.status === 400 || error.status === 404) {
    throw new PageProblem(404, error.message ?? `no such place: ${code}`);
  }
  throw error;
};

const here = ({ series, code, period }: Area) =>
  series.find((one) => one.code === code)?.months[period] ?? {};
const england = ({ series, period }: Area) =>
  series.find((one) => one.code === ENGLAND)?.months[period] ?? {};

const finding = (data: Area): string =>
  placeFinding(data.service, stagesOf(here(data)), stagesOf(england(data)), data.period);

function view(data: Area, address: Address) {
  const { service, periods, period, code, name } = data;
  const [own, ...around] = data.series;
  const where = `in ${name}`;
  const kind = levelOf(data.level).one;
  const before = own && monthBefore(own, period);
  return html`
    ${choosing(address, service, periods, period)}
    <p class="kicker">${kind.charAt(0).toUpperCase() + kind.slice(1)} ${code}, ${formatMonth(period)}</p>
    ${placeHeading(name, finding(data))}
    ${stages({
      service,
      period,
      now: here(data),
      before: before ? { period: before, parts: own!.months[before]! } : null,
      where,
      definitions: address.link('/about'),
      england: england(data),
    })}
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">How it got there</h2>
      <p class="section__lead">${besideSentence(data)}</p>
      ${months({
        service,
        places: own ? [own, ...around] : [],
        csv: address.api('/figures', {
          area: code,
          from: data.meta.first_period,
          to: data.meta.last_period,
          format: 'csv',
        }),
      })}
    </section>
    <section class="section" aria-labelledby="places">
      <h2 class="section__title" id="places">Where it differs</h2>
      ${within(address, {
        service,
        period,
        level: data.withinLevel,
        levels: levelsWithin(data.level),
        where,
        parent: code,
        places: data.places,
        benchmark: { name: 'England', parts: england(data) },
      })}
    </section>
  `;
}

function besideSentence(data: Area): string {
  const [own, all] = [stagesOf(here(data)), stagesOf(england(data))];
  const { does } = serviceWords[data.service];
  if (own.enabled === null || all.enabled === null) return `Patients who could ${does}, by month.`;
  return `Patients set up to ${does}, ${formatMonth(data.period)}. ${comparisonSentence(own.enabled, all.enabled, 'in England')}`;
}

function crumbs({ series, code }: Area, address: Address): Crumb[] {
  return series
    .filter((one) => one.code !== code)
    .reverse()
    .map((one) => ({ text: one.name, href: placeLink(address, one.level, one.code) }));
}

/** A region, subregion or CCG: the same as England's page, beside England, with the places in it. */
export const areaPage: Page<Area> = {
  pattern: '/areas/:code',
  load,
  meta: ({ meta }) => meta,
  title: (data) => `${data.name}: ${finding(data)}, ${formatMonth(data.period)}`,
  description: (data) =>
    `${thousandSentence(data.service, stagesOf(here(data)), `in ${data.name}`)} ${formatMonth(data.period)}.`,
  crumbs,
  view,
};
