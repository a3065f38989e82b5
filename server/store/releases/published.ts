import { isPublic } from '../../../data/life/life.ts';
import { damage, type Entry, type FolderView } from './folder.ts';

/**
 * What readers may know of a folder: only published releases. `showing` names a draft to include as if published, for
 * those who sign it off.
 */
export function publishedIn(view: FolderView, showing: string | null = null): FolderView {
  const { named, life, ledgerProblem } = view;
  const isThere = (id: string) => {
    if (id === showing) return true;
    const one = life.releases.get(id);
    // If the ledger cannot be relied on, the current release stays and no new one is published.
    return (one && isPublic(one)) || (ledgerProblem !== null && id === named);
  };
  const entries = new Map<string, Entry>();
  for (const [id, entry] of view.entries)
    if (isThere(id)) entries.set(id, asPublished(entry, view));
  const removed = new Map([...view.removed].filter(([id]) => !wasDraft(id, view)));
  return { ...view, named: showing ?? named, entries, removed };
}

/** The entry of a release, marked as damaged if its file is not the one published. */
function asPublished(entry: Entry, { life }: FolderView): Entry {
  const signed = life.releases.get(entry.id)?.sha256;
  const { manifest } = entry;
  if (entry.trouble || !manifest || !signed || signed === manifest.sha256) return entry;
  const why = `it is not the one that was published: its SHA-256 is ${manifest.sha256}, not ${signed}`;
  return { ...entry, trouble: damage(entry.id, why) };
}

/** Whether a removed release was never public. */
function wasDraft(id: string, { life, ledgerProblem }: FolderView): boolean {
  const one = life.releases.get(id);
  return one ? one.publishedAt === null : ledgerProblem !== null;
}
