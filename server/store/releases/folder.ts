import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, parseManifest, type Removal } from '../../../data/definitions/manifest.ts';
import {
  currentFile,
  formatProblem,
  isReleaseId,
  journalFile,
  ledgerFile,
  manifestFile,
  releaseFile,
} from '../../../data/definitions/releaseFolder.ts';
import type { LedgerReading } from '../../../data/life/chain.ts';
import { type Life, lifeOf } from '../../../data/life/life.ts';
import { type Outside, outsideOf } from '../stamp.ts';
import { readIfThere, reasonOf } from './folderFiles.ts';
import { ledgerProblem, lostLedger, readLedger } from './ledger.ts';
import { takenOver } from './takenOver.ts';

/** Why a release cannot be served, as text. */
export interface Trouble {
  message: string;
  /** Whether its file is at fault; false if only another version of this software made it. */
  damaged: boolean;
  /** Whether a setting says that it must not be served, so nothing is wrong. */
  meant?: true;
}

/** A release as it appears in its folder, without opening its file. */
export interface Entry {
  id: string;
  /** Its file, or in a database its schema. */
  path: string;
  /** Changes with the file; null if it is missing. */
  stamp: string | null;
  /** The size of the file. */
  bytes: number;
  /** Null if it was made before there were manifests, or cannot be read. */
  manifest: Manifest | null;
  /** Null if nothing is wrong as far as can be seen from outside. */
  trouble: Trouble | null;
}

/** The contents of a folder of releases at one time. */
export interface FolderView {
  /**
   * The release that should be current: without a ledger, whatever the file `current` says, even nonsense. Null for
   * none.
   */
  named: string | null;
  /** What follows from the ledger at that time. Without a ledger every release counts as published. */
  life: Life;
  hasLedger: boolean;
  /** Why the ledger cannot be relied on; null if it can. */
  ledgerProblem: string | null;
  /** By id, newest month first. */
  entries: ReadonlyMap<string, Entry>;
  /** When each removed release was removed, by id. */
  removed: ReadonlyMap<string, string>;
  /** Why the folder cannot be read now; null if it can. */
  away: string | null;
}

type Read = Manifest | Removal | Error;

/** A folder of releases, read without opening any of them. */
export class ReleaseFolder {
  private manifests = new Map<string, { stamp: string; read: Read }>();
  private ledger: { stamp: string | undefined; read: LedgerReading | Error | null } | undefined;
  /** The last ledger that could be read: it holds if the file is lost later. */
  private known: LedgerReading | null = null;

  constructor(
    readonly path: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Its contents now, including drafts. A release still being moved into place is not listed yet. */
  look(): FolderView {
    const names = orError(() => namesIn(this.path));
    const note = orError(() => readSmallFile(join(this.path, currentFile)));
    const journal = orError(() => readSmallFile(join(this.path, journalFile)));
    const noted = note instanceof Error ? null : note;
    const unfinished = journal instanceof Error ? null : journal;
    const read = this.readLedger();
    const ledger = read instanceof Error ? this.known : (read ?? this.known);
    const isBuilt = (id: string) =>
      ledger
        ? ledger.events.some((event) => 'release' in event && event.release === id)
        : id === noted;
    const isAway = names instanceof Error;
    const ids = [...new Set((isAway ? [] : names).map(idIn).filter((id) => id !== null))]
      .filter((id) => id !== unfinished || isBuilt(id))
      .sort(byMonthThenNumber)
      .reverse();
    const entries = new Map<string, Entry>();
    const removed = new Map<string, string>();
    for (const id of ids) {
      const read = this.manifestOf(id);
      if (read && 'removed_at' in read) removed.set(id, read.removed_at);
      else entries.set(id, this.entryOf(id, read));
    }
    for (const id of this.manifests.keys()) if (!ids.includes(id)) this.manifests.delete(id);
    const sums = new Map([...entries].map(([id, { manifest }]) => [id, manifest?.sha256 ?? null]));
    const events = ledger?.events ?? takenOver(entries.values(), noted, this.now());
    const life = lifeOf(events, this.now(), sums);
    const wasKept = this.known !== null || [...entries.values()].some(isRecorded);
    const lost = read instanceof Error ? read.message : read || !wasKept ? null : lostLedger;
    const broken = ledgerProblem(ledger);
    const unread = [names, ...(ledger ? [] : [note, journal])].find((one) => one instanceof Error);
    return {
      entries,
      removed,
      life,
      hasLedger: ledger !== null,
      named: ledger && !(broken && noted) ? life.current : noted,
      ledgerProblem: broken ?? (isAway ? null : lost),
      away: unread?.message ?? null,
    };
  }

  private readLedger(): LedgerReading | Error | null {
    const stamp = outsideOf(join(this.path, ledgerFile))?.stamp;
    // Some faults pass without a change of the file.
    if (!this.ledger || this.ledger.stamp !== stamp || this.ledger.read instanceof Error) {
      const read = orError(() => readLedger(this.path));
      this.ledger = { stamp, read };
      if (read && !(read instanceof Error)) this.known = read;
    }
    return this.ledger.read;
  }

  private entryOf(id: string, read: Manifest | Error | null): Entry {
    const path = join(this.path, releaseFile(id));
    const found = outsideOf(path);
    const manifest = read instanceof Error || read?.release !== id ? null : read;
    const trouble = troubleIn(id, read, found);
    const { stamp = null, bytes = 0 } = found ?? {};
    return { id, path, stamp, bytes, manifest, trouble };
  }

  private manifestOf(id: string): Read | null {
    const path = join(this.path, manifestFile(id));
    const stamp = outsideOf(path)?.stamp;
    if (!stamp) return null;
    let known = this.manifests.get(id);
    if (known?.stamp !== stamp) {
      known = { stamp, read: readManifest(path) };
      this.manifests.set(id, known);
    }
    return known.read;
  }
}

function readManifest(path: string): Read {
  try {
    return parseManifest(readFileSync(path, 'utf8'));
  } catch (error) {
    return new Error(reasonOf(error as Error));
  }
}

/** Whether a release was recorded in a ledger when it was made. */
const isRecorded = ({ manifest }: Entry): boolean =>
  manifest?.ledger === true || manifest?.draft === true;

/** What is wrong with a release, judging by its manifest and the size of its file. */
function troubleIn(
  id: string,
  manifest: Manifest | Error | null,
  found: Outside | null,
): Trouble | null {
  if (!found) return damage(id, 'its file is not there');
  if (!manifest) return null;
  if (manifest instanceof Error) {
    return damage(id, `its manifest cannot be read: ${manifest.message}`);
  }
  if (manifest.release !== id) {
    return damage(id, `its manifest is that of another, it was renamed: ${manifest.release}`);
  }
  const otherFormat = formatProblem(id, manifest.format);
  if (otherFormat) return { message: otherFormat, damaged: false };
  if (found.bytes !== manifest.bytes) {
    return damage(id, `its file was cut or changed: ${found.bytes} bytes, not ${manifest.bytes}`);
  }
  return null;
}

/** A release that cannot be served because its file is not what was published. */
export const damage = (id: string, why: string): Trouble => ({
  message: `release ${id} cannot be served: ${why}`,
  damaged: true,
});

/** The id of the release in a file, by its name; null for any other file. */
export function idIn(name: string): string | null {
  const id = name.replace(/\.(duckdb|json)$/, '');
  return id !== name && isReleaseId(id) ? id : null;
}

/** Compares two ids of releases. */
export function byMonthThenNumber(a: string, b: string): number {
  const [monthA, numberA] = a.split('.') as [string, string];
  const [monthB, numberB] = b.split('.') as [string, string];
  return monthA < monthB ? -1 : monthA > monthB ? 1 : Number(numberA) - Number(numberB);
}

/** The text of a small file without spaces around it, or null if it does not exist. Throws if it cannot be read. */
export const readSmallFile = (path: string): string | null => readIfThere(path)?.trim() ?? null;

/** The names in a folder. Throws if they cannot be read, or the files with these names not be reached. */
function namesIn(folder: string): string[] {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return readdirSync(folder);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code !== 'ENOENT';
    const why = isThere ? `cannot be read: ${reasonOf(error as Error)}` : 'is not there';
    throw new Error(`the folder of releases ${why}`, { cause: error });
  }
}

function orError<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}
