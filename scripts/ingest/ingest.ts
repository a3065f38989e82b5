import { join } from 'node:path';
import { layouts } from '../../data/definitions/extracts.ts';
import type { Doubt } from '../../data/definitions/gate.ts';
import type { Service } from '../../data/definitions/measures.ts';
import type { ReleaseKind } from '../../data/definitions/releaseFolder.ts';
import { readSetting } from '../../data/definitions/settings.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { sql } from '../../server/store/sql.ts';
import { buildRelease } from './build/buildRelease.ts';
import { commentOn } from './build/commentOn.ts';
import { describeRelease } from './build/describeRelease.ts';
import { addLikeForLikeViews } from './build/likeForLike.ts';
import { mergeMonths, type SourceFile } from './build/mergeMonths.ts';
import { type ExtractFile, openFiles } from './files/extractFile.ts';
import { atHand } from './files/taken.ts';
import { TextCounter } from './files/textCounter.ts';
import { changedFiles } from './files/wholeText.ts';
import { findInReferences } from './findings/collectFindings.ts';
import { attachFormer, isComparable } from './folder/formerRelease.ts';
import { manifestOf } from './folder/makeManifest.ts';
import { currentRelease, nextReleaseId, publishOrKeep } from './folder/publish.ts';
import { checkKind } from './folder/releaseKind.ts';
import { mustCome } from './folder/scheduling.ts';
import { enterWorkplace, type Workplace } from './folder/workplace.ts';
import { keepAcceptances } from './gate/acceptance.ts';
import { raiseDoubts } from './gate/doubts.ts';
import { type Limits, readLimits } from './limits.ts';
import { fileProblem, type Problem } from './problem.ts';
import { checkReferences } from './references/checkReferences.ts';
import { addReferences, keepReferences } from './references/keepReferences.ts';
import { readReferences, sortFiles } from './references/readReferences.ts';
import { type Summary, summarise } from './report/summarise.ts';
import { checkParts } from './rows/checkParts.ts';
import { quoted } from './rows/columns.ts';
import { createGivenRows, dropRepeats } from './rows/givenRows.ts';
import { createNotes } from './rows/notes.ts';
import { readExtract } from './rows/readExtract.ts';

export interface IngestOptions {
  /** Paths, and addresses to download from. */
  files: readonly string[];
  /** The folder with the releases and the file `current`. */
  dataFolder: string;
  /** The service of wide files whose names do not say it. */
  service?: Service | null;
  /** Whether to start from nothing instead of the current release. */
  fresh?: boolean;
  /** Who makes the release; null if not known. */
  by?: string | null;
  /** When to publish it, in ms since 1970. If not given, at once, unless the folder requires approvals. */
  at?: number | null;
  /** Whether to do everything except release. */
  check?: boolean;
  /** The only kind of figures that may be released; either if not given. */
  only?: ReleaseKind | null;
  /** Why to release in spite of the gate's doubts; null to hold the release back. */
  accept?: string | null;
  /** When the release counts as made; later months are in the future. Now if not given. */
  madeAt?: Date;
  /** Limits on file sizes; those of the settings if not given. */
  limits?: Limits;
  /** How long a download may make no progress, in ms. */
  patience?: number;
  onProgress?: (progress: Progress) => void;
  /** What counts the files, if it has begun already. */
  counter?: TextCounter;
  /** Cancels the ingest and removes what was begun. */
  signal?: AbortSignal;
}

/** How much of a file has been read (0 to 1), or the release that is being made from all. */
export interface Progress {
  doing: string;
  fraction: number;
}

/** The outcome of an ingest: a release, or the problems or doubts that stopped it. */
export interface Outcome {
  /** The id of the new release; null with `check`, and if there are problems or unaccepted doubts. */
  release: string | null;
  /** What a draft waits for, as a sentence; null if the release is current at once, and if there is none. */
  waits: string | null;
  /** The id of the release that was current before. */
  previous: string | null;
  problems: Problem[];
  /** The gate's doubts about the release, and why they were accepted; null if they were not. */
  doubts: Doubt[];
  accepted: string | null;
  summary: Summary | null;
}

/**
 * Reads published extracts and reference files and makes a release from them and from the current release's other
 * months and reference files. All problems with the data are returned together, and so are the gate's doubts unless
 * they are accepted; in both cases nothing changes. Throws if the folder, the disk or a file fails.
 */
export async function ingest(options: IngestOptions): Promise<Outcome> {
  const database = await DuckDatabase.openToWrite(':memory:', {
    preserve_insertion_order: 'true',
    // Rows are numbered in one thread; see `buildRelease` for what comes after.
    threads: '1',
  });
  const { counter = new TextCounter() } = options;
  const interrupt = () => {
    database.interrupt();
    void counter.stop();
  };
  options.signal?.addEventListener('abort', interrupt);
  try {
    return await ingestAlone(database, { ...options, counter });
  } catch (error) {
    if (options.signal?.aborted) throw new Error('interrupted: nothing was changed');
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
    database.close();
  }
}

type Counted = IngestOptions & { counter: TextCounter };

/** The same while nobody else can change the folder. */
async function ingestAlone(database: DuckDatabase, options: Counted): Promise<Outcome> {
  const workplace = await enterWorkplace(options.dataFolder, database);
  try {
    await database.run(sql`set temp_directory = ${quoted(workplace.work)}`);
    // FSST takes long to write and would make a release no smaller. As an option on opening, DuckDB ignores this.
    await database.run(sql`set disabled_compression_methods = 'fsst'`);
    return await ingestWithin(workplace, database, options);
  } finally {
    await options.counter.stop();
    workplace.leave();
  }
}

async function ingestWithin(
  { folder, work }: Workplace,
  database: DuckDatabase,
  options: Counted,
): Promise<Outcome> {
  const { fresh = false, check = false, accept = null, limits = readLimits({}) } = options;
  const {
    only = null,
    by = null,
    at = null,
    madeAt = new Date(),
    patience = readSetting({}, 'UPTAKE_PATIENCE') * 1000,
    onProgress = () => {},
    counter,
    signal,
  } = options;
  const problems: Problem[] = [];
  if (at !== null) mustCome(at, new Date());
  const previous = currentRelease(folder);
  const former = await attachFormer(database, folder, !fresh, work);
  const keepFormer = former !== null && !fresh;
  const stopped = (): Outcome => ({
    ...{
      release: null,
      waits: null,
      previous,
      problems,
      doubts: [],
      accepted: null,
      summary: null,
    },
  });

  const fetching = { work, limits, patience, onProgress, signal };
  const given = await atHand(options.files, fetching, problems);
  const unread: string[] = [];
  const taken = await openFiles(given, { work, limits, counter }, problems, unread);
  const sorted = await sortFiles(taken, problems);
  const opened = sorted.extracts;
  const references = await readReferences(sorted.references, limits, problems, onProgress);
  const files = await readFiles(database, opened, { ...options, work, limits }, problems);
  problems.push(...(await changedFiles(taken)));
  signal?.throwIfAborted();
  const named = opened.map(({ name }, i) => ({
    name,
    layout: layouts.find(({ id }) => id === files[i]?.layout) ?? layouts[0]!,
  }));
  if (files.length === 0 && references.length > 0 && !keepFormer) {
    problems.push(...references.map(({ name }) => fileProblem(name, referencesAlone)));
  }
  if (files.every((file) => file === null) && (files.length > 0 || problems.length > 0)) {
    checkReferences(references, null, problems);
    return stopped();
  }
  await createGivenRows(database, files);
  if (files.length > 1) await checkParts(database, named, problems);
  const kind = await checkKind(database, named, keepFormer ? former : null, problems);
  checkReferences(references, kind, problems);
  if (only && kind !== only) {
    const message = `these figures are ${kind}, and only ${only} ones may be released (UPTAKE_KIND)`;
    problems.push(fileProblem((named[0] ?? references[0]!).name, message));
  }
  if (problems.length > 0) return stopped();
  if (files.length > 1) await dropRepeats(database);

  const built = join(work, 'release.duckdb');
  await database.attach(built, 'made', 'write');
  const step = (doing: string, fraction: number) => {
    signal?.throwIfAborted();
    onProgress({ doing, fraction });
  };
  step('release', 0);
  await mergeMonths(database, files as SourceFile[], keepFormer);
  const tables = await keepReferences(database, references, keepFormer);
  const lookup = tables.has('practice_lookup');
  step('release', 0.3);
  await buildRelease(database, lookup);
  await addReferences(database, references, tables, keepFormer);
  await findInReferences(database, tables);
  step('release', 0.9);
  const compares = isComparable(former, kind);
  const found = { files: files as SourceFile[], unread, references, tables, compares };
  const summary = await summarise(database, found);
  const release = nextReleaseId(folder, summary.lastPeriod);
  const doubts = await raiseDoubts(database, {
    files: named,
    madeAt,
    former: former?.kind === kind ? former : null,
    continuity: summary.continuity,
  });
  const accepted = doubts.length > 0 ? accept : null;
  await keepAcceptances(database, doubts, { id: release, reason: accepted, keepFormer });
  await describeRelease(database, { id: release, kind, previous, madeAt });
  await commentOn(database, 'table', 'made');
  await database.detach('made');
  if (lookup) await addLikeForLikeViews(built);
  step('release', 1);
  const passes = !check && (doubts.length === 0 || accepted !== null);
  const made = { previous, problems, doubts, accepted, summary };
  if (!passes) return { ...made, release: null, waits: null };
  // Opened within this database, which takes a tenth of the time that another one would take to start.
  await database.attach(built, 'complete', 'read');
  const manifest = await manifestOf(database.inSchema('complete'), built);
  await database.detach('complete');
  return { ...made, release, waits: publishOrKeep(folder, built, manifest, { by, at }) };
}

const referencesAlone =
  'a release cannot be made from reference files alone: give extracts too, or leave out --fresh if there is a release';

/** How much of a file has been read, of which counting its bytes is the most. Not 0 or 1: it has begun, and not ended. */
const progressOf = (file: ExtractFile): number => 0.05 + 0.9 * file.partCounted();

/** Reads the files one after another; null for those with problems. */
async function readFiles(
  database: DuckDatabase,
  opened: readonly ExtractFile[],
  options: IngestOptions & { work: string; limits: Limits },
  problems: Problem[],
): Promise<(SourceFile | null)[]> {
  await createNotes(database);
  const files: (SourceFile | null)[] = [];
  for (const [fileId, file] of opened.entries()) {
    options.signal?.throwIfAborted();
    const onProgress = (fraction: number) => options.onProgress?.({ doing: file.name, fraction });
    const { service = null, work, limits } = options;
    onProgress(0);
    const given = { database, file, fileId, service, work, limits, problems };
    const telling = setInterval(() => onProgress(progressOf(file)), 100);
    const read = await readExtract(given).finally(() => clearInterval(telling));
    const { bytes: textBytes } = await file.tally();
    const { address, digest } = file.given;
    files.push(read && { name: file.name, address, ...(await digest), textBytes, ...read });
    onProgress(1);
  }
  return files;
}
