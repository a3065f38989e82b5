import { type AnnotationKind, supplierChangeTold } from '../../../data/definitions/annotations.ts';
import { workingDays } from '../../../data/definitions/bankHolidays.ts';
import { GROUP } from '../../../data/definitions/levels.ts';
import {
  type Measure,
  measureIds,
  measureOf,
  type Stage,
} from '../../../data/definitions/measures.ts';
import { formatMonth, monthsBetween } from '../../../data/definitions/months.ts';
import type { JudgedFigure } from '../../../server/figures/judgement.ts';
import type { DecilesRow } from '../../apiTypes.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { viewIn } from '../choices.ts';
import { type FilterQuery, filtersOf, unfiltered } from '../filters.ts';
import type { ChartData, ChartQuery } from '../kind.ts';
import { monthsChoice } from '../monthsChoice.ts';
import { measureIn, serviceIn } from '../question.ts';
import {
  type ChartPlace,
  england,
  fetchChartPlaces,
  type PlaceFigure,
  placeFigure,
} from './chartPlace.ts';
import { type Lookup, lookupOf } from './lookup.ts';
import { narrowed } from './within.ts';

export type MonthFigure = Pick<
  PlaceFigure,
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'marker'
  | 'lower'
  | 'upper'
  | 'practices'
  | 'reported'
  | 'revised'
>;

export interface MonthLine {
  place: ChartPlace;
  measure: string;
  /** Its name at its end and over its column. */
  name: string;
  /** The line looked at, or one it is compared with. */
  main: boolean;
  months: Record<string, MonthFigure>;
}

/** The first and last months of a line that have a value. */
export function endsOf({ months }: MonthLine) {
  const known = Object.keys(months)
    .filter((period) => months[period]!.value !== null)
    .sort();
  return known.length ? { first: known[0]!, last: known.at(-1)! } : null;
}

const deciles = ['p10', 'p20', 'p30', 'p40', 'p50', 'p60', 'p70', 'p80', 'p90'] as const;

/** Deciles of England's practices in a month, in the unit. */
export type MonthBand = { period: string } & Record<(typeof deciles)[number], number>;

const hasPractices = (row: DecilesRow): row is DecilesRow & MonthBand => row.p50 !== null;

/** An event in a month shown, numbered in the picture. */
export interface MonthEvent {
  period: string;
  number: number;
  title: string;
}

/** A figure stated in public at the time. */
export interface SaidFigure {
  period: string;
  measure: string;
  /** Null if only a count was stated. */
  value: number | null;
  said: string;
  source: string;
}

export interface MonthsData extends ChartData {
  /** Whether the lines are the stages of a service, on one scale to 100%. */
  stages: boolean;
  /** Whether all numbers are per working day of their month. */
  perDay: boolean;
  months: string[];
  lines: MonthLine[];
  bands: MonthBand[];
  events: MonthEvent[];
  said: SaidFigure[];
  /** Remarks that concern all months shown. */
  remarks: string[];
  /** The practice lookup that defines the places, if one does. */
  lookup: Lookup | null;
}

const stages: readonly Stage[] = ['offered', 'enabled', 'accessed'];
const stageNames: Partial<Record<Stage, string>> = {
  offered: 'offered',
  enabled: 'set up',
  accessed: 'did',
};

/**
 * The lines of a place by month, with their background; throws problems of status 400. Where a question chooses
 * practices, areas are narrowed to them, but not what they are compared with.
 */
export async function loadMonths(ask: Ask, asked: ChartQuery): Promise<MonthsData> {
  const codes = (asked.area ?? (asked.group ? GROUP : england.code)).split(',');
  if (codes.length > monthsChoice.most) throw tooMany(codes, monthsChoice.most);
  const known = await fetchChartPlaces(ask, codes.join(','), asked);
  const query = known.some(({ level }) => level !== 'practice')
    ? asked
    : { ...asked, ...unfiltered };
  const measure = query.measure ? measureIn(query) : null;
  const service = measure ? null : serviceIn(query);
  if (!measure && query.view) throw new PageProblem(400, `stages have no view: ${query.view}`);
  const perDay = measure !== null && viewIn('months', query.view, measure) === 'working_days';
  const ids = measure ? [measure.id] : measureIds(service!, stages);
  if (!measure && codes.length > 1) throw tooMany(codes, 1);
  const { release, group, boundaries } = query;
  const [main, ...rest] = await Promise.all(known.map((place) => narrowed(place, query)));
  if (!main) throw new PageProblem(400, `unknown area: ${codes[0]}`);
  const beside = await comparedWith(ask, [main, ...rest], { measure, query });
  const places: ChartPlace[] = [main, ...rest, ...beside];
  const { from, to, meta } = await range(ask, query);
  const inRange = { from, to, release };
  const level = main.level === 'group' ? undefined : main.level;
  const banded = measure && !measure.allOrNone;
  const figuresOf = async (some: readonly ChartPlace[], filters: FilterQuery) =>
    some.length
      ? ask('/figures', {
          measure: ids.join(','),
          area: some.map(({ code }) => code).join(','),
          group,
          boundaries,
          ...filters,
          ...inRange,
        })
      : null;
  const [narrow, whole, bands, events, said] = await Promise.all([
    figuresOf(
      places.filter(({ only }) => only),
      filtersOf(query),
    ),
    figuresOf(
      places.filter(({ only }) => !only),
      {},
    ),
    banded ? ask('/deciles', { measure: measure.id, ...inRange }) : null,
    ask('/annotations', {
      measure: ids.join(','),
      level,
      area: main.code,
      group,
      boundaries,
      from,
      to,
      release,
    }),
    main.level === 'england' && !main.only
      ? ask('/published-figures', { measure: ids.join(','), ...inRange })
      : null,
  ]);
  const lines = places.flatMap((place) =>
    ids.map((id) =>
      lineOf((place.only ? narrow : whole)?.data ?? [], place, id, {
        main: place === main,
        several: places.length > 1,
        perDay,
      }),
    ),
  );
  const dated = eventsIn(events.data, from);
  return {
    meta,
    query: { ...query, from, to, release: undefined },
    stages: !measure,
    perDay,
    months: monthsBetween(from, to),
    lines: lines.filter(({ months }, i) => i === 0 || (measure ? true : isCollected(months))),
    bands: (bands?.data ?? [])
      .filter(hasPractices)
      .map((band) => (perDay ? bandOfDay(band) : band)),
    events: dated.events,
    // Figures stated at the time are for whole months.
    said: perDay ? [] : (said?.data ?? []),
    remarks: dated.remarks,
    lookup: lookupOf((narrow ?? whole)!.meta),
  };
}

/** A figure per working day of its month. */
const ofDay = (row: JudgedFigure): JudgedFigure => ({ ...row, value: row.per_working_day });

function bandOfDay(band: MonthBand): MonthBand {
  const days = workingDays(band.period);
  return { ...band, ...Object.fromEntries(deciles.map((one) => [one, band[one] / days])) };
}

const tooMany = (codes: readonly string[], most: number): PageProblem =>
  new PageProblem(400, `too many areas: ${codes.length} (at most ${most})`);

const isCollected = (months: MonthLine['months']): boolean =>
  Object.values(months).some(({ marker }) => marker !== '[z]');

async function range(ask: Ask, { from, to, release }: ChartQuery) {
  const { data, meta } = await ask('/periods', { release });
  const all = data.map(({ period }) => period);
  const within = all.filter((one) => (!from || one >= from) && (!to || one <= to));
  if (!within.length) {
    throw new PageProblem(
      400,
      `no month of this release is in the range: ${from ?? ''} to ${to ?? ''}`,
    );
  }
  return { from: within[0]!, to: within.at(-1)!, meta };
}

/**
 * What places are compared with: the place chosen for it; otherwise a single practice with its CCG and England, and a
 * single area, or chosen practices of England, with England.
 */
async function comparedWith(
  ask: Ask,
  [main, ...rest]: readonly [ChartPlace & { around: string[] }, ...ChartPlace[]],
  { measure, query }: { measure: Measure | null; query: ChartQuery },
): Promise<ChartPlace[]> {
  if (!measure) return [];
  if (query.against) {
    const chosen = await fetchChartPlaces(ask, query.against, query);
    return chosen.filter(
      ({ code }) => ![main, ...rest].some((place) => place.code === code && !place.only),
    );
  }
  if (rest.length || (main.level === 'england' && !main.only)) return [];
  const ccg = main.level === 'practice' ? main.around[0] : undefined;
  return ccg ? [...(await fetchChartPlaces(ask, ccg, query)), england] : [england];
}

function lineOf(
  rows: readonly JudgedFigure[],
  place: ChartPlace,
  measure: string,
  { main, several, perDay }: { main: boolean; several: boolean; perDay: boolean },
): MonthLine {
  const months: MonthLine['months'] = {};
  for (const row of rows) {
    if (row.area_code !== place.code || row.measure !== measure) continue;
    const { level: _, code: __, name: ___, ...figure } = placeFigure(perDay ? ofDay(row) : row);
    months[row.period] = figure;
  }
  const { level, code, name, held, only } = place;
  const stage = measureOf(measure).stage;
  return {
    place: { level, code, name, held, ...(only && { only }) },
    measure,
    name: several ? lineName(place) : (stageNames[stage] ?? ''),
    main,
    months,
  };
}

/** A place's name, and for chosen practices of England another than for England beside them. */
const lineName = ({ level, name, only }: ChartPlace): string =>
  only && level === 'england' ? 'Practices chosen' : name;

interface EventRow {
  kind: AnnotationKind;
  period_from: string | null;
  period_to: string | null;
  title: string;
}

/** More changes of supplier than this become one remark, because as marks they would hide the line. */
const mostSupplierMarks = 3;

function eventsIn(all: readonly EventRow[], first: string) {
  const moves = all.filter(({ kind }) => kind === 'supplier');
  const many = moves.length > mostSupplierMarks;
  const rows = many ? all.filter((row) => !moves.includes(row)) : all;
  const dated = rows.filter(({ period_from: from }) => from !== null && from >= first);
  const events = dated.map(({ period_from, title }, i) => ({
    period: period_from!,
    number: i + 1,
    title,
  }));
  const remarks = rows
    .filter((row) => !dated.includes(row))
    .map(
      ({ title, period_to: to }) => `${to ? `Until ${formatMonth(to)}` : 'Throughout'}: ${title}.`,
    );
  if (many)
    remarks.push(
      `In ${moves.length} of these months practices with ${supplierChangeTold}% or more of the patients changed supplier.`,
    );
  return { events, remarks };
}
