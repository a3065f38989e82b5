import type { Marker } from '../../data/definitions/markers.ts';
import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { pauses } from '../pace.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { ColumnChunk } from '../store/database.ts';
import {
  countNames,
  countQuery,
  type FigureRow,
  type FiguresQuestion,
  figuresQuery,
  namesOfCounts,
} from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';

/** What a measure counts in a place and month. */
export type Counts = Pick<FigureRow, (typeof countNames)[number]>;

/** About so many rows are handed on at once. */
const rowsAtOnce = 128;

/** Figures of one level as they come, ordered by area code, month and the order of the measures asked for. */
export async function* figureChunks(
  { database, catalogue }: Release,
  question: FiguresQuestion,
): AsyncGenerator<FigureRow[]> {
  const wide = isWide(question);
  const most = wide ? Math.ceil(rowsAtOnce / question.measures.length) : rowsAtOnce;
  const rowsOf = wide ? rowsOfWide : rowsOfLong;
  for await (const chunk of database.columnChunks(figuresQuery(question), most)) {
    yield rowsOf(chunk, question, catalogue);
  }
}

/** All figures of one level, in the same order. */
export async function allFigures(
  release: Release,
  question: FiguresQuestion,
): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  const pause = pauses();
  for await (const some of figureChunks(release, question)) {
    for (const row of some) rows.push(row);
    await pause();
  }
  return rows;
}

/** How many figures some questions have, without working them out. */
export async function countFigures(
  { database }: Release,
  questions: readonly FiguresQuestion[],
): Promise<number> {
  let figures = 0;
  for (const question of questions) {
    const rows = (await database.first<{ rows: number }>(countQuery(question)))!.rows;
    figures += rows * (isWide(question) ? question.measures.length : 1);
  }
  return figures;
}

/** Whether a row of what is asked of the database holds the counts of every measure. */
const isWide = ({ level }: FiguresQuestion): boolean => level === 'practice' || level === 'group';

/** A row of the answer is a figure. */
function rowsOfLong(
  chunk: ColumnChunk,
  { level }: FiguresQuestion,
  catalogue: Catalogue,
): FigureRow[] {
  const countsAt = countsIn(chunk, countNames);
  const measures = chunk.columns.measure as string[];
  return Array.from({ length: chunk.count }, (_, row) =>
    figureOf(chunk, row, level, measureOf(measures[row]!), countsAt(row), catalogue),
  );
}

/** A row of the answer holds the counts of every measure. */
function rowsOfWide(
  chunk: ColumnChunk,
  { level, measures }: FiguresQuestion,
  catalogue: Catalogue,
): FigureRow[] {
  const countsAt = measures.map((_, position) => countsIn(chunk, namesOfCounts(position)));
  const figures: FigureRow[] = [];
  for (let row = 0; row < chunk.count; row++) {
    measures.forEach((measure, position) => {
      figures.push(figureOf(chunk, row, level, measure, countsAt[position]!(row), catalogue));
    });
  }
  return figures;
}

function countsIn({ columns }: ColumnChunk, names: readonly string[]): (row: number) => Counts {
  const [numerators, denominators, practices, reported] = names.map((name) => columns[name]!) as [
    (number | null)[],
    (number | null)[],
    number[],
    number[],
  ];
  return (row) => ({
    numerator: numerators[row]!,
    denominator: denominators[row]!,
    practices: practices[row]!,
    practices_reported: reported[row]!,
  });
}

function figureOf(
  { columns }: ColumnChunk,
  row: number,
  level: FigureRow['level'],
  measure: Measure,
  counts: Counts,
  catalogue: Catalogue,
): FigureRow {
  const period = columns.period![row] as string;
  // Written out, because objects spread from others are slow by the ten thousand.
  return {
    period,
    level,
    area_code: columns.area_code![row] as string,
    area_name: columns.area_name![row] as string,
    measure: measure.id,
    unit: measure.unit,
    numerator: counts.numerator,
    denominator: counts.denominator,
    value: figureValue(measure, counts.numerator, counts.denominator),
    marker: markerOf(counts, measure, period, catalogue),
    practices: counts.practices,
    practices_reported: counts.practices_reported,
  };
}

/**
 * Why counts have no value: `[x]` where no practice of the place reported, `[z]` where no extract of the month
 * holds the measure for anybody; null where they have one.
 */
export function markerOf(
  { denominator, practices, practices_reported }: Counts,
  { id }: Measure,
  period: string,
  { collected }: Catalogue,
): Marker | null {
  if (practices === 0 && !collected.get(period)?.has(id)) return '[z]';
  return practices_reported === 0 || denominator === 0 ? '[x]' : null;
}
