import { type FolderView, ReleaseFolder } from '../../../server/store/releases/folder.ts';
import type { Doing } from '../../../server/store/releases/ledger.ts';
import { removeFiles } from './publish.ts';
import { describe, entryIn } from './releaseList.ts';
import { enterWorkplace } from './workplace.ts';

/** The releases that were made when this one was current. */
async function builtOn(id: string, { entries }: FolderView): Promise<string[]> {
  const all = await Promise.all([...entries.values()].map(describe));
  return all.flatMap((one) => ('release' in one && one.previous === id ? [one.release] : []));
}

/**
 * Removes a release of the folder for good, unless it is current, and says what referred to it; with `check` it only
 * says so. Throws if there is no such release, or if it is unknown which one is current.
 */
export async function removeRelease(
  folder: string,
  id: string,
  { check = false, by = null, now = new Date() }: Partial<Doing> & { check?: boolean } = {},
): Promise<string[]> {
  const workplace = await enterWorkplace(folder);
  try {
    const view = new ReleaseFolder(folder).look();
    entryIn(view, id);
    const isDraft = view.life.releases.get(id)?.publishedAt === null;
    const why = isDraft ? null : whyNotRemove(view, id);
    if (why) throw new Error(why);
    const later = isDraft ? [] : await builtOn(id, view);
    if (!check) removeFiles(folder, id, { by, now });
    return [
      check ? `${id} would be removed.` : `${id} is removed.`,
      ...(isDraft ? ['It was never published, so nobody had its address.'] : whatGoes(id, later)),
      'Its id is not given to another release.',
    ];
  } finally {
    workplace.leave();
  }
}

function whyNotRemove({ named, entries }: FolderView, id: string): string | null {
  if (named === null || !entries.has(named)) {
    return 'no release is current: choose one with `npm run releases -- use ID`';
  }
  return named === id ? `${id} is the current release: make another one current first` : null;
}

const whatGoes = (id: string, later: readonly string[]): string[] => [
  ...later.map(
    (other) =>
      `It was the release before ${other}, whose /continuity has nothing to compare with unless \`against\` names another.`,
  ),
  'What no longer answers:',
  `  /api/v1/releases/${id}/bundle.zip and /api/v1/releases/${id}/release.duckdb`,
  `  every page, chart, figure and download at an address with release=${id}`,
];
