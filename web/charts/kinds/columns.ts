import type { LevelId } from '../../../data/definitions/levels.ts';
import { findMeasure, type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth, movedMonth } from '../../../data/definitions/months.ts';
import { bareValue, changeUnit } from '../../../data/words/english.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { columnsIn } from '../choices.ts';
import { filtersOf, isFiltered } from '../filters.ts';
import type { ChartCell, ChartId, ChartQuery, TableColumn } from '../kind.ts';
import { againstTitle } from './benchmark.ts';
import {
  differenceText,
  figureCell,
  numberCell,
  type PlaceFigure,
  placeFigure,
} from './chartPlace.ts';
import { sparkMarkup } from './spark.ts';
import { withinOf } from './within.ts';

type Counts = Pick<PlaceFigure, 'numerator' | 'denominator' | 'value' | 'marker'>;

/** A column of a table besides its figure, with its values by place code. */
export type MoreColumn =
  | { id: 'interval' }
  | { id: 'rank' }
  | { id: 'against' }
  | { id: 'change'; from: string | null; before: Record<string, number | null> }
  | { id: 'trend'; months: string[]; values: Record<string, (number | null)[]> }
  | { id: 'figure'; measure: string; period: string; figures: Record<string, Counts> };

/** Sparklines are drawn for this many places at most. */
export const mostTrends = 500;

/** Whether a column follows from the figures that are shown. */
const ofFigure = (id: string): id is 'interval' | 'rank' | 'against' =>
  id === 'interval' || id === 'rank' || id === 'against';

/** The table whose columns are asked for. */
export interface ColumnsAsked {
  chart: ChartId;
  level: LevelId;
  measure: Measure;
  period: string;
  /** The number of places. */
  places: number;
}

/** The contents of a question's columns; throws a problem of status 400 that names an unknown one. */
export async function fetchColumns(
  ask: Ask,
  query: ChartQuery,
  { chart, level, measure, period, places }: ColumnsAsked,
): Promise<MoreColumn[]> {
  const ids = columnsIn(chart, query);
  const { release, boundaries } = query;
  const within = withinOf(query);
  const needsMonths = ids.some((id) => !ofFigure(id));
  const held = needsMonths ? (await ask('/periods', { release })).data : [];
  const months = held.map((one) => one.period).filter((month) => month <= period);
  const figuresOf = async (of: string, asked: readonly string[]) => {
    const { data } = await ask('/figures', {
      measure: of,
      // England is shown below places within all of England and their practices.
      level: within.parent || isFiltered(query) ? level : `england,${level}`,
      ...within,
      boundaries,
      release,
      // Includes the month shown, because it decides which practices are chosen.
      period: [...new Set([...asked, period])].join(),
      ...filtersOf(query),
    });
    return data.filter((row) => asked.includes(row.period));
  };
  const figureColumn = async (of: string, month: string): Promise<MoreColumn> => ({
    id: 'figure',
    measure: of,
    period: month,
    figures: Object.fromEntries(
      (await figuresOf(of, [month])).map((row) => {
        const { numerator, denominator, value, marker } = placeFigure(row);
        return [row.area_code, { numerator, denominator, value, marker }];
      }),
    ),
  });
  return Promise.all(
    ids.map(async (id): Promise<MoreColumn> => {
      if (ofFigure(id)) return { id };
      if (id === 'change') {
        const yearBefore = movedMonth(period, -12);
        const from = months.find((month) => month >= yearBefore && month < period) ?? null;
        const rows = from ? await figuresOf(measure.id, [from]) : [];
        const before = Object.fromEntries(rows.map((row) => [row.area_code, row.value]));
        return { id, from, before };
      }
      if (id === 'trend') {
        const values: Record<string, (number | null)[]> = {};
        for (const row of places > mostTrends ? [] : await figuresOf(measure.id, months)) {
          values[row.area_code] ??= months.map(() => null);
          values[row.area_code]![months.indexOf(row.period)] = row.value;
        }
        return { id, months, values };
      }
      if (findMeasure(id)) return figureColumn(id, period);
      if (months.includes(id)) return figureColumn(measure.id, id);
      throw new PageProblem(400, `unknown column: ${id}`);
    }),
  );
}

/** A column with each place's cell. */
interface ShownColumn {
  column: TableColumn;
  cell(place: PlaceFigure): ChartCell;
  /** Its figures, if they can be summed. */
  figures?: { measure: Measure; of(code: string): Counts | undefined };
}

const none: ChartCell = { text: '[z]', value: null };

/** The rank of each place by code, 1 for the highest; equal values share the better rank. */
function ranksOf(rows: readonly PlaceFigure[]): Map<string, number> {
  const known = rows.flatMap(({ code, value }) => (value === null ? [] : [{ code, value }]));
  const inOrder = known.toSorted((a, b) => b.value - a.value);
  const ranks = new Map<string, number>();
  for (const [i, { code, value }] of inOrder.entries()) {
    const before = inOrder[i - 1];
    ranks.set(code, before?.value === value ? ranks.get(before.code)! : i + 1);
  }
  return ranks;
}

/** The columns of a table of places. Only shares have an interval. */
export function shownColumns(
  columns: readonly MoreColumn[],
  measure: Measure,
  { rows, benchmark }: { rows: readonly PlaceFigure[]; benchmark: PlaceFigure | null },
): ShownColumn[] {
  const numeric = true;
  return columns.flatMap((column): ShownColumn[] => {
    if (column.id === 'interval') {
      if (measure.form !== 'share') return [];
      return [
        {
          column: { title: '95% confidence interval (Wilson) from', numeric },
          cell: ({ lower }) => numberCell(lower, measure),
        },
        { column: { title: 'to', numeric }, cell: ({ upper }) => numberCell(upper, measure) },
      ];
    }
    if (column.id === 'rank') {
      const ranks = ranksOf(rows);
      return [
        {
          column: { title: 'Place, 1 the highest', numeric },
          cell(place) {
            const rank = ranks.get(place.code);
            if (rank === undefined) return none;
            return { text: String(rank), value: rank };
          },
        },
      ];
    }
    if (column.id === 'against') {
      const level = benchmark?.value ?? null;
      return [
        {
          column: { title: againstTitle(benchmark, measure), numeric },
          cell({ value }) {
            if (value === null || level === null) return none;
            return { text: differenceText(value - level, measure.id), value: value - level };
          },
        },
      ];
    }
    if (column.id === 'change') {
      const { from, before } = column;
      const since = from ? `Change since ${formatMonth(from)}` : 'Change';
      return [
        {
          column: { title: `${since}, ${changeUnit(measure)}`, numeric },
          cell({ code, value }) {
            const former = before[code] ?? null;
            if (value === null || former === null) return none;
            return { text: differenceText(value - former, measure.id), value: value - former };
          },
        },
      ];
    }
    if (column.id === 'trend') {
      return [
        {
          column: { title: 'Trend' },
          cell({ code }) {
            const spark = column.values[code] ?? [];
            const known = spark.filter((value) => value !== null);
            const [first, last] = [known[0], known.at(-1)];
            if (first === undefined || last === undefined || known.length < 2) return none;
            const text = `${bareValue(first, measure)} to ${bareValue(last, measure)}`;
            return { text, value: text, spark: sparkMarkup(spark) };
          },
        },
      ];
    }
    const { period, figures } = column;
    const of = measureOf(column.measure);
    return [
      {
        column: { title: of.id === measure.id ? formatMonth(period) : of.title, numeric },
        cell: ({ code }) => figureCell(figures[code], of),
        figures: { measure: of, of: (code) => figures[code] },
      },
    ];
  });
}
