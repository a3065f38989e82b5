import { ReleaseFolder } from '../../server/store/releases/folder.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';

const doing = { by: null, now: new Date('2026-01-31T09:30:00Z') };

/** Makes a folder's release the current one. */
export const makeCurrent = (folder: string, release: string): void =>
  writeDown(folder, [{ event: 'used', release, sha256: null }], doing);

/** Records a release that was put into a folder by hand as published, without changing the current one. */
export function takeIn(folder: string, release: string): void {
  const { named, entries } = new ReleaseFolder(folder).look();
  const sha256 = entries.get(release)?.manifest?.sha256 ?? null;
  writeDown(
    folder,
    [
      { event: 'published', release, sha256, due: null, late: null },
      ...(named ? [{ event: 'used' as const, release: named, sha256: null }] : []),
    ],
    doing,
  );
}
