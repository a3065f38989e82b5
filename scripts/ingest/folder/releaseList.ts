import { resolve } from 'node:path';
import { timeInLondon } from '../../../data/definitions/days.ts';
import { formatTimeOf } from '../../../data/definitions/londonTimes.ts';
import type { Manifest, ReleaseAbout } from '../../../data/definitions/manifest.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import type { ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import { type CalendarItem, isOpen } from '../../../data/life/calendar.ts';
import { type Life, type ReleaseLife, stateOf } from '../../../data/life/life.ts';
import { counted } from '../../../data/words/english.ts';
import { unknown } from '../../../server/errors.ts';
import {
  type Entry,
  type FolderView,
  ReleaseFolder,
  type Trouble,
} from '../../../server/store/releases/folder.ts';
import type { Doing } from '../../../server/store/releases/ledger.ts';
import { openRelease, Unservable } from '../../../server/store/releases/openRelease.ts';
import { writeDown } from '../../../server/store/releases/writeDown.ts';
import { reasonsIn } from './makeManifest.ts';
import { enterWorkplace } from './workplace.ts';

/** Ids of the releases of a folder, newest month first, without one that is still being moved into place. */
export const releaseIds = (folder: string): string[] => [
  ...new ReleaseFolder(folder).look().entries.keys(),
];

/**
 * One line per release: `* 2018-09.1  published  2018-04 to 2018-09  made 2026-01-31`, with a star for the current one.
 * Below it come the reasons for which doubts were accepted, and its state if it is not published. A release that cannot
 * be served has an exclamation mark and the reason.
 */
export async function listReleases(folder: string): Promise<string[]> {
  const view = new ReleaseFolder(folder).look();
  const { named, entries, life } = view;
  const next = [...problemLines(folder, view), ...comingLines(life.calendar)];
  if (entries.size === 0) return [`no releases in ${resolve(folder)}`, ...next];
  const lines: string[] = [];
  for (const entry of entries.values()) {
    const star = entry.id === named ? '*' : ' ';
    const found = await describe(entry);
    const one = life.releases.get(entry.id);
    if ('message' in found) lines.push(`${star}! ${found.message}`);
    else lines.push(`${star} ${lineOf(found)}`, ...found.reasons.map(reasonLine));
    lines.push(...(one ? stateLines(one, life.approvals) : ['    not in the ledger']));
  }
  if (named === null || !entries.has(named)) {
    lines.push('no release is current: choose one with `npm run releases -- use ID`');
  }
  return [...lines, ...next];
}

/** What is wrong with the folder itself. */
const problemLines = (folder: string, { away, ledgerProblem }: FolderView): string[] => [
  ...(away === null ? [] : [`! ${away}: ${resolve(folder)}`]),
  ...(ledgerProblem === null ? [] : [`! ${ledgerProblem}`]),
];

/** The state of a release, unless it is simply published. */
function stateLines(one: ReleaseLife, approvals: number): string[] {
  const state = stateOf(one, approvals);
  if (state === 'withdrawn') return [`    withdrawn: ${one.withdrawn!.reason}`];
  if (state === 'published') return [];
  const said = [
    ...(one.isChanged ? ['its file is not the one that was built'] : []),
    ...(approvals > 0 ? [`${one.approvals.length} of ${counted(approvals, 'approval')}`] : []),
    ...(one.due === null ? [] : [`due at ${formatTimeOf(new Date(one.due))}`]),
  ];
  return [`    ${[state, ...said].join(', ')}`];
}

/** What the calendar announces, earliest first. */
const comingLines = (calendar: readonly CalendarItem[]): string[] =>
  calendar
    .filter(isOpen)
    .sort((a, b) => a.due - b.due)
    .map(
      ({ month, due, provisional }) =>
        `next: ${formatMonth(month)} at ${formatTimeOf(new Date(due))}${provisional ? ' (provisional)' : ''}`,
    );

type Described = ReleaseAbout & Pick<Manifest, 'reasons'>;

const lineOf = ({ release, kind, first_period, last_period, made_at }: ReleaseAbout): string =>
  `${release.padEnd(10)} ${kind.padEnd(12)} ${first_period} to ${last_period}  made ${timeInLondon(new Date(made_at))}`;

const reasonLine = (reason: string): string => `    accepted in spite of doubts: ${reason}`;

/** What a release says about itself, or why it cannot be served, as far as known without reading the whole file. */
export async function describe(entry: Entry): Promise<Described | Trouble> {
  return entry.trouble ?? entry.manifest ?? (await openedFor(entry));
}

/** What a release says about itself once it has been opened and verified, or why it cannot be served. */
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

/** A release of a folder; throws with the nearest id if there is none. */
export function entryIn({ entries, removed }: FolderView, id: string): Entry {
  const day = removed.get(id)?.slice(0, 10);
  if (day) throw new Error(`release ${id} was removed on ${day}`);
  const entry = entries.get(id);
  if (!entry) throw new Error(unknown('release', id, entries.keys()));
  return entry;
}

/**
 * Makes a release of the folder current, in one step. Throws if it does not exist or cannot be served, or if it is not
 * published and needs approval.
 */
export async function useRelease(
  folder: string,
  id: string,
  { only = null, by = null, now = new Date() }: Partial<Doing> & { only?: ReleaseKind | null } = {},
): Promise<void> {
  const entry = entryIn(new ReleaseFolder(folder).look(), id);
  const { about, database } = await openRelease(entry);
  database.close();
  if (only && about.kind !== only) {
    throw new Error(
      `release ${id} is ${about.kind}, and only ${only} figures may be served (UPTAKE_KIND)`,
    );
  }
  const workplace = await enterWorkplace(folder);
  try {
    const { life } = new ReleaseFolder(folder).look();
    const why = whyNotUse(life, id);
    if (why) throw new Error(why);
    const sha256 = entry.manifest?.sha256 ?? null;
    writeDown(workplace.folder, [{ event: 'used', release: id, sha256 }], { by, now });
  } finally {
    workplace.leave();
  }
}

function whyNotUse({ releases, approvals }: Life, id: string): string | null {
  const one = releases.get(id);
  if (one?.withdrawn) return `${id} was withdrawn: it is never current again`;
  if (one && one.publishedAt !== null) return null;
  if (one) return `${id} is not published: \`npm run releases -- schedule ${id}\` does that`;
  return approvals > 0 ? `${id} is not in the ledger, and nobody has approved it` : null;
}

/**
 * One line per release, or for a single one: that its file is intact, or why it cannot be served. Also returns whether
 * all are intact, can be served, and have their ledger.
 */
export async function verifyReleases(
  folder: string,
  id?: string,
): Promise<{ lines: string[]; areWhole: boolean }> {
  const view = new ReleaseFolder(folder).look();
  const entries = id === undefined ? [...view.entries.values()] : [entryIn(view, id)];
  const lines = problemLines(folder, view);
  let areWhole = lines.length === 0;
  for (const entry of entries) {
    const found = await openedFor(entry);
    if ('message' in found) {
      areWhole = false;
      lines.push(`! ${found.message}`);
    } else {
      const sum = entry.manifest?.sha256 ?? 'can be opened, but its checksum was not recorded';
      lines.push(`  ${entry.id.padEnd(10)} ${entry.manifest ? `whole, SHA-256 ${sum}` : sum}`);
    }
  }
  return { lines: lines.length ? lines : [`no releases in ${resolve(folder)}`], areWhole };
}
