import { filterIds } from '../../../data/definitions/filterIds.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { countFigures, figureChunks } from '../../figures/figureRows.ts';
import { type JudgedFigure, judge } from '../../figures/judgement.ts';
import { figureKey, type Revised, revisedIn } from '../../figures/revisions.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import type { FigureRow, FiguresQuestion } from '../../store/queries/figures.ts';
import type { Column } from '../../table.ts';
import { choiceOf } from '../chosenPractices.ts';
import { type Question, table } from '../endpoint.ts';
import { notACursor } from '../paging.ts';
import { placeLevels, placesOf } from '../places.ts';
import { askedMeasures, periodsOf } from '../scope.ts';
import { figuresAsked } from '../size.ts';
import { type Since, sinceAsked } from '../updatedAfter.ts';
import {
  comparisonValues,
  countColumns,
  coverageColumns,
  measureColumns,
  placeColumns,
  revisedColumns,
  wilsonLimits,
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
type Name = (typeof names)[number] | (typeof filterIds)[number];

interface Judged {
  chunks: AsyncIterable<JudgedFigure[]>;
  next: () => string | null;
  /** Only if a page is asked for. */
  total?: () => Promise<number> | undefined;
}

/** The columns of a figure in every format. */
const figureColumns: readonly Column[] = [
  ...placeColumns,
  ...measureColumns,
  ...countColumns,
  ...coverageColumns,
  ...wilsonLimits,
  {
    name: 'vs_england',
    type: 'string',
    enum: comparisonValues,
    description:
      "Where the figure's 95% confidence interval (Wilson) is against England's value of the same month: higher or lower where it is wholly beyond it. It says how few people are counted, not what is unusual: for a verdict ask `/comparisons`. England itself is not compared.",
  },
  {
    name: 'per_working_day',
    type: 'number',
    nullable: true,
    missing: '[z]',
    description:
      'Of transactions: the value divided by the working days of its month (Monday to Friday without the bank holidays of England), because practices are closed on the others.',
  },
  ...revisedColumns('the release before this one (`/revisions` says why)'),
];

export const figures = table({
  path: '/figures',
  summary: 'Figures of any measure, place and month',
  description:
    'Each figure with its numerator, denominator, value, and how many practices are in the extract and reported. Ordered by level, area code, month and measure. Of chosen practices (`supplier`, `size`, `fifth`, `status`, `switched`, `reported`) figures of areas are added up anew, and areas without any have no row. Where figures rest on the practice lookup (PCNs, STPs, `boundaries=lookup`), `meta` names its day and how many practices and patients of each month it places.',
  parameters: [...names, ...filterIds, 'updatedAfter'],
  columns: figureColumns,
  example: 'measure=records_offered,records_enabled&level=region&period=latest',
  most: figuresAsked,
  rows: async (question) => judgedFigures(question, await sinceAsked(question)),
});

/**
 * Figures with their intervals and comparison, in the order and steps of the endpoint `/figures`; with `since`, only
 * those that are new or changed.
 */
export function judgedFigures({ release, filters }: Question<Name>, since?: Since): Judged {
  const { catalogue } = release;
  const periods = periodsOf(filters, catalogue);
  const asked = askedMeasures(filters.measure, catalogue, periods);
  const only = choiceOf(filters, release, { measures: asked, periods });
  const whole = placesOf(filters, only).map((places) => ({ ...places, measures: asked, periods }));
  const questions = whole.flatMap((question) => steps(question, catalogue));
  const after = filters.cursor === undefined ? null : parseCursor(filters.cursor);
  const limit = filters.limit ?? Number.POSITIVE_INFINITY;
  let next: string | null = null;

  const judged = (rows: FigureRow[], revised: Revised) =>
    rows.map((row) =>
      judge(
        row,
        catalogue.england(row.period, row.measure),
        revised.size ? revised.get(figureKey(row)) : undefined,
      ),
    );

  async function* chunks(): AsyncGenerator<JudgedFigure[]> {
    let left = limit;
    let last: FigureRow | undefined;
    for (const question of questions) {
      if (after && !reaches(question, after)) continue;
      const revised = await revisedIn(release, question);
      const updated = since && (await since(question));
      for await (let rows of figureChunks(release, question)) {
        if (after) rows = rows.filter((row) => comesAfter(row, after));
        if (updated) rows = rows.filter(updated);
        if (rows.length > left) {
          const taken = rows.slice(0, left);
          yield judged(taken, revised);
          next = cursorOf(taken.at(-1) ?? last!);
          return;
        }
        if (rows.length) {
          left -= rows.length;
          last = rows.at(-1);
          yield judged(rows, revised);
        }
      }
    }
  }
  const isPage = filters.limit !== undefined || filters.cursor !== undefined;
  return {
    chunks: chunks(),
    next: () => next,
    ...(isPage && { total: since ? () => undefined : () => countFigures(release, whole) }),
  };
}

const rowsAtOnce = 40_000;
/** More practices than a region has: those of one area are read in one step. */
const mostWithin = 2500;

/** Splits a question by code into steps of bounded size, so that answers of any length need little memory. */
function steps(question: FiguresQuestion, { codesByLevel }: Catalogue): FiguresQuestion[] {
  if (question.level === 'group') return [question];
  const codes = question.areas ? [...question.areas].sort() : codesByLevel[question.level];
  const perCode = question.measures.length * question.periods.length;
  const size = Math.max(1, Math.floor(rowsAtOnce / Math.max(1, perCode)));
  const isWithin = question.parent !== undefined && question.parent.level !== 'england';
  if (Math.min(codes.length, isWithin ? mostWithin : codes.length) <= size) return [question];
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
