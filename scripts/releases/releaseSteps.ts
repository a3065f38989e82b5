import { findMeasure, measures } from '../../data/definitions/measures.ts';
import { monthOf } from '../../data/definitions/releaseFolder.ts';
import type { NoticeAbout, NoticeKind } from '../../data/life/events.ts';
import { type ReleaseLife, whyNotApprove } from '../../data/life/life.ts';
import { counted, plural } from '../../data/words/english.ts';
import { unknown } from '../../server/errors.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import type { Entry, FolderView } from '../../server/store/releases/folder.ts';
import type { Doing } from '../../server/store/releases/ledger.ts';
import { verify } from '../../server/store/releases/openRelease.ts';
import { sql } from '../../server/store/sql.ts';
import { scheduling, warnings } from '../ingest/folder/scheduling.ts';
import { whatNow } from '../ingest/folder/whatNow.ts';
import { type Change, releaseIn } from './change.ts';

/** Sets how many others must approve each release before it is published. */
export const policy = (approvals: number): Change => ({
  deeds: [{ event: 'policy', approvals }],
  lines: [
    approvals === 0
      ? 'From now on a release needs no approval.'
      : `From now on a release is published once ${counted(approvals, 'other person', 'other people')} ${plural(approvals, 'has', 'have')} approved it.`,
  ],
});

/** Records that somebody looked at a release, with its file as it was then, before it is signed off. */
export const reviewed = (id: string, sha256: string | null): Change => ({
  deeds: [{ event: 'reviewed', release: id, sha256 }],
  lines: [`${id} is reviewed.`],
});

/** Approves a release in somebody's name, bound to its present file. Throws if they cannot. */
export async function approve(view: FolderView, id: string, { by }: Doing): Promise<Change> {
  const { entry, one } = releaseIn(view, id);
  if (by === null) throw new Error('say who approves it with --as NAME');
  const why = whyNotApprove(one, by);
  if (why) throw new Error(why);
  await verify(entry);
  const { sha256 } = one;
  return {
    deeds: [{ event: 'approved', release: id, sha256 }],
    lines: (life) => [`${by} has approved ${id}, SHA-256 ${sha256}.`, whatNow(life, id)],
  };
}

/** Schedules a draft for a time, or for the time announced for its month. */
export async function schedule(
  view: FolderView,
  id: string,
  at: number | null,
  { now }: Doing,
): Promise<Change> {
  const { entry, one } = releaseIn(view, id);
  mustBeDraft(one);
  await verify(entry);
  const { sha256 } = one;
  const { deeds, due } = scheduling(view.life, { release: id, sha256 }, at, now);
  return { deeds, lines: (life) => [whatNow(life, id), ...warnings(due, now)] };
}

/** Publishes a notice about a release. Throws if it does not have the place, measure or month. */
export async function notice(
  view: FolderView,
  id: string,
  said: { kind: NoticeKind; text: string } & NoticeAbout,
): Promise<Change> {
  const { entry, one } = releaseIn(view, id);
  await checkAbout(entry, said);
  return {
    deeds: [{ event: 'noticed', release: id, sha256: one.sha256, ...said }],
    lines: [
      one.publishedAt === null
        ? `Readers will be told as soon as ${id} is published.`
        : `Readers of ${id} are told from now on.`,
    ],
  };
}

async function checkAbout(entry: Entry, { measure, area, period }: NoticeAbout): Promise<void> {
  if (measure !== null && !findMeasure(measure)) {
    throw new Error(
      unknown(
        'measure',
        measure,
        measures.map(({ id }) => id),
      ),
    );
  }
  if (area === null && period === null) return;
  const database = await DuckDatabase.openToRead(entry.path);
  try {
    if (
      area !== null &&
      !(await database.first(sql`select 1 from area where area_code = ${area}`))
    ) {
      throw new Error(`${entry.id} has no place with the code ${area}`);
    }
    if (
      period !== null &&
      !(await database.first(sql`select 1 from period where period = ${period}`))
    ) {
      throw new Error(`${entry.id} has no month ${period}`);
    }
  } finally {
    database.close();
  }
}

/** Withdraws a published release: it can still be read, with a mark, and is never current again. */
export function withdraw(view: FolderView, id: string, reason: string): Change {
  const { one } = releaseIn(view, id);
  if (one.withdrawn) throw new Error(`${id} was withdrawn before`);
  if (one.publishedAt === null) {
    throw new Error(
      `${id} is not published: cancel its month with \`npm run releases -- cancel ${monthOf(id)}\`, or remove it`,
    );
  }
  const wasCurrent = view.life.current === id;
  return {
    deeds: [{ event: 'withdrawn', release: id, sha256: one.sha256, reason }],
    lines: ({ current }) => [
      `${id} is withdrawn: it can still be read, and says so.`,
      ...(wasCurrent
        ? [current ? `${current} is current now.` : 'No release is current now.']
        : []),
    ],
  };
}

function mustBeDraft(one: ReleaseLife): void {
  if (one.publishedAt !== null) throw new Error(`${one.release} is published already`);
  if (one.isChanged) {
    throw new Error(`the file of ${one.release} is not the one that was built: build it again`);
  }
}
