import {
  GROUP,
  levelBelow,
  levelIds,
  levelOf,
  type PlaceLevel,
} from '../../data/definitions/levels.ts';
import { type Measure, measures } from '../../data/definitions/measures.ts';
import { asParent, type Catalogue, collectedIn } from '../catalogue.ts';
import { type Column, type Question, table } from '../endpoint.ts';
import { badParameter } from '../errors.ts';
import { figureChunks } from '../figureRows.ts';
import { type JudgedFigure, judge } from '../judgement.ts';
import { notACursor } from '../paging.ts';
import type { Filters } from '../parameters.ts';
import type { AreaRow } from '../queries/areas.ts';
import type { FigureRow, FiguresQuestion } from '../queries/figures.ts';
import {
  comparisonValues,
  countColumns,
  coverageColumns,
  limitColumns,
  measureColumns,
  placeColumns,
} from './columns.ts';

const names = [
  'measure',
  'level',
  'area',
  'parent',
  'boundaries',
  'period',
  'from',
  'to',
  'limit',
  'cursor',
] as const;
type Name = (typeof names)[number];

interface Judged {
  chunks: AsyncIterable<JudgedFigure[]>;
  next: () => string | null;
}

/** The columns of a figure, in every format. */
export const figureColumns: readonly Column[] = [
  ...placeColumns,
  ...measureColumns,
  ...countColumns,
  ...coverageColumns,
  ...limitColumns('natural variation'),
  {
    name: 'vs_england',
    type: 'string',
    enum: comparisonValues,
    description:
      "The figure beside England's of the same month: higher or lower where its natural variation at 95% lies wholly beyond it.",
  },
];

export const figures = table({
  path: '/figures',
  summary: 'Figures of any measure, place and month',
  description:
    'Each figure with its numerator, denominator, value, and how many practices are in the extract and reported. Ordered by level, area code, month and measure. Where figures rest on the practice lookup (PCNs, STPs, `boundaries=lookup`), `meta` names its day and how many practices and patients of each month it places.',
  parameters: names,
  columns: figureColumns,
  example: 'measure=records_offered,records_enabled&level=region&period=latest',
  rows: judgedFigures,
});

/** Figures with their intervals and comparison, in the order and steps of the endpoint `/figures`. */
export function judgedFigures({ release, filters }: Question<Name>): Judged {
  const { catalogue } = release;
  const periods = periodsOf(filters, catalogue);
  const asked = filters.measure ?? measuresIn(catalogue, periods);
  const wanted = [...measures.filter((measure) => asked.includes(measure))];
  const questions = levelsOf(filters).flatMap((level) =>
    steps(
      {
        level,
        measures: wanted,
        periods,
        areas: filters.area?.filter((area) => area.level === level).map((area) => area.area_code),
        parent: filters.parent && asParent(filters.parent),
        group: groupOf(filters.area),
      },
      catalogue,
    ),
  );
  const after = filters.cursor === undefined ? null : parseCursor(filters.cursor);
  const limit = filters.limit ?? Number.POSITIVE_INFINITY;
  let next: string | null = null;

  const judged = (rows: FigureRow[]) =>
    rows.map((row) => judge(row, catalogue.england(row.period, row.measure)));

  async function* chunks(): AsyncGenerator<JudgedFigure[]> {
    let left = limit;
    let last: FigureRow | undefined;
    for (const question of questions) {
      if (after && !reaches(question, after)) continue;
      for await (let rows of figureChunks(release, question)) {
        if (after) rows = rows.filter((row) => comesAfter(row, after));
        if (rows.length > left) {
          const taken = rows.slice(0, left);
          yield judged(taken);
          next = cursorOf(taken.at(-1) ?? last!);
          return;
        }
        if (rows.length) {
          left -= rows.length;
          last = rows.at(-1);
          yield judged(rows);
        }
      }
    }
  }
  return { chunks: chunks(), next: () => next };
}

/** A reader's own group among the areas asked for, or undefined. */
export function groupOf(areas: readonly AreaRow[] | undefined) {
  const group = areas?.find(({ level }) => level === GROUP);
  return group && { ...asParent(group), name: group.area_name };
}

/** Months of a question: those named, a range, or the latest. Throws where they contradict each other. */
export function periodsOf(
  { period, from, to }: Filters<'period' | 'from' | 'to'>,
  { periods }: Catalogue,
): string[] {
  if (period && (from || to)) {
    const other = from ? 'from' : 'to';
    throw badParameter(other, (from ?? to)!, `${other} cannot be combined with period`);
  }
  if (period) return [...new Set(period)].sort();
  const all = periods.map((row) => row.period);
  if (!from && !to) return [all.at(-1)!];
  if (from && to && from > to) throw badParameter('from', from, `from is later than to: ${from}`);
  const range = all.filter((one) => (!from || one >= from) && (!to || one <= to));
  if (!range.length) {
    const [name, value] = from && from > all.at(-1)! ? ['from', from] : ['to', to!];
    throw badParameter(
      name!,
      value!,
      `no month of this release is in the range: ${value} (it has ${all[0]} to ${all.at(-1)})`,
    );
  }
  return range;
}

/** All measures that at least one of the months holds, in their declared order. */
export function measuresIn(catalogue: Catalogue, periods: readonly string[]): Measure[] {
  const collected = collectedIn(catalogue, periods);
  return measures.filter(({ id }) => collected.has(id));
}

const placeLevels: readonly PlaceLevel[] = [...levelIds, GROUP];

/** Levels of a question: those named, else those of its areas, the one below its parent, or England. */
export function levelsOf({
  level,
  area,
  parent,
  boundaries = 'published',
}: Filters<'level' | 'area' | 'parent' | 'boundaries'>): PlaceLevel[] {
  if (level) {
    for (const one of area ?? []) checkLevel(one, level);
    if (parent && boundaries === 'published') checkWithin(parent, level);
    return levelIds.filter((id) => level.includes(id));
  }
  if (area) return placeLevels.filter((id) => area.some((one) => one.level === id));
  if (parent) {
    if (parent.level === 'group') return ['practice'];
    const below = levelBelow[boundaries][parent.level];
    if (!below) {
      throw badParameter(
        'parent',
        parent.area_code,
        `nothing lies within a practice: ${parent.area_code}`,
      );
    }
    return [below];
  }
  return ['england'];
}

function checkLevel({ area_code, level }: AreaRow, asked: readonly PlaceLevel[]): void {
  if (!asked.includes(level)) {
    throw badParameter(
      'area',
      area_code,
      `${area_code} is a ${level}, not a ${asked.join(' or ')}`,
    );
  }
}

/** What is published each month lies in no area of the practice lookup, save the practices themselves. */
function checkWithin({ area_code, level }: AreaRow, asked: readonly PlaceLevel[]): void {
  if (level === 'group' || levelOf(level).toldBy === 'extracts') return;
  const stray = asked.find(
    (one) => one !== 'group' && one !== 'practice' && levelOf(one).toldBy === 'extracts',
  );
  if (!stray) return;
  throw badParameter(
    'level',
    stray,
    `a ${stray} as published lies in no ${level} of the practice lookup (add boundaries=lookup): ${area_code}`,
  );
}

const rowsAtOnce = 150_000;

/** A question cut by code into steps of bounded size, so that answers of any length need little memory. */
function steps(question: FiguresQuestion, { codesByLevel }: Catalogue): FiguresQuestion[] {
  if (question.level === 'group') return [question];
  const codes = [...(question.areas ?? codesByLevel[question.level])].sort();
  const perCode = question.measures.length * question.periods.length;
  const size = Math.max(50, Math.floor(rowsAtOnce / Math.max(1, perCode)));
  if (codes.length <= size) return [question];
  const found: FiguresQuestion[] = [];
  for (let i = 0; i < codes.length; i += size) {
    const part = codes.slice(i, i + size);
    found.push({
      ...question,
      areas: question.areas && part,
      between: [part[0]!, part.at(-1)!],
    });
  }
  return found;
}

type Place = [level: number, code: string, period: string, measure: number];

const measureIds = measures.map(({ id }) => id);
const placeOf = (row: FigureRow): Place => [
  placeLevels.indexOf(row.level),
  row.area_code,
  row.period,
  measureIds.indexOf(row.measure),
];

const cursorOf = (row: FigureRow): string =>
  Buffer.from(JSON.stringify(placeOf(row))).toString('base64url');

function parseCursor(cursor: string): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Place;
    const types = place.map((part) => typeof part).join();
    if (types === 'number,string,string,number') return place;
  } catch {}
  throw notACursor(cursor);
}

function comesAfter(row: FigureRow, after: Place): boolean {
  const place = placeOf(row);
  const i = place.findIndex((part, at) => part !== after[at]);
  return i >= 0 && place[i]! > after[i]!;
}

function reaches(question: FiguresQuestion, [level, code]: Place): boolean {
  const at = placeLevels.indexOf(question.level);
  const lastCode = question.between?.[1];
  return at > level || (at === level && (lastCode === undefined || lastCode >= code));
}
