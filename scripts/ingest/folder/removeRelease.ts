import { type FolderView, ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { removeFiles } from './publish.ts';
import { describe, entryIn } from './releaseList.ts';
import { enterWorkplace } from './workplace.ts';

/** The releases before which one was current. */
async function builtOn(id: string, { entries }: FolderView): Promise<string[]> {
  const all = await Promise.all([...entries.values()].map(describe));
  return all.flatMap((one) => ('release' in one && one.previous === id ? [one.release] : []));
}

/**
 * Removes a release of the folder for good, never the current one, and says what pointed to it; with `check` only
 * says so. Throws if there is no such release, or if it is unknown which one is current.
 */
export async function removeRelease(
  folder: string,
  id: string,
  { check = false, now = new Date() } = {},
): Promise<string[]> {
  const workplace = await enterWorkplace(folder);
  try {
    const view = new ReleaseFolder(folder).look();
    entryIn(view, id);
    if (view.named === null || !view.entries.has(view.named)) {
      throw new Error('no release is current: choose one with `npm run releases -- use ID`');
    }
    if (view.named === id) {
      throw new Error(`${id} is the current release: make another one current first`);
    }
    const later = await builtOn(id, view);
    if (!check) removeFiles(folder, id, now);
    return [
      check ? `${id} would be removed.` : `${id} is removed.`,
      ...later.map(
        (other) =>
          `It was the release before ${other}, whose /continuity has nothing to be held against unless \`against\` names another.`,
      ),
      'What no longer answers:',
      `  /api/v1/releases/${id}/bundle.zip and /api/v1/releases/${id}/release.duckdb`,
      `  every page, chart, figure and download at an address with release=${id}`,
      'Its id is not given to another release.',
    ];
  } finally {
    workplace.leave();
  }
}
