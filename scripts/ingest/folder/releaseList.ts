import { resolve } from 'node:path';
import { timeInLondon } from '../../../data/definitions/days.ts';
import type { Manifest, ReleaseAbout } from '../../../data/definitions/manifest.ts';
import type { ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import { unknown } from '../../../server/errors.ts';
import {
  type Entry,
  type FolderView,
  ReleaseFolder,
  type Trouble,
} from '../../../server/store/releases/folder.ts';
import { openRelease, Unservable } from '../../../server/store/releases/openRelease.ts';
import { reasonsIn } from './makeManifest.ts';
import { makeCurrent } from './publish.ts';
import { enterWorkplace } from './workplace.ts';

/** Ids of the releases of a folder, newest month first; one that was being put in place is none. */
export const releaseIds = (folder: string): string[] => [
  ...new ReleaseFolder(folder).look().entries.keys(),
];

/**
 * One line a release: `* 2018-09.1  published  2018-04 to 2018-09  made 2026-01-31`, the star on the current one; and
 * one below it for each reason for which doubts about it were accepted. One that cannot be served is marked by an
 * exclamation mark and says why.
 */
export async function listReleases(folder: string): Promise<string[]> {
  const { named, entries } = new ReleaseFolder(folder).look();
  if (entries.size === 0) return [`no releases in ${resolve(folder)}`];
  const lines: string[] = [];
  for (const entry of entries.values()) {
    const star = entry.id === named ? '*' : ' ';
    const found = await describe(entry);
    if ('message' in found) lines.push(`${star}! ${found.message}`);
    else lines.push(`${star} ${lineOf(found)}`, ...found.reasons.map(reasonLine));
  }
  if (named === null || !entries.has(named)) {
    lines.push('no release is current: choose one with `npm run releases -- use ID`');
  }
  return lines;
}

type Described = ReleaseAbout & Pick<Manifest, 'reasons'>;

const lineOf = ({ release, kind, first_period, last_period, made_at }: ReleaseAbout): string =>
  `${release.padEnd(10)} ${kind.padEnd(12)} ${first_period} to ${last_period}  made ${timeInLondon(new Date(made_at))}`;

const reasonLine = (reason: string): string => `    accepted in spite of doubts: ${reason}`;

/** What a release says of itself, or why it cannot be served, as far as is known without reading its file whole. */
export async function describe(entry: Entry): Promise<Described | Trouble> {
  return entry.trouble ?? entry.manifest ?? (await openedFor(entry));
}

/** What a release says of itself once it is opened and found whole, or why it cannot be served. */
async function openedFor(entry: Entry): Promise<Described | Trouble> {
  try {
    const { about, database } = await openRelease(entry);
    const reasons = await reasonsIn(database);
    database.close();
    return { ...about, reasons };
  } catch (error) {
    if (error instanceof Unservable) return error.trouble;
    throw error;
  }
}

/** A release of a folder; throws naming the nearest where there is none such. */
export function entryIn({ entries, removed }: FolderView, id: string): Entry {
  const day = removed.get(id)?.slice(0, 10);
  if (day) throw new Error(`release ${id} was removed on ${day}`);
  const entry = entries.get(id);
  if (!entry) throw new Error(unknown('release', id, entries.keys()));
  return entry;
}

/**
 * Makes a release of the folder the current one, at one stroke; throws where there is none such or it cannot be served.
 */
export async function useRelease(
  folder: string,
  id: string,
  only: ReleaseKind | null = null,
): Promise<void> {
  const { about, database } = await openRelease(entryIn(new ReleaseFolder(folder).look(), id));
  database.close();
  if (only && about.kind !== only) {
    throw new Error(
      `release ${id} is ${about.kind}, and only ${only} figures may be served (UPTAKE_KIND)`,
    );
  }
  const workplace = await enterWorkplace(folder);
  try {
    makeCurrent(workplace.folder, id);
  } finally {
    workplace.leave();
  }
}

/** One line a release, or for one of them: that its file is whole, or what is wrong with it. Tells whether all are. */
export async function verifyReleases(
  folder: string,
  id?: string,
): Promise<{ lines: string[]; areWhole: boolean }> {
  const view = new ReleaseFolder(folder).look();
  const entries = id === undefined ? [...view.entries.values()] : [entryIn(view, id)];
  const lines: string[] = [];
  let areWhole = true;
  for (const entry of entries) {
    const found = await openedFor(entry);
    if ('message' in found) {
      if (found.damaged) areWhole = false;
      lines.push(`! ${found.message}`);
    } else {
      const sum = entry.manifest?.sha256 ?? 'can be opened, but no checksum was kept of it';
      lines.push(`  ${entry.id.padEnd(10)} ${entry.manifest ? `whole, SHA-256 ${sum}` : sum}`);
    }
  }
  return { lines: lines.length ? lines : [`no releases in ${resolve(folder)}`], areWhole };
}
