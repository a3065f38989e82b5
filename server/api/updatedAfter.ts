import { type FilterId, filterIds } from '../../data/definitions/filterIds.ts';
import { isReleaseId } from '../../data/definitions/releaseFolder.ts';
import { badParameter, unknown } from '../errors.ts';
import { changedSince } from '../figures/revisions.ts';
import type { FigureRow, FiguresQuestion } from '../store/queries/figures.ts';
import { laterFirst } from '../store/releases/chosen.ts';
import type { Release, Releases } from '../store/releases.ts';
import { pastMoment } from './asOf.ts';
import type { Question } from './endpoint.ts';

/** Tells which figures of a question are new or have changed since some time. */
export type Since = (question: FiguresQuestion) => Promise<(row: FigureRow) => boolean>;

type Asked = Question<'updatedAfter' | 'area' | 'parent' | 'boundaries' | FilterId>;

/** What has changed since the time or release that a question names; undefined if it names none. */
export async function sinceAsked({
  release,
  releases,
  filters,
}: Asked): Promise<Since | undefined> {
  const { updatedAfter: text, area, boundaries } = filters;
  if (text === undefined) return undefined;
  if (boundaries === 'lookup') {
    const message = 'what changed is known on the boundaries published only';
    throw badParameter('updatedAfter', text, message);
  }
  const chosen = filterIds.find((id) => filters[id] !== undefined);
  if (chosen) {
    const message = `what changed is known of all practices only: ask without ${chosen}`;
    throw badParameter('updatedAfter', text, message);
  }
  if (area?.some(({ level }) => level === 'group')) {
    const message = 'what changed is not known of a group as one place: ask for its practices';
    throw badParameter('updatedAfter', text, message);
  }
  const base = await baseOf(text, releases, release);
  if (base === null) return async () => () => true;
  if (laterFirst(base.about, release.about) <= 0) return async () => () => false;
  return (question) => changedSince(base, release, question);
}

/** The release that was current then; null if none was published. Throws for one of another kind. */
async function baseOf(text: string, releases: Releases, release: Release): Promise<Release | null> {
  const known = (await releases.list()).map((about) => about.release);
  if (isReleaseId(text) && !known.includes(text)) {
    throw badParameter('updatedAfter', text, unknown('release', text, known));
  }
  const id = isReleaseId(text)
    ? text
    : releases.releaseIdAt(pastMoment('updatedAfter', text, 'begins', releases.now()));
  if (id === null) return null;
  const base = await releases.get(id);
  if (base.about.kind === release.about.kind) return base;
  const message = `${release.about.kind} and ${base.about.kind} figures cannot be compared: ${text}`;
  throw badParameter('updatedAfter', text, message);
}
