import { measureOf } from '../../../data/definitions/measures.ts';
import {
  type Causes,
  reasons,
  reasonsOf,
  revisionSentence,
  revisionsSentence,
  type SideCounts,
} from '../../../data/words/revisions.ts';
import { badParameter } from '../../errors.ts';
import {
  countRevisions,
  type Pair,
  pairOf,
  revisionsOf,
  revisionTotals,
  valueAt,
} from '../../figures/revisions.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import {
  type RevisionChange,
  type RevisionRow,
  type RevisionsQuestion,
  revisionChanges,
} from '../../store/queries/revisions.ts';
import type { Release } from '../../store/releases.ts';
import { type Column, sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import {
  count,
  latestPlaceColumns,
  levelColumn,
  measureColumn,
  measureColumns,
  number,
  sentenceField,
} from './columns.ts';
import { releaseAgainst } from './continuity.ts';

const names = [
  'against',
  'measure',
  'level',
  'area',
  'parent',
  'period',
  'from',
  'to',
  'change',
] as const;
type Name = (typeof names)[number];

const integer = (name: string, description: string): Column => ({
  name,
  type: 'integer',
  description,
});

/** A column for each of the two releases. */
const both = (name: string, make: typeof integer, description: string): Column[] => [
  make(`${name}_before`, `${description} in the earlier release.`),
  make(`${name}_after`, `${description} in the later release.`),
];

const pairFields = [
  {
    name: 'before',
    type: 'string',
    nullable: true,
    description: 'The earlier of the two releases; none where there is nothing to compare with.',
  },
  { name: 'after', type: 'string', nullable: true, description: 'The later of the two.' },
] as const;

export const revisions = table({
  path: '/revisions',
  summary: 'Every figure that differs between two releases, practices included',
  description:
    'Figures of the months that both of two releases have and that differ between them: before, after and why, at every level, in the order of `/figures`. All shared months without `period`, `from` and `to`. Which of the two is before follows from when they were made, not from which of them is asked. `/revisions/totals` has the numbers of figures, which add up to those of both releases. Always on the boundaries published, for two releases need not have the same practice lookup.',
  parameters: names,
  columns: [
    ...latestPlaceColumns,
    ...measureColumns,
    {
      name: 'change',
      type: 'string',
      enum: revisionChanges,
      description:
        'What differs: the value, only the counts or the coverage behind the same value, or that the place has the figure in the later release alone (`new`) or in the earlier alone (`gone`).',
    },
    ...both('numerator', count, 'Numerator'),
    ...both('denominator', count, 'Denominator'),
    ...both('value', number, 'Value at full precision, in the unit,'),
    number('difference', 'What the value rose by, in the unit.'),
    ...both('practices', integer, 'Practices in the extract'),
    ...both('practices_reported', integer, 'Practices that reported it'),
    {
      name: 'why',
      type: 'string',
      description: `All reasons, separated by commas: ${reasons.join(', ')}. \`restated\` is a practice of which another number is published, \`boundary\` one that is in another area, and \`rule\` that the software counts otherwise, for nothing changed of any practice.`,
    },
    integer('practices_restated', 'Practices in it of which another number is published.'),
    integer('practices_new', 'Practices in it that the earlier release has not in the month.'),
    integer('practices_gone', 'Practices in it that the later release has no more in the month.'),
    integer(
      'practices_moved',
      'Practices that came to it or left it for another area of its level.',
    ),
    { name: 'sentence', type: 'string', description: 'The same in plain English.' },
  ],
  meta: [
    ...pairFields,
    integer('revised', 'How many of the figures asked for have another value.'),
    integer('recounted', 'How many have other counts behind the same value.'),
    integer('new', 'How many only the later release has.'),
    integer('gone', 'How many only the earlier release has.'),
    sentenceField,
  ],
  groups: false,
  ofOthers: true,
  example: 'level=england&change=value',
  atOnce: 10_000,
  async rows(question) {
    const pair = await pairAsked(question);
    if (!pair) return { chunks: sliced([]), meta: nothing(question.release) };
    const asked = questionOf(question, pair);
    const figures = await countRevisions(pair, asked);
    const ids = idsOf(pair);
    const { value, counts, new: came, gone } = figures;
    return {
      chunks: rowsOf(pair, asked),
      total: () => figures.all,
      meta: {
        ...ids,
        ...{ revised: value, recounted: counts, new: came, gone },
        sentence: revisionsSentence(figures, ids),
      },
    };
  },
});

export const revisionTotalList = table({
  path: '/revisions/totals',
  summary: 'How many figures two releases have, and how many of them differ',
  description:
    'By level, measure and month, of all months of both releases: `figures_before` = `unchanged` + `revised` + `recounted` + `gone`, and `figures_after` = `unchanged` + `revised` + `recounted` + `new`. Always on the boundaries published, as in `/revisions`.',
  parameters: ['against', 'measure', 'level', 'period', 'from', 'to'],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    levelColumn('Level of the places.'),
    measureColumn,
    integer('figures_before', 'Figures in the earlier release.'),
    integer('figures_after', 'Figures in the later release.'),
    integer('unchanged', 'Figures that are the same in both.'),
    integer('revised', 'Figures that have another value.'),
    integer('recounted', 'Figures that have other counts behind the same value.'),
    integer('new', 'Figures that only the later release has.'),
    integer('gone', 'Figures that only the earlier release has.'),
  ],
  meta: pairFields,
  ofOthers: true,
  example: 'level=england,practice',
  async rows(question) {
    const pair = await pairAsked(question);
    if (!pair) return { chunks: sliced([]), meta: { before: null, after: null } };
    return { chunks: totalsOf(pair, questionOf(question, pair)), meta: idsOf(pair) };
  },
});

type Asked = Question<Name>;

async function pairAsked(question: Asked): Promise<Pair | null> {
  const against = await releaseAgainst(question);
  return against && pairOf(question.release, against);
}

const idsOf = ({ before, after }: Pair) => ({ before: before.id, after: after.id });

const nothing = ({ id }: Release) => ({
  before: null,
  after: null,
  ...{ revised: 0, recounted: 0, new: 0, gone: 0 },
  sentence: `There is no release before ${id} to compare it with.`,
});

/** The question for a pair. Places within an area are those within it in either release. */
function questionOf({ filters }: Asked, pair: Pair): RevisionsQuestion {
  const { level, area, parent, measure, change } = filters;
  const inParent = parent && parent.level !== 'england' && placesIn(parent, pair);
  const ofAreas = area?.map(({ area_code }) => area_code);
  const areas =
    ofAreas && inParent
      ? ofAreas.filter((code) => inParent.includes(code))
      : (ofAreas ?? (inParent || undefined));
  return {
    levels: level,
    areas,
    measures: measure,
    periods: periodsAsked(filters, pair),
    changes: change,
  };
}

const placesIn = ({ area_code }: AreaRow, { before, after }: Pair): string[] => [
  ...new Set(
    [before, after].flatMap(({ catalogue }) =>
      catalogue.placesWithin(area_code).map((place) => place.area_code),
    ),
  ),
];

/** The months asked for that either release has; undefined for all. */
function periodsAsked({ period, from, to }: Asked['filters'], pair: Pair): string[] | undefined {
  if (period && (from || to)) {
    const other = from ? 'from' : 'to';
    throw badParameter(other, (from ?? to)!, `${other} cannot be combined with period`);
  }
  if (period) return [...period];
  if (!from && !to) return undefined;
  if (from && to && from > to) throw badParameter('from', from, `from is later than to: ${from}`);
  const all = [pair.before, pair.after].flatMap(({ catalogue }) =>
    catalogue.periods.map((one) => one.period),
  );
  return [...new Set(all)].filter((one) => (!from || one >= from) && (!to || one <= to));
}

async function* rowsOf(pair: Pair, question: RevisionsQuestion): AsyncGenerator<object[]> {
  for await (const rows of revisionsOf(pair, question)) {
    for (const few of sliced(rows)) yield few.map((row) => rowOf(row, pair.after.id));
  }
}

function rowOf(row: RevisionRow, release: string): object {
  const { change, practices_restated, practices_new, practices_gone, practices_moved } = row;
  const causes: Causes = {
    restated: practices_restated,
    new: practices_new,
    gone: practices_gone,
    moved: practices_moved,
  };
  const [then, now] = [valueAt(row, 'before'), valueAt(row, 'after')];
  const told = { ...row, before: sideOf(row, 'before'), after: sideOf(row, 'after') };
  return {
    period: row.period,
    level: row.level,
    area_code: row.area_code,
    area_name: row.area_name,
    measure: row.measure,
    unit: measureOf(row.measure).unit,
    change,
    numerator_before: row.numerator_before,
    numerator_after: row.numerator_after,
    denominator_before: row.denominator_before,
    denominator_after: row.denominator_after,
    value_before: then,
    value_after: now,
    difference: then === null || now === null ? null : now - then,
    practices_before: row.practices_before,
    practices_after: row.practices_after,
    practices_reported_before: row.practices_reported_before,
    practices_reported_after: row.practices_reported_after,
    why: reasonsOf(causes).join(','),
    practices_restated,
    practices_new,
    practices_gone,
    practices_moved,
    sentence: revisionSentence(told, causes, release),
  };
}

const absentFrom: Record<'before' | 'after', RevisionChange> = { before: 'new', after: 'gone' };

const sideOf = (row: RevisionRow, side: 'before' | 'after'): SideCounts | null =>
  row.change === absentFrom[side]
    ? null
    : { numerator: row[`numerator_${side}`], denominator: row[`denominator_${side}`] };

async function* totalsOf(pair: Pair, question: RevisionsQuestion): AsyncGenerator<object[]> {
  for await (const rows of revisionTotals(pair, question)) {
    yield rows.map((row) => ({
      period: row.period,
      level: row.level,
      measure: row.measure,
      figures_before: row.figures_before,
      figures_after: row.figures_after,
      unchanged: row.figures_before - row.revised - row.recounted - row.gone,
      revised: row.revised,
      recounted: row.recounted,
      new: row.new,
      gone: row.gone,
    }));
  }
}
