import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  currentFile,
  formatProblem,
  isReleaseId,
  journalFile,
  releaseFile,
} from '../../data/definitions/releaseFolder.ts';
import { HttpError, notFound, unknown } from '../errors.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { Database } from './database.ts';
import { formatQuery, type ReleaseRow, releaseQuery } from './queries/release.ts';

/** A release whose tables this software does not know: it was made by another version. */
class OtherFormat extends HttpError {
  constructor(problem: string) {
    super(503, problem);
  }
}

/** An open release: its file, what it says of itself, and the lists that every question needs. */
export interface Release {
  id: string;
  about: ReleaseRow;
  /** The size of its file. */
  bytes: number;
  database: Database;
  catalogue: Catalogue;
  /** The same release on the boundaries of its practice lookup; null where it has none. */
  likeForLike: (() => Promise<Release>) | null;
}

/**
 * The releases of a folder: which is current, and any of them by its id. The file `current` is looked at
 * again twice a second, so a server follows a new release without a restart; what was opened stays open
 * for those who still read it.
 */
export class Releases {
  private readonly open = new Map<string, Promise<Release>>();
  private checkedAt = 0;
  private currentId: string | null = null;
  private following: NodeJS.Timeout | undefined;

  constructor(readonly folder: string) {}

  /** Ids of all published releases, newest month first. */
  list(): string[] {
    const unfinished = readIfThere(join(this.folder, journalFile));
    const current = readIfThere(join(this.folder, currentFile));
    return readFolder(this.folder)
      .filter((name) => name.endsWith('.duckdb'))
      .map((name) => name.slice(0, -'.duckdb'.length))
      .filter((id) => isReleaseId(id) && (id !== unfinished || id === current))
      .sort(byMonthThenNumber)
      .reverse();
  }

  /** All published releases that this software can read, newest month first. */
  async readable(): Promise<Release[]> {
    const opened = this.list().map((id) =>
      this.get(id).catch((error: unknown) => {
        if (error instanceof OtherFormat) return null;
        throw error;
      }),
    );
    return (await Promise.all(opened)).filter((release) => release !== null);
  }

  /** The id of the current release; throws 503 where there is none yet. */
  currentReleaseId(now = Date.now()): string {
    if (!this.currentId || now - this.checkedAt > 500) {
      this.checkedAt = now;
      const id = readIfThere(join(this.folder, currentFile));
      if (id && isReleaseId(id) && exists(join(this.folder, releaseFile(id)))) this.currentId = id;
    }
    if (!this.currentId) throw new HttpError(503, 'no release has been made yet');
    return this.currentId;
  }

  /** The current release, or the one asked for; throws 404 naming the nearest id where there is none, 503 where its format is another. */
  async get(id?: string): Promise<Release> {
    const wanted = id === undefined || id === 'current' ? this.currentReleaseId() : id;
    if (!this.open.has(wanted)) {
      const known = this.list();
      if (!known.includes(wanted)) {
        throw notFound(unknown('release', wanted, known), { parameter: 'release', value: wanted });
      }
      const opening = openRelease(join(this.folder, releaseFile(wanted)), wanted);
      opening.catch(() => this.open.delete(wanted));
      this.open.set(wanted, opening);
    }
    return this.open.get(wanted)!;
  }

  /**
   * From now on opens each new release as soon as it is current, and makes it ready, so that nobody who asks has
   * to wait for that. What fails is left to fail again when it is asked for.
   */
  follow(makeReady: (release: Release) => Promise<unknown>): void {
    let latest: string | null = null;
    const look = async () => {
      const release = await this.get();
      if (release.id === latest) return;
      latest = release.id;
      await makeReady(release);
    };
    const lookAgain = () => void look().catch(() => {});
    lookAgain();
    this.following = setInterval(lookAgain, 1000).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.following);
    for (const opening of this.open.values()) {
      const release = await opening.catch(() => null);
      release?.database.close();
    }
    this.open.clear();
  }
}

async function openRelease(file: string, id: string): Promise<Release> {
  const database = await Database.openToRead(file);
  const { format } = (await database.first<{ format: number }>(formatQuery()))!;
  const problem = formatProblem(id, format);
  if (problem) {
    database.close();
    throw new OtherFormat(problem);
  }
  const about = (await database.first<ReleaseRow>(releaseQuery()))!;
  const catalogue = await readCatalogue(database);
  const release: Release = {
    id,
    about,
    bytes: statSync(file).size,
    database,
    catalogue,
    likeForLike: null,
  };
  if (catalogue.lookup) {
    let reading: Promise<Release> | null = null;
    release.likeForLike = () => (reading ??= onLookup(release));
  }
  return release;
}

/** A release whose tables are those of its schema `lookup`: every question is then answered like for like. */
async function onLookup(release: Release): Promise<Release> {
  const database = release.database.inSchema('lookup');
  return { ...release, database, catalogue: await readCatalogue(database, 'lookup') };
}

function byMonthThenNumber(a: string, b: string): number {
  const [monthA, numberA] = a.split('.') as [string, string];
  const [monthB, numberB] = b.split('.') as [string, string];
  return monthA < monthB ? -1 : monthA > monthB ? 1 : Number(numberA) - Number(numberB);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const exists = (file: string) => statSync(file, { throwIfNoEntry: false }) !== undefined;
