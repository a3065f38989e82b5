import { ENGLAND, GROUP, type LevelId, levelOf } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { capital, unitTitle, valueText } from '../../../data/words/english.ts';
import { placesFinding } from '../../../data/words/findings.ts';
import { rangeSentence } from '../../../data/words/ranges.ts';
import type { Ask } from '../../ask.ts';
import { choices } from '../choices.ts';
import { filtersOf, isFiltered } from '../filters.ts';
import type { ChartData, ChartQuery, ChartTable, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { rowsHeight } from '../specs/heights.ts';
import { mostVaried, seenFrom } from '../specs/room.ts';
import { benchmarkOf, fetchBenchmark } from './benchmark.ts';
import {
  type ChartPlace,
  england,
  figureCell,
  howMany,
  inPlaceIn,
  lacking,
  nameCell,
  type PlaceFigure,
  periodOf,
  placeFigure,
} from './chartPlace.ts';
import { fetchColumns, type MoreColumn } from './columns.ts';
import { type Lookup, lookupNotes, lookupOf, lookupSentence } from './lookup.ts';
import { countsBy, type MoreColumns, moreNotes, placesGrid, totalCell } from './placesGrid.ts';
import { chosenNotes, fetchParent, levelBelow, standingsOf, withinOf } from './within.ts';

export interface PlacesData extends ChartData {
  measure: string;
  period: string;
  level: LevelId;
  parent: ChartPlace;
  /** Highest first, those without a value last. */
  rows: PlaceFigure[];
  /** England's figure of the month. */
  england: PlaceFigure | null;
  /** The figure of the place chosen for comparison instead of England. */
  against?: PlaceFigure;
  /** Codes of the places looked at. */
  here: string[];
  /** The practice lookup that says which practices make up the places, if one does. */
  lookup: Lookup | null;
  /** The columns of its table besides the figure. */
  columns: MoreColumn[];
}

/** The figures of a measure at the places of a level, with England's, for kinds that compare places. */
export async function loadPlaces(ask: Ask, query: ChartQuery): Promise<PlacesData> {
  const measure = measureIn(query);
  const { release, period, boundaries } = query;
  const parent = await fetchParent(ask, query);
  const level = levelBelow(query, parent);
  const common = { measure: measure.id, period, release, boundaries };
  const [{ data, meta }, all, against] = await Promise.all([
    ask('/figures', { ...common, ...withinOf(query), ...filtersOf(query), level }),
    ask('/figures', { ...common, level: 'england' }),
    fetchBenchmark(ask, query, { measure, period }),
  ]);
  const rows = data.map(placeFigure).filter(({ marker }) => marker !== '[z]');
  const shown = periodOf(query, meta);
  const columns = await fetchColumns(ask, query, {
    chart: choices.places.id,
    level,
    measure,
    period: shown,
    places: rows.length,
  });
  return {
    meta,
    query: { ...query, level, period: shown, release: undefined },
    measure: measure.id,
    period: shown,
    level,
    parent,
    rows: rows.sort(highestFirst),
    england: all.data[0] ? placeFigure(all.data[0]) : null,
    ...(against && { against }),
    here: query.area?.toUpperCase().split(',') ?? [],
    lookup: lookupOf(meta),
    columns,
  };
}

const highestFirst = (a: PlaceFigure, b: PlaceFigure): number =>
  (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.name.localeCompare(b.name, 'en');

/** What the places are compared with, if it has a figure. */
const comparedWith = (data: PlacesData) => {
  const benchmark = benchmarkOf(data);
  return benchmark && benchmark.value !== null ? { ...benchmark, value: benchmark.value } : null;
};

const knownOf = ({ rows }: PlacesData) =>
  rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));

/** How the places of a chart differ, as its title. */
export function findPlaces(data: PlacesData): string | null {
  const measure = measureOf(data.measure);
  const isPart = data.parent.only && data.level !== 'practice';
  return placesFinding(
    isPart ? { ...measure, short: `${measure.short} at chosen practices` } : measure,
    knownOf(data),
    { period: data.period, benchmark: comparedWith(data) },
  );
}

/** The ranks of the places looked at, then how the places of a chart differ. */
export function placesSentence(data: PlacesData): string {
  const { measure, parent, period, here } = data;
  const known = knownOf(data);
  if (!known.length) return placesLack(data)!.text;
  const unit = measureOf(measure);
  const range = rangeSentence(unit, known, {
    period,
    where: inPlaceIn(period, parent),
    benchmark: comparedWith(data),
  });
  const standings = standingsOf(here, known, (value) => valueText(value, unit));
  return [standings, range, lookupSentence(data.lookup)].filter(Boolean).join(' ');
}

/** What is missing from the places of a chart. */
export const placesLack = ({ rows, measure, parent, period, level }: PlacesData) =>
  lacking(rows, { measure, place: parent, months: { first: period, last: period }, level });

const moreOf = (data: PlacesData): MoreColumns => ({
  columns: data.columns,
  benchmark: benchmarkOf(data),
});

/** The places of a chart as a table, with England last. */
export function placesTable(data: PlacesData, title: string): ChartTable {
  const { measure, level, rows, parent, period, england: whole } = data;
  const unit = measureOf(measure);
  const countsOf = countsBy(rows, (row) => row);
  return placesGrid(
    {
      caption: `${title}: ${howMany(rows.length, level)} ${inPlaceIn(period, parent)}, ${formatMonth(period)}`,
      level,
      measure: unit,
      rows,
      also: whole ? [whole] : [],
      own: [
        {
          column: { title: capital(levelOf(level).one) },
          cell: (row) => nameCell(row, data.lookup),
        },
        {
          column: { title: unitTitle(unit), numeric: true },
          cell: (row) => figureCell(row, unit),
          total: (codes) => totalCell(codes, unit, countsOf),
        },
      ],
      figureOf: (row) => row,
    },
    moreOf(data),
  );
}

const title = ({ measure }: PlacesData): string => measureOf(measure).title;

/** Places and their month as a subtitle. */
export function placesSubtitle({
  rows,
  level,
  parent,
  period,
  measure,
  lookup,
}: PlacesData): string {
  const unit = unitTitle(measureOf(measure));
  const year = lookup?.date.slice(0, 4) ?? '';
  const boundaries = period.startsWith(year) ? '' : ` of ${year}`;
  return `${howMany(rows.length, level)}${boundaries} ${inPlaceIn(period, parent)}, ${formatMonth(period)}. ${unit}`;
}

/** Whether intervals are drawn and at least one is wider than its dot. */
function variationIsSeen({ rows, measure }: PlacesData): boolean {
  if (measureOf(measure).form !== 'share' || rows.length > mostVaried) return false;
  const highest = Math.max(...rows.map(({ value, upper }) => upper ?? value ?? 0));
  return rows.some(({ lower, upper }) => (upper ?? 0) - (lower ?? 0) > seenFrom * highest);
}

/** Up to this many places have a row each; more are drawn as a curve. */
export const mostNamed = 42;

/**
 * The levels of a chart's CSV. It includes England if the chart does: for places within all of England and their
 * practices.
 */
export const levelsOfCsv = (level: LevelId, query: ChartQuery): string =>
  withinOf(query).parent || isFiltered(query) ? level : `england,${level}`;

/** Notes on the places of a chart. */
export const placesNotes = (data: PlacesData): string[] => [
  ...chosenNotes(data.parent, data.period, [benchmarkOf(data)?.name ?? england.name]),
  ...moreNotes(moreOf(data), data.rows.length),
  ...lookupNotes(data.lookup, data.level),
];

/** The question whose CSV has the places of a chart. */
export function placesCsv(data: PlacesData) {
  const { measure, level, period, query } = data;
  const params = {
    measure,
    level: levelsOfCsv(level, query),
    boundaries: query.boundaries,
    period,
    ...withinOf(query),
    ...filtersOf(query),
  };
  if (!data.columns.some(({ id }) => id === 'against')) return { path: '/figures', params };
  const against = query.against ?? ENGLAND;
  const { group } = against === GROUP ? query : params;
  return { path: '/differences', params: { ...params, group, against } };
}

/** Places in order of their figures, each with its confidence interval, with England for comparison. */
export const placesKind: DrawnKind<PlacesData> = {
  ...choices.places,
  load: loadPlaces,
  title,
  subtitle: placesSubtitle,
  finding: findPlaces,
  sentence: placesSentence,
  key: (data) => [
    ...(variationIsSeen(data)
      ? [
          'Thin lines: the 95% confidence interval (Wilson), the least uncertainty that counting so few people leaves.',
        ]
      : []),
    ...(comparedWith(data)
      ? []
      : [`${benchmarkOf(data)?.name ?? 'England'} has no figure for this month.`]),
  ],
  notes: placesNotes,
  table: (data) => placesTable(data, title(data)),
  lacks: placesLack,
  height({ rows }) {
    const known = rows.filter(({ value }) => value !== null);
    if (known.length > mostNamed) return { wide: 380, narrow: 380 };
    return rowsHeight(known.map(({ name }) => name));
  },
  csv: placesCsv,
};
