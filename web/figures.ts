import type { LevelId, PlaceLevel } from '../data/definitions/levels.ts';
import { measureIds, type ServiceChoice } from '../data/definitions/measures.ts';
import { movedMonth } from '../data/definitions/months.ts';
import { readableName } from '../data/definitions/names.ts';
import type { Verdict } from '../data/statistics/verdict.ts';
import type { Figure, Stages } from '../data/words/figure.ts';
import type { JudgedFigure } from '../server/figures/judgement.ts';
import type { FigureRow } from '../server/store/queries/figures.ts';
import type { Ask, Meta } from './ask.ts';
import type { Address } from './page.ts';
import { unknownMonth } from './problem.ts';
import { serviceOf, servicesIn } from './service.ts';

/** The parts of one service's uptake: ids of its measures without the service. */
export const parts = ['offered', 'offered_practices', 'enabled', 'accessed', 'use'] as const;
export type Part = (typeof parts)[number];

export interface ReportedFigure extends Figure {
  practices: number;
  reported: number;
  /** Confidence interval (Wilson) at 95%, in its unit, if it was asked for and exists. */
  interval?: readonly [number, number] | null;
  /** The verdict against the rest of England, if it was asked for. */
  verdict?: Verdict;
}

export type Parts = Partial<Record<Part, ReportedFigure>>;

/** One place in one month. */
export interface Place {
  level: PlaceLevel;
  code: string;
  name: string;
  parts: Parts;
}

/** One place in every month of the release in which it appears. */
export interface Series {
  level: PlaceLevel;
  code: string;
  name: string;
  months: Record<string, Parts>;
}

const measuresOf = (service: ServiceChoice) => measureIds(service, parts).join(',');

const figureOf = (row: FigureRow): ReportedFigure => ({
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  marker: row.marker,
  practices: row.practices,
  reported: row.practices_reported,
});

const withInterval = (row: JudgedFigure): ReportedFigure => ({
  ...figureOf(row),
  interval: row.lower_95 === null || row.upper_95 === null ? null : [row.lower_95, row.upper_95],
});

interface Months {
  meta: Meta;
  periods: string[];
  period: string;
  /** Ids of the measures that at least one month contains. */
  collected: string[];
  /** The services with figures in at least one month. */
  servicesHeld: ServiceChoice[];
  /** The one in the address, or else the first of them. */
  service: ServiceChoice;
}

/** The months of a release, the one in an address and what they contain; throws a 404 for a month it lacks. */
export async function fetchMonths(ask: Ask, address: Address): Promise<Months> {
  const { query } = address;
  const { data, meta } = await ask('/periods', {
    release: query.release,
  });
  const periods = data.map(({ period }) => period);
  const period = query.period && query.period !== 'latest' ? query.period : periods.at(-1)!;
  if (!periods.includes(period)) throw unknownMonth(period, periods);
  const collected = [...new Set(data.flatMap(({ measures }) => measures.split(',')))];
  const servicesHeld = servicesIn(collected);
  const service = serviceOf(address, servicesHeld);
  return { meta, periods, period, collected, servicesHeld, service };
}

/** All months of one service at the places with these codes, in that order; those of `period` with their interval. */
export async function fetchSeries(
  ask: Ask,
  asked: {
    areas: readonly string[];
    group?: string;
    service: ServiceChoice;
    period?: string;
    meta: Meta;
  },
): Promise<Series[]> {
  const { data } = await ask('/figures', {
    measure: measuresOf(asked.service),
    area: asked.areas.join(','),
    group: asked.group,
    from: asked.meta.first_period,
    to: asked.meta.last_period,
    release: asked.meta.release,
  });
  const found = new Map<string, Series>();
  for (const row of data) {
    let series = found.get(row.area_code);
    if (!series) {
      series = { level: row.level, code: row.area_code, name: '', months: {} };
      found.set(row.area_code, series);
    }
    series.name = readableName(row.area_name);
    const month = (series.months[row.period] ??= {});
    const part = row.measure.slice(asked.service.length + 1) as Part;
    month[part] = row.period === asked.period ? withInterval(row) : figureOf(row);
  }
  return asked.areas.flatMap((code) => found.get(code) ?? []);
}

/**
 * One service in one month at every place of a level, within a place or in all of England; the share set up with its
 * verdict.
 */
export async function fetchPlaces(
  ask: Ask,
  asked: { level: LevelId; parent?: string; period: string; service: ServiceChoice; meta: Meta },
): Promise<Place[]> {
  const { level, parent, period, service } = asked;
  const places = { level, parent, period, release: asked.meta.release };
  const [{ data }, { data: compared }] = await Promise.all([
    ask('/figures', { ...places, measure: measuresOf(service) }),
    ask('/comparisons', { ...places, measure: `${service}_enabled`, benchmark: 'england' }),
  ]);
  const found = new Map<string, Place>();
  for (const row of data) {
    if (row.marker === '[z]' || (row.level === 'practice' && row.measure.endsWith('_practices')))
      continue;
    let place = found.get(row.area_code);
    if (!place) {
      const name = readableName(row.area_name);
      place = { level: row.level, code: row.area_code, name, parts: {} };
      found.set(row.area_code, place);
    }
    place.parts[row.measure.slice(service.length + 1) as Part] = withInterval(row);
  }
  for (const { area_code, word } of compared) {
    const { enabled } = found.get(area_code)?.parts ?? {};
    if (enabled) enabled.verdict = word;
  }
  return [...found.values()];
}

/** How many are set up in a month, of how many; null if not known. */
export function countsIn({ enabled }: Parts): { numerator: number; denominator: number } | null {
  const { numerator = null, denominator = null } = enabled ?? {};
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** The three stages of a month's figures, in percent. */
export const stagesOf = (month: Parts | undefined): Stages => ({
  offered: month?.offered?.value ?? null,
  enabled: month?.enabled?.value ?? null,
  accessed: month?.accessed?.value ?? null,
});

/** The month to compare with: the same month a year before or, if there is none, the first one after that. */
export function monthBefore(periods: readonly string[], period: string): string | null {
  const months = [...periods].sort();
  const yearBefore = movedMonth(period, -12);
  const before = months.find((month) => month >= yearBefore);
  return before !== undefined && before < period ? before : null;
}
