import { type LevelId, levelOf } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { movesSentence } from '../../../data/words/charts.ts';
import { capital, changeUnit, unitTitle } from '../../../data/words/english.ts';
import { movesFinding } from '../../../data/words/findings.ts';
import type { Ask } from '../../ask.ts';
import { choices } from '../choices.ts';
import { filtersOf } from '../filters.ts';
import type { ChartData, ChartQuery, ChartTable, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { rowsHeight } from '../specs/heights.ts';
import {
  type ChartPlace,
  differenceText,
  figureCell,
  howMany,
  inPlaceIn,
  lacking,
  nameCell,
  type PlaceFigure,
} from './chartPlace.ts';
import { type Lookup, lookupNotes, lookupOf } from './lookup.ts';
import { mostNamed } from './places.ts';
import {
  countsBy,
  fetchMore,
  type MoreColumns,
  moreNotes,
  placesGrid,
  totalCell,
  withInterval,
} from './placesGrid.ts';
import { chosenNotes, fetchParent, levelBelow, standingsOf, withinOf } from './within.ts';

/** A figure of a month with its counts. */
type MonthFigure = Pick<PlaceFigure, 'numerator' | 'denominator' | 'value' | 'marker'>;

/** A place in two months. */
export interface ChangePlace extends ChartPlace {
  before: MonthFigure;
  after: MonthFigure;
  /** The later figure minus the earlier; null if one is missing. */
  change: number | null;
  /** Its rank by change, 1 for the largest rise. */
  rank: number | null;
}

export interface ChangeData extends ChartData {
  measure: string;
  /** The same as `to` if there is no earlier month. */
  from: string;
  to: string;
  level: LevelId;
  parent: ChartPlace;
  /** Largest rise first, those without a change last. */
  rows: ChangePlace[];
  /** England's change; null if it has none. */
  england: number | null;
  here: string[];
  lookup: Lookup | null;
  /** The columns of choice of its table. */
  more: MoreColumns;
}

async function load(ask: Ask, query: ChartQuery): Promise<ChangeData> {
  const measure = measureIn(query);
  const { release, boundaries, from, to } = query;
  const parent = await fetchParent(ask, query);
  const level = levelBelow(query, parent);
  const common = { measure: measure.id, from, to, release, boundaries };
  const [{ data, meta: answered }, all] = await Promise.all([
    ask('/changes/places', { ...common, ...withinOf(query), ...filtersOf(query), level }),
    ask('/changes/places', { ...common, level: 'england' }),
  ]);
  const { from: first, to: last, ...meta } = answered;
  return {
    meta,
    query: { ...query, level, from: first ?? undefined, to: last, release: undefined },
    measure: measure.id,
    from: first ?? last,
    to: last,
    level,
    parent,
    rows: data.map((row) => ({
      level: row.level,
      code: row.area_code,
      name: readableName(row.area_name),
      before: monthFigure(row.before_numerator, row.before_denominator, row.before_value),
      after: monthFigure(row.after_numerator, row.after_denominator, row.after_value),
      change: row.change,
      rank: row.rank,
    })),
    england: all.data[0]?.change ?? null,
    here: query.area?.toUpperCase().split(',') ?? [],
    lookup: lookupOf(answered),
    more: await fetchMore(ask, query, {
      chart: choices.change.id,
      level,
      measure,
      period: last,
      places: data.length,
    }),
  };
}

const monthFigure = (
  numerator: number | null,
  denominator: number | null,
  value: number | null,
): MonthFigure => ({ numerator, denominator, value, marker: value === null ? '[x]' : null });

/** Places with a figure in both months. */
export const changedOf = ({ rows }: Pick<ChangeData, 'rows'>) =>
  rows.flatMap(({ change, ...place }) => (change === null ? [] : [{ ...place, change }]));

const movingOf = (data: ChangeData) =>
  changedOf(data).map(({ level, name, before, after }) => ({
    level,
    name,
    first: { period: data.from, value: before.value! },
    last: { period: data.to, value: after.value! },
  }));

function sentence(data: ChangeData): string {
  const changes = changedOf(data).map(({ change, ...place }) => ({ ...place, value: change }));
  if (!changes.length) return lacks(data)!.text;
  const unit = measureOf(data.measure);
  const text = (value: number) => `${differenceText(value, unit.id)} ${changeUnit(unit)}`;
  return [standingsOf(data.here, changes, text), movesSentence(unit, movingOf(data))]
    .filter(Boolean)
    .join(' ');
}

function lacks({ rows, measure, parent, from, to, level }: ChangeData) {
  if (from === to) {
    return { all: true, text: `There is no month before ${formatMonth(to)} to compare with.` };
  }
  const figures = rows.map(({ change }) => ({
    value: change,
    marker: change === null ? '[x]' : null,
  }));
  const what = { measure, place: parent, months: { first: from, last: to }, level };
  const missing = lacking(figures, what);
  if (!missing || missing.all) return missing;
  const without = figures.filter(({ value }) => value === null).length;
  return {
    all: false,
    text: `${howMany(without, level)} without a figure in both months ${without === 1 ? 'is' : 'are'} not drawn.`,
  };
}

const title = ({ measure }: ChangeData): string => measureOf(measure).title;

function subtitle({ rows, level, parent, from, to, measure }: ChangeData): string {
  return `${howMany(rows.length, level)} ${inPlaceIn(to, parent)}, ${formatMonth(from)} and ${formatMonth(to)}. ${unitTitle(measureOf(measure))}`;
}

function table(data: ChangeData): ChartTable {
  const { level, rows, from, to } = data;
  const unit = measureOf(data.measure);
  const numeric = true;
  // Together only those with a figure in both months, so that the change is of the same places.
  const inBoth = (month: 'before' | 'after') =>
    countsBy(rows, (row) => (row.change === null ? null : row[month]));
  const totals = { before: inBoth('before'), after: inBoth('after') };
  const totalOf = (month: 'before' | 'after') => (codes: ReadonlySet<string>) =>
    totalCell(codes, unit, totals[month]);
  const changeCell = (value: number | null) => ({
    text: value === null ? '[x]' : differenceText(value, unit.id),
    value,
  });
  return placesGrid(
    {
      caption: `${title(data)}: ${subtitle(data)}`,
      level,
      measure: unit,
      rows,
      own: [
        {
          column: { title: capital(levelOf(level).one) },
          cell: (place) => nameCell(place, data.lookup),
        },
        {
          column: { title: formatMonth(from), numeric },
          cell: ({ before }) => figureCell(before, unit),
          total: totalOf('before'),
        },
        {
          column: { title: formatMonth(to), numeric },
          cell: ({ after }) => figureCell(after, unit),
          total: totalOf('after'),
        },
        {
          column: { title: `Change, ${changeUnit(unit)}`, numeric },
          cell: ({ change }) => changeCell(change),
          total(codes) {
            const [before, after] = [totalOf('before')(codes).value, totalOf('after')(codes).value];
            return changeCell(
              typeof before === 'number' && typeof after === 'number' ? after - before : null,
            );
          },
        },
        {
          column: { title: 'Place by change', numeric },
          cell: ({ rank }) => ({ text: rank === null ? '[z]' : formatCount(rank), value: rank }),
        },
      ],
      figureOf: ({ level, code, name, after }) =>
        withInterval({ level, code, name, ...after }, unit),
    },
    data.more,
  );
}

/** Places in two months, sorted by their change. */
export const changeKind: DrawnKind<ChangeData> = {
  ...choices.change,
  load,
  title,
  subtitle,
  finding: (data) => movesFinding(measureOf(data.measure), movingOf(data)),
  sentence,
  key: (data) =>
    changedOf(data).length <= mostNamed
      ? [`Hollow dots: ${formatMonth(data.from)}. Solid dots: ${formatMonth(data.to)}.`]
      : [],
  notes: ({ lookup, level, parent, to, more, rows }) => [
    ...chosenNotes(parent, to),
    ...(more.columns.length ? [`Columns of choice are of ${formatMonth(to)}.`] : []),
    ...moreNotes(more, rows.length),
    'Two months show where places stood, not a trend: for what lies between them choose “Trend”.',
    ...lookupNotes(lookup, level),
  ],
  table,
  lacks,
  height(data) {
    const names = changedOf(data).map(({ name }) => name);
    return names.length > mostNamed ? { wide: 380, narrow: 380 } : rowsHeight(names);
  },
  csv: ({ measure, level, from, to, query }) => ({
    path: '/changes/places',
    params: {
      measure,
      level,
      boundaries: query.boundaries,
      from,
      to,
      ...withinOf(query),
      ...filtersOf(query),
    },
  }),
};
