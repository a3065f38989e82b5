import type { ReleaseAbout } from '../../../data/definitions/manifest.ts';
import { isReleaseId, type ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import type { FolderView } from './folder.ts';

interface Choosing {
  view: Pick<FolderView, 'named' | 'entries'>;
  /** By id, what is known about the releases that can be served. */
  servable: ReadonlyMap<string, ReleaseAbout>;
  /** What is known about any release; undefined if nothing is. */
  aboutOf: (id: string) => ReleaseAbout | undefined;
  /** The release that has been current until now. */
  served: string | null;
}

/**
 * Chooses the current release: the one that `current` names. If that cannot be served, the one that was current until
 * now; else the last made before it; else the first made after it. Invented figures never replace published ones. Null
 * if there is none.
 */
export function chosen({ view, servable, aboutOf, served }: Choosing): string | null {
  const { named } = view;
  if (named !== null && servable.has(named)) return named;
  const lost = named !== null && isReleaseId(named) ? aboutOf(named) : undefined;
  const answering = served === null ? undefined : servable.get(served);
  const kind = lost?.kind ?? answering?.kind ?? kindOf(view, aboutOf);
  if (answering?.kind === kind) return served;
  const all = [...servable.values()].sort(laterFirst);
  const kinds = kind === 'published' ? [kind] : [kind, 'published' as const];
  for (const one of kinds) {
    const standIns = all.filter((about) => about.kind === one);
    const before = standIns.find((about) => !lost || about.made_at <= lost.made_at);
    const standIn = before ?? standIns.at(-1);
    if (standIn) return standIn.release;
  }
  return null;
}

/** The kind of figures a folder is for: published, unless every release in it is known to be illustrative. */
function kindOf({ entries }: Choosing['view'], aboutOf: Choosing['aboutOf']): ReleaseKind {
  const kinds = [...entries.keys()].map((id) => aboutOf(id)?.kind);
  return kinds.every((kind) => kind === 'illustrative') ? 'illustrative' : 'published';
}

/** Sorts later releases first. Of two made in the same second, the later month or number comes first. */
export const laterFirst = (a: ReleaseAbout, b: ReleaseAbout): number =>
  b.made_at.localeCompare(a.made_at) || b.release.localeCompare(a.release, 'en', { numeric: true });
