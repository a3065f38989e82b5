import { open } from 'node:fs/promises';
import type { ReleaseAbout } from '../../../data/definitions/manifest.ts';
import { formatProblem } from '../../../data/definitions/releaseFolder.ts';
import { HttpError } from '../../errors.ts';
import type { Database } from '../database.ts';
import { DuckDatabase } from '../duckDatabase.ts';
import { formatQuery, releaseQuery } from '../queries/release.ts';
import { sha256Of } from '../sha256.ts';
import { damage, type Entry, type Trouble } from './folder.ts';
import { reasonOf } from './folderFiles.ts';

/** A release that exists but cannot be served. */
export class Unservable extends HttpError {
  constructor(
    readonly trouble: Trouble,
    cause?: unknown,
  ) {
    super(503, trouble.message);
    this.cause = cause;
  }
}

/** An open release file, and what the release says about itself. */
export interface OpenedRelease {
  about: ReleaseAbout;
  database: Database;
}

/**
 * Opens a release and checks that it is the one published: intact (unless that was verified before), in this format,
 * and matching its name and manifest. Throws `Unservable`.
 */
export async function openRelease(
  entry: Entry,
  isVerified = false,
  open: (entry: Entry, isVerified: boolean) => Promise<Database> = openFile,
): Promise<OpenedRelease> {
  if (entry.trouble) throw new Unservable(entry.trouble);
  let database: Database | undefined;
  try {
    database = await open(entry, isVerified);
    const about = await readAbout(database, entry.id);
    const problem = mismatch(entry, about);
    if (problem) throw new Unservable(damage(entry.id, problem));
    return { about, database };
  } catch (error) {
    database?.close();
    // A database that cannot be reached says nothing about the release itself.
    if (error instanceof HttpError) throw error;
    throw new Unservable(damage(entry.id, 'its file cannot be read as a release'), error);
  }
}

/** Opens the file of a release after verifying its checksum (unless that was done before). Throws `Unservable`. */
export async function openFile(entry: Entry, isVerified: boolean): Promise<Database> {
  const readable = await open(entry.path).catch((error: Error) => {
    throw new Unservable(damage(entry.id, `its file cannot be read: ${reasonOf(error)}`), error);
  });
  await readable.close();
  if (!isVerified) await verify(entry);
  return DuckDatabase.openToRead(entry.path);
}

/** Checks a file against the checksum kept when it was published. Throws `Unservable`. */
export async function verify({ id, path, manifest }: Entry): Promise<void> {
  if (!manifest) return;
  const sum = await sha256Of(path);
  if (sum === manifest.sha256) return;
  throw new Unservable(
    damage(id, `its file was changed: its SHA-256 is ${sum}, not ${manifest.sha256}`),
  );
}

/** What a release says about itself. Throws `Unservable` if its tables have another format. */
async function readAbout(database: Database, id: string): Promise<ReleaseAbout> {
  const { format } = (await database.first<{ format: number }>(formatQuery()))!;
  const message = formatProblem(id, format);
  if (message) throw new Unservable({ message, damaged: false });
  const about = await database.first<ReleaseAbout>(releaseQuery());
  if (!about) throw new Error('its table `release` is empty');
  return about;
}

/** How a file differs from what its name and manifest say; null if it does not. */
function mismatch({ id, manifest }: Entry, about: ReleaseAbout): string | null {
  if (about.release !== id) return `its file is that of another, it was renamed: ${about.release}`;
  const names = Object.keys(about) as (keyof ReleaseAbout)[];
  const wrong = manifest && names.find((name) => manifest[name] !== about[name]);
  return wrong ? `its manifest says ${wrong} ${manifest[wrong]}, its file ${about[wrong]}` : null;
}
