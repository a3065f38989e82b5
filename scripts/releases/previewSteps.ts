import { createHash, randomBytes } from 'node:crypto';
import { type Environment, readSetting } from '../../data/definitions/settings.ts';
import { isPublic, type ReleaseLife } from '../../data/life/life.ts';
import { previewTimes } from '../../data/life/preview.ts';
import type { FolderView } from '../../server/store/releases/folder.ts';
import type { Doing } from '../../server/store/releases/ledger.ts';
import { verify } from '../../server/store/releases/openRelease.ts';
import { told } from '../ingest/folder/scheduling.ts';
import { type Change, releaseIn } from './change.ts';

interface Asked {
  /** Who may see it, as named in the public list. */
  who: string;
  /** When that ends, in ms since 1970; null for when it is published. */
  until: number | null;
  /** Part of the link, and stored nowhere. */
  token: string;
}

export const makeToken = (): string => randomBytes(32).toString('base64url');

/** The address of the site for links, as far as the settings give it. */
export const siteOf = (environment: Environment): string =>
  readSetting(environment, 'UPTAKE_ORIGIN') + readSetting(environment, 'UPTAKE_PREFIX');

/** The address of a preview on a site. */
export const previewLink = (site: string, token: string): string => `${site}/preview/${token}/`;

/**
 * Lets somebody see a draft from a day before it is published. Throws if it has no time, or they may already see it.
 */
export async function preview(
  view: FolderView,
  id: string,
  { who, until, token }: Asked,
  { now }: Doing,
): Promise<Change> {
  const { entry, one } = releaseIn(view, id);
  const due = dueOf(one);
  if (until !== null && (until <= now.getTime() || until > due)) {
    throw new Error(`${told(until)} is not between now and ${told(due)}, when ${id} is due`);
  }
  if (one.previews.some((other) => other.who === who && other.revokedAt === null)) {
    throw new Error(`${who} has a preview of ${id} already: revoke that first`);
  }
  await verify(entry);
  const { from, to } = previewTimes({ at: now.getTime(), until }, due);
  return {
    deeds: [
      {
        event: 'previewed',
        release: id,
        sha256: one.sha256,
        who,
        token: createHash('sha256').update(token).digest('hex'),
        until: until === null ? null : new Date(until).toISOString(),
      },
    ],
    lines: [
      `${who} can see ${id} by this link from ${told(from)} until ${told(to)}. It is shown this once.`,
      'Readers see on the page of releases who has access before publication.',
    ],
  };
}

function dueOf(one: ReleaseLife): number {
  const id = one.release;
  if (isPublic(one)) throw new Error(`${id} is published already`);
  if (one.isChanged) throw new Error(`the file of ${id} is not the one that was built`);
  if (one.due !== null) return one.due;
  throw new Error(`${id} is not scheduled: a preview ends when it is published`);
}

/** Ends somebody's access to a draft at once. Throws if they have none. */
export function revoke(view: FolderView, id: string, who: string): Change {
  const { one } = releaseIn(view, id);
  const open = one.previews.filter(({ revokedAt }) => revokedAt === null);
  if (!open.some((other) => other.who === who)) {
    const others = open.map((other) => other.who).join(', ') || 'nobody';
    throw new Error(`${who} has no preview of ${id} (who has one: ${others})`);
  }
  return {
    deeds: [{ event: 'revoked', release: id, sha256: one.sha256, who }],
    lines: [`${who} can no longer see ${id}.`],
  };
}
