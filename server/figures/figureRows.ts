import { GROUP } from '../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { groupName } from '../../data/words/group.ts';
import { pauses } from '../pace.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { ColumnChunk } from '../store/database.ts';
import {
  countNames,
  countQuery,
  type FigureRow,
  type FiguresQuestion,
  figuresQuery,
  isWide,
  namesOfCounts,
} from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { type Counts, figureRow } from './figureRow.ts';
import { figuresOfFew, figuresOfLatest, isAboutFew, isOfLatest } from './placeFigures.ts';

/** About how many rows are yielded at once. */
const rowsAtOnce = 128;

/** Figures of one level in chunks, ordered by area code, month and the order of the measures asked for. */
export async function* figureChunks(
  release: Release,
  question: FiguresQuestion,
): AsyncGenerator<FigureRow[]> {
  if (isAboutFew(release, question)) {
    const read = (asked: FiguresQuestion) => gathered(readFigures(release, asked));
    yield* inChunks(await figuresOfFew(release, question, read));
  } else if (isOfLatest(release, question)) {
    yield* inChunks(await figuresOfLatest(release, question));
  } else {
    yield* readFigures(release, question);
  }
}

function* inChunks(rows: readonly FigureRow[]): Generator<FigureRow[]> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) yield rows.slice(i, i + rowsAtOnce);
}

async function* readFigures(
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
export const allFigures = (release: Release, question: FiguresQuestion): Promise<FigureRow[]> =>
  gathered(figureChunks(release, question));

async function gathered(chunks: AsyncIterable<FigureRow[]>): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  const pause = pauses();
  for await (const some of chunks) {
    for (const row of some) rows.push(row);
    await pause();
  }
  return rows;
}

/** How many figures some questions have, without computing them. */
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

/** For queries whose rows are each one figure. */
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

/** For queries whose rows each have the counts of every measure. */
function rowsOfWide(
  chunk: ColumnChunk,
  question: FiguresQuestion,
  catalogue: Catalogue,
): FigureRow[] {
  const { level, measures } = question;
  const countsAt = measures.map((_, position) => countsIn(chunk, namesOfCounts(position)));
  const figures: FigureRow[] = [];
  for (let row = 0; row < chunk.count; row++) {
    measures.forEach((measure, position) => {
      const counts = countsAt[position]!(row);
      const figure = figureOf(chunk, row, level, measure, counts, catalogue);
      figures.push({ ...figure, area_name: nameIn(figure, question) });
    });
  }
  return figures;
}

/** The name of a place; of a reader's whole group, with how many of its practices the month has, if not all. */
const nameIn = ({ area_name, practices }: FigureRow, { level, group }: FiguresQuestion): string =>
  level === GROUP && group?.members && !group.only
    ? groupName(group.members.length, practices || undefined)
    : area_name;

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
  const place = {
    period: columns.period![row] as string,
    level,
    area_code: columns.area_code![row] as string,
    area_name: columns.area_name![row] as string,
  };
  return figureRow(place, measure, counts, catalogue);
}
