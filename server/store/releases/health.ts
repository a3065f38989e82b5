import { isReleaseId } from '../../../data/definitions/releaseFolder.ts';
import type { Entry, FolderView, Trouble } from './folder.ts';

/** Which release is current, and what is wrong in the folder of releases. */
export interface Health {
  /** Null if nothing can be served. */
  release: string | null;
  /** What is wrong, in sentences; empty if nothing is. */
  problems: string[];
}

/** The health of a folder whose current release is `served`. */
export function healthOf(
  view: FolderView,
  served: string | null,
  troubleOf: (entry: Entry) => Trouble | null,
): Health {
  const current = currentProblem(view, troubleOf);
  const others = [...view.entries.values()].flatMap((entry) => {
    const trouble = entry.id === view.named ? null : troubleOf(entry);
    return !trouble || trouble.meant || trouble.message === view.away ? [] : [trouble.message];
  });
  const first = current && served ? `${current}; ${instead(view, served)}` : current;
  const ledger = view.ledgerProblem ? [view.ledgerProblem] : [];
  return { release: served, problems: [...(first ? [first] : []), ...ledger, ...others] };
}

const instead = ({ entries }: FolderView, served: string): string =>
  entries.get(served)?.stamp
    ? `${served} answers in its place`
    : `${served} still answers, from its file as it was opened`;

/** Why the release that `current` names cannot be served; null if it can, or if there is none at all. */
function currentProblem(
  { named, entries, removed, away, hasLedger }: FolderView,
  troubleOf: (entry: Entry) => Trouble | null,
): string | null {
  if (away !== null) return away;
  if (named === null) {
    if (entries.size === 0) return null;
    return hasLedger
      ? 'every release was withdrawn'
      : 'the file `current` is not there, so no release is chosen';
  }
  if (!isReleaseId(named)) {
    return `the file \`current\` names no release: ${named.slice(0, 40) || '(empty)'}`;
  }
  const entry = entries.get(named);
  if (entry) return troubleOf(entry)?.message ?? null;
  const day = removed.get(named)?.slice(0, 10);
  const source = hasLedger ? 'the ledger' : 'the file `current`';
  return `${source} names ${named}, which ${day ? `was removed on ${day}` : 'is not there'}`;
}
