import { levelIds } from '../../data/definitions/levels.ts';
import { measureOf } from '../../data/definitions/measures.ts';
import { type Correction, correctionSentences } from '../../data/words/correction.ts';
import type { Revision } from '../../data/words/revisions.ts';
import { askDirectly } from '../../server/pages/askDirectly.ts';
import { Releases } from '../../server/store/releases.ts';
import type { RevisionsRow } from '../../web/apiTypes.ts';
import type { Ask } from '../../web/ask.ts';

/**
 * A notice about what a release revised compared with the previous one, as sentences to be edited; empty if there is no
 * previous one.
 */
export async function draftedNotice(ask: Ask, release: string): Promise<string[]> {
  const { rows, before } = await revisionsOf(ask, release);
  return before === null ? [] : correctionSentences(correctionOf(rows, { release, before }));
}

/** The same for a release in a folder, published or not. */
export async function draftOf(folder: string, id: string): Promise<string[]> {
  const releases = new Releases(folder, { showing: id });
  try {
    return await draftedNotice(askDirectly(releases, { prefix: '', contact: '' }), id);
  } finally {
    await releases.close();
  }
}

/** All differences, page by page. */
async function revisionsOf(ask: Ask, release: string) {
  const rows: RevisionsRow[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { data, meta } = await ask('/revisions', { release, cursor });
    for (const row of data) rows.push(row);
    cursor = meta.next;
    if (!cursor) return { rows, before: meta.before };
  }
}

function correctionOf(
  rows: readonly RevisionsRow[],
  ids: Pick<Correction, 'release' | 'before'>,
): Correction {
  const revised = rows.filter(({ change }) => change === 'value');
  const those = (level: string, happened: (row: RevisionsRow) => unknown) =>
    new Set(rows.filter((row) => row.level === level && happened(row)).map((row) => row.area_code))
      .size;
  const told = (row: RevisionsRow): Revision => ({
    ...row,
    before: { numerator: row.numerator_before, denominator: row.denominator_before },
    after: { numerator: row.numerator_after, denominator: row.denominator_after },
  });
  const sorted = <T extends string>(all: T[]): T[] => [...new Set(all)].sort();
  const england = revised.filter(({ level }) => level === 'england');
  const elsewhere = revised.filter(
    ({ level, difference }) => level !== 'england' && difference !== null,
  );
  // Shares and rates cannot be compared with each other.
  const shares = elsewhere.filter(({ measure }) => measureOf(measure).form === 'share');
  const [furthest] = (shares.length ? shares : elsewhere).toSorted(
    (a, b) => Math.abs(b.difference!) - Math.abs(a.difference!),
  );
  return {
    ...ids,
    practices: {
      restated: those('practice', (row) => row.practices_restated),
      new: those('practice', (row) => row.practices_new),
      gone: those('practice', (row) => row.practices_gone),
      moved: movedIn(rows),
    },
    periods: sorted(revised.map(({ period }) => period)),
    measures: [...new Set(revised.map(({ measure }) => measure))],
    places: levelIds
      .map((level) => ({
        level,
        count: new Set(revised.filter((row) => row.level === level).map((row) => row.area_code))
          .size,
      }))
      .filter(({ count }) => count > 0),
    figures: revised.length,
    england: england.map(told),
    furthest: furthest ? told(furthest) : null,
  };
}

/** Practices that moved in a month, at the level where most did: each leaves one area and joins another. */
function movedIn(rows: readonly RevisionsRow[]): number {
  const moves = new Map<string, number>();
  for (const { level, measure, period, practices_moved } of rows) {
    const key = `${level} ${measure} ${period}`;
    moves.set(key, (moves.get(key) ?? 0) + practices_moved);
  }
  return Math.round(Math.max(0, ...moves.values()) / 2);
}
