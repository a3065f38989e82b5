import { LRUCache } from 'lru-cache';
import { measureOf } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { heldMeasure } from '../store/catalogue.ts';
import type { Database } from '../store/database.ts';
import { differenceOf, sharedPeriods } from '../store/difference.ts';
import type { FigureRow, FiguresQuestion } from '../store/queries/figures.ts';
import {
  type RevisionChange,
  type RevisionRow,
  type RevisionsQuestion,
  type RevisionTotal,
  revisionCountQuery,
  revisionsQuery,
  revisionTotalsQuery,
} from '../store/queries/revisions.ts';
import { laterFirst } from '../store/releases/chosen.ts';
import type { Release } from '../store/releases.ts';
import { allFigures } from './figureRows.ts';

/** Everything that differs between two releases. */
interface Difference {
  database: Database;
  /** Levels, measures and months with at least one changed value. Most have none. */
  revised: ReadonlySet<string>;
}

const revisedKey = (level: string, measure: string, period: string): string =>
  `${level} ${measure} ${period}`;

/** Pairs that are kept. Each is computed once, because releases never change. */
const pairsKept = 4;
const kept = new LRUCache<string, Promise<Difference>>({
  max: pairsKept,
  dispose: (pair) =>
    void pair.then(
      ({ database }) => database.retire(),
      () => {},
    ),
});

/** Two releases in the order in which they were made. */
export interface Pair {
  before: Release;
  after: Release;
}

/** Two releases as a pair, in whichever order they are given. */
export const pairOf = (one: Release, other: Release): Pair =>
  laterFirst(one.about, other.about) < 0
    ? { before: other, after: one }
    : { before: one, after: other };

const keyOf = (before: string, after: string): string => `${before} ${after}`;

function difference({ before, after }: Pair): Promise<Difference> {
  const key = keyOf(before.identity, after.identity);
  const known = kept.get(key);
  if (known) return known;
  const made = differenceOf(before, after).then(async (database) => {
    const totals = await database.all<RevisionTotal>(revisionTotalsQuery({}));
    const revised = totals.filter((one) => one.revised > 0);
    const keys = revised.map(({ level, measure, period }) => revisedKey(level, measure, period));
    return { database, revised: new Set(keys) };
  });
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** Figures that differ between two releases, in the order of figures. */
export async function* revisionsOf(
  pair: Pair,
  question: RevisionsQuestion,
): AsyncGenerator<RevisionRow[]> {
  const { database } = await difference(pair);
  yield* database.chunks<RevisionRow>(revisionsQuery(question));
}

/** How many figures differ, by kind of change. */
export type RevisionCounts = Record<RevisionChange | 'all', number>;

/** How many of the figures asked for differ between two releases. */
export async function countRevisions(
  pair: Pair,
  question: RevisionsQuestion,
): Promise<RevisionCounts> {
  const { database } = await difference(pair);
  return countsIn(database, question);
}

async function countsIn(database: Database, question: RevisionsQuestion): Promise<RevisionCounts> {
  const rows = await database.all<{ change: RevisionChange; figures: number }>(
    revisionCountQuery(question),
  );
  const of = (one: RevisionChange) => rows.find(({ change }) => change === one)?.figures ?? 0;
  const all = rows.reduce((sum, { figures }) => sum + figures, 0);
  return { value: of('value'), counts: of('counts'), new: of('new'), gone: of('gone'), all };
}

/** How many figures each of two releases has, and how many differ. */
export async function* revisionTotals(
  pair: Pair,
  question: RevisionsQuestion,
): AsyncGenerator<RevisionTotal[]> {
  const { database } = await difference(pair);
  yield* database.chunks<RevisionTotal>(revisionTotalsQuery(question));
}

/** Figures that a release revised, with the value in the previous release; null if it had none. */
export type Revised = ReadonlyMap<string, number | null>;

/** The key of a figure within its level. */
export const figureKey = ({
  area_code,
  period,
  measure,
}: Pick<FigureRow, 'area_code' | 'period' | 'measure'>) => `${area_code} ${period} ${measure}`;

const none: Revised = new Map();

/** Everything that differs between a release and the previous one; null if there is none that can be read. */
export async function differenceToFormer(release: Release): Promise<Difference | null> {
  const former = await release.former();
  const known = former && kept.get(keyOf(former.identity, release.identity));
  if (known) return known;
  const before = await former?.open();
  return before ? difference({ before, after: release }) : null;
}

/**
 * The figures of a question whose value differs from that in the previous release, for the same place and month. Empty
 * on the boundaries of a lookup, because the two releases may have different lookups.
 */
export async function revisedIn(release: Release, question: FiguresQuestion): Promise<Revised> {
  const { level, parent } = question;
  if (parent?.only && level !== 'practice') return none;
  if (release.catalogue.boundaries === 'lookup' && level !== 'practice') return none;
  if (level === 'group') return revisedGroup(release, question);
  const found = await differenceToFormer(release);
  const { areas, between, measures, periods } = question;
  const isAny = measures.some(({ id }) =>
    periods.some((period) => found?.revised.has(revisedKey(level, id, period))),
  );
  if (!found || !isAny) return none;
  const asked = { levels: [level], areas, between, measures, periods, changes: ['value' as const] };
  const revised = new Map<string, number | null>();
  for await (const rows of found.database.chunks<RevisionRow>(revisionsQuery(asked))) {
    for (const row of rows) revised.set(figureKey(row), valueAt(row, 'before'));
  }
  return revised;
}

/** The figures of a question that are new in a release, or differ from an earlier one in value or counts. */
export async function changedSince(
  before: Release,
  after: Release,
  { level, areas, between, measures, periods }: FiguresQuestion,
): Promise<(row: FigureRow) => boolean> {
  const shared = new Set(sharedPeriods(before.catalogue, after.catalogue));
  const changed = new Set<string>();
  const levels = level === 'group' ? [] : [level];
  const asked = { levels, areas, between, measures, periods };
  for await (const rows of revisionsOf({ before, after }, asked)) {
    for (const row of rows) changed.add(figureKey(row));
  }
  return (row) => !shared.has(row.period) || changed.has(figureKey(row));
}

/** A revision's value on one side, in the unit. */
export const valueAt = (row: RevisionRow, side: 'before' | 'after'): number | null =>
  figureValue(measureOf(row.measure), row[`numerator_${side}`], row[`denominator_${side}`]);

/** The same for a reader's own group, which has no figures in a release. */
async function revisedGroup(release: Release, question: FiguresQuestion): Promise<Revised> {
  const before = await (await release.former())?.open();
  if (!before) return none;
  const shared = sharedPeriods(before.catalogue, release.catalogue);
  const periods = question.periods.filter((period) => shared.includes(period));
  if (!periods.length) return none;
  const [then, now] = await Promise.all(
    [before, release].map((one) => {
      const measures = question.measures.map((measure) => heldMeasure(measure, one.catalogue));
      return allFigures(one, { ...question, measures, periods });
    }),
  );
  const values = new Map(then!.map((row) => [figureKey(row), row.value]));
  const revised = new Map<string, number | null>();
  for (const row of now!) {
    const key = figureKey(row);
    const value = values.get(key);
    if (value !== undefined && value !== row.value) revised.set(key, value);
  }
  return revised;
}
