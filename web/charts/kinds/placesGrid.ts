import { ENGLAND, type LevelId, levelOf } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { figureValue } from '../../../data/definitions/units.ts';
import { intervalOf } from '../../../data/statistics/figureInterval.ts';
import { counted, placeText } from '../../../data/words/english.ts';
import type { Ask } from '../../ask.ts';
import { columnsIn } from '../choices.ts';
import type { ChartCell, ChartQuery, ChartTable, TableColumn } from '../kind.ts';
import { rowsOf } from '../rows.ts';
import { fetchBenchmark } from './benchmark.ts';
import { figureCell, type PlaceFigure } from './chartPlace.ts';
import {
  type ColumnsAsked,
  fetchColumns,
  type MoreColumn,
  mostTrends,
  shownColumns,
} from './columns.ts';

/** The columns of choice of a table of places, and what their differences are from. */
export interface MoreColumns {
  columns: MoreColumn[];
  benchmark: PlaceFigure | null;
}

/** The columns that a question chooses for a chart that compares places with nothing by itself: then with England. */
export async function fetchMore(
  ask: Ask,
  query: ChartQuery,
  asked: ColumnsAsked,
): Promise<MoreColumns> {
  const { chart, measure, period } = asked;
  const compares = columnsIn(chart, query).includes('against');
  const [columns, benchmark] = await Promise.all([
    fetchColumns(ask, query, asked),
    compares ? fetchBenchmark(ask, { ...query, against: ENGLAND }, { measure, period }) : null,
  ]);
  return { columns, benchmark: benchmark ?? null };
}

/** Notes on columns of choice: which are left empty, and that differences from an area count the places in it twice. */
export function moreNotes({ columns, benchmark }: MoreColumns, places: number): string[] {
  const has = (wanted: MoreColumn['id']) => columns.some(({ id }) => id === wanted);
  const ofArea = benchmark && benchmark.value !== null && benchmark.level !== 'practice';
  return [
    ...(places > mostTrends && has('trend')
      ? [`The trend is drawn of up to ${formatCount(mostTrends)} places.`]
      : []),
    ...(ofArea && has('against')
      ? [
          `Differences are from ${placeText(benchmark.level, benchmark.name)} as a whole, including any of these places in it.`,
        ]
      : []),
  ];
}

/** A place's figure with its confidence interval, if it has one. */
export function withInterval(
  place: Omit<PlaceFigure, 'lower' | 'upper'>,
  measure: Measure,
): PlaceFigure {
  const interval = intervalOf({ ...place, measure: measure.id }, 0.95);
  return { ...place, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}

/** A column that a chart's table always has. */
export interface OwnColumn<Row> {
  column: TableColumn;
  cell(row: Row): ChartCell;
  /** The cell of several places together; without it that is empty. */
  total?(codes: ReadonlySet<string>): ChartCell;
}

interface PlacesGrid<Row> {
  caption: string;
  level: LevelId;
  measure: Measure;
  rows: readonly Row[];
  /** Rows below those of the places. */
  also?: readonly Row[];
  /** The first is that of the names. */
  own: readonly OwnColumn<Row>[];
  /** The figure of a row's place in the month of the table. */
  figureOf(row: Row): PlaceFigure;
}

const empty: ChartCell = { text: '', value: null };

/** A chart's places as a table: its own columns, then those of choice. */
export function placesGrid<Row extends { code: string }>(
  { caption, level, measure, rows, also = [], own, figureOf }: PlacesGrid<Row>,
  { columns, benchmark }: MoreColumns,
): ChartTable {
  const { one, many } = levelOf(level);
  const ranked = columns.length ? rows.map(figureOf) : [];
  const others = shownColumns(columns, measure, { rows: ranked, benchmark });
  return {
    caption,
    columns: [...own, ...others].map(({ column }) => column),
    rows: rowsOf([...rows, ...also], (row) => {
      const figure = figureOf(row);
      return [...own.map(({ cell }) => cell(row)), ...others.map(({ cell }) => cell(figure))];
    }),
    total: (codes) => [
      { text: `Together (${counted(codes.size, one, many)})`, value: null },
      ...own.slice(1).map(({ total }) => total?.(codes) ?? empty),
      ...others.map(({ figures: added }) =>
        added ? totalCell(codes, added.measure, added.of) : empty,
      ),
    ],
  };
}

type Counts = Pick<PlaceFigure, 'numerator' | 'denominator'>;

/** Counts by code, made when the first is asked for. */
export function countsBy<Row extends { code: string }>(
  rows: readonly Row[],
  countsOf: (row: Row) => Counts | null,
): (code: string) => Counts | undefined {
  let made: Map<string, Counts> | undefined;
  return (code) => {
    made ??= new Map(
      rows.flatMap((row) => {
        const counts = countsOf(row);
        return counts ? [[row.code, counts]] : [];
      }),
    );
    return made.get(code);
  };
}

/** The figure of several places together, from the sums of their counts. */
export function totalCell(
  codes: ReadonlySet<string>,
  measure: Measure,
  countsOf: (code: string) => Counts | undefined,
): ChartCell {
  const known = [...codes].flatMap((code) => {
    const { numerator = null, denominator = null } = countsOf(code) ?? {};
    return numerator === null || denominator === null ? [] : [{ numerator, denominator }];
  });
  const numerator = known.reduce((sum, one) => sum + one.numerator, 0);
  const denominator = known.reduce((sum, one) => sum + one.denominator, 0);
  const value = known.length ? figureValue(measure, numerator, denominator) : null;
  return figureCell({ numerator, denominator, value, marker: '[x]' }, measure);
}
