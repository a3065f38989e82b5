import { missingReference } from '../../data/definitions/references.ts';
import { badParameter, unknown } from '../errors.ts';
import { csv } from '../formats/csv.ts';
import { csvw } from '../formats/csvw.ts';
import type { Format, Media } from '../formats/format.ts';
import { asRead, json, plain } from '../formats/json.ts';
import { parquet } from '../formats/parquet.ts';
import { xlsx } from '../formats/xlsx.ts';
import { inTurns, type Pace, unpaced } from '../pace.ts';
import type { FileBytes } from '../store/fileBytes.ts';
import { metaOf } from '../store/meta.ts';
import type { Release, Releases } from '../store/releases.ts';
import { sliced, type Table } from '../table.ts';
import { atItsTime } from './asOf.ts';
import { givenCursor, takenCursor } from './cursors.ts';
import type { Endpoint, Question } from './endpoint.ts';
import { answerFileName, releaseFileName } from './fileName.ts';
import { parametersOf, parseFilters } from './filters.ts';
import { notACursor, paged, rowsBefore } from './paging.ts';
import { everywhere, largestPage } from './parameters.ts';
import { placementMeta } from './placement.ts';

/** All formats of tables. */
export const formats: readonly Format[] = [json, csv, parquet, xlsx, csvw];

/** The formats of an endpoint's answer; the first is the default. */
export const mediaOf = ({ columns, media }: Endpoint): readonly Media[] =>
  media ? [media] : columns ? formats : [json];

/** Where a question was asked, for answers that state their source. */
export interface Asking {
  /** Address of the answer, including its query string. */
  address: string;
  /** Where to send questions about the data; empty if not known. */
  contact: string;
}

/** A question to an endpoint: its release, its format, and how to get the answer. */
export interface Asked {
  release: Release;
  format: Media;
  /** The file name for downloading the answer. */
  fileName: string;
  /** Whether the answer exceeds the largest page, or is a file, so that it is streamed rather than collected. */
  flows: boolean;
  /** The approximate memory it takes until it is sent, in bytes. */
  bytes: number;
  /** The file with the answer, if one exists already. */
  file: (() => Promise<FileBytes>) | null;
  /** Computes and writes the answer, at the given pace. */
  answer(pace?: Pace): Promise<Answer>;
  /** A cursor for a place of the answer, given as the endpoint's own. */
  cursorAt(own: string): string;
  /** Computes the answer as parsed JSON; throws for a file that is not JSON. */
  read(pace?: Pace): Promise<unknown>;
}

interface Answer {
  pieces: AsyncIterable<string | Uint8Array>;
  /** The cursor of the next page; known once the pieces have been read. */
  next: () => string | null;
}

/** Parses a request to an endpoint without querying the database. Throws for a caller's mistake. */
export async function ask(
  endpoint: Endpoint,
  releases: Releases,
  path: Record<string, string>,
  given: URLSearchParams,
  asking: Asking = { address: '', contact: '' },
): Promise<Asked> {
  const atTime = given.has('asOf')
    ? new URLSearchParams(atItsTime(String(given), path, releases))
    : given;
  const search = continued(endpoint, path, atTime);
  const release = await onBoundaries(await releases.get(releaseIn(path, search)), endpoint, search);
  const filters = parseFilters(search, endpoint, release.catalogue);
  const format = formatOf(endpoint, search);
  const { limit, cursor, ...others } = filters;
  const parameters: readonly string[] = endpoint.parameters;
  const counts = parameters.includes('limit');
  const after = counts || cursor === undefined ? 0 : rowsBefore(cursor);
  const question = { release, releases, filters: counts ? filters : others, path };
  const meta = { ...metaOf(release), ...placementMeta(filters, release.catalogue, parameters) };
  const page = limit ?? (endpoint.columns && endpoint.atOnce);
  const rows = rowsOf(endpoint, question, page);
  if (endpoint.columns) checkFits(format as Format, rows);
  const tableAt = async (rows: () => Table | Promise<Table>, pace: Pace) => {
    const found = await pace.turn(rows);
    const { total } = found;
    const paced = {
      ...found,
      chunks: inTurns(small(found.chunks), pace),
      total: total && (() => pace.turn(total)),
    };
    const table = counts ? paced : paged(paced, { limit: page, after });
    return { ...table, next: () => givenCursor(release.id, table.next?.() ?? null) };
  };
  return {
    release,
    format,
    get fileName() {
      const name = nameOf(endpoint);
      return endpoint.media
        ? releaseFileName(name, release, format.extension)
        : answerFileName(name, endpoint, filters, release, format.extension);
    },
    ...sizeOf(endpoint, format === csvw ? 1 : rows),
    file: fileOf(endpoint, question),
    cursorAt: (own) => givenCursor(release.id, own)!,
    async answer(pace = unpaced) {
      if (endpoint.media) {
        const { content } = endpoint;
        if ('file' in content) return all((await content.file(question)).read());
        return all(release.database.held(content.pieces(question, pace)));
      }
      if (!endpoint.columns) {
        const data = await pace.turn(() => endpoint.object(question));
        return all(once(`${JSON.stringify({ data, meta })}\n`));
      }
      const table = await tableAt(() => endpoint.rows(question), pace);
      const about = {
        ...asking,
        name: nameOf(endpoint),
        title: endpoint.summary,
        description: endpoint.description,
        columns: endpoint.columns,
        said: endpoint.meta ?? [],
        meta,
        asked: [...atTime].filter(([name]) => !everywhere.some((one) => one === name)),
      };
      const pieces = release.database.held((format as Format).write(table, about, pace));
      return { pieces, next: () => table.next?.() ?? null };
    },
    async read(pace = unpaced) {
      if (endpoint.media) {
        const { content } = endpoint;
        if ('file' in content) throw new Error(`a file is not read: ${endpoint.path}`);
        return parsed(release.database.held(content.pieces(question, pace)));
      }
      if (!endpoint.columns) {
        return { data: plain(await pace.turn(() => endpoint.object(question))), meta: plain(meta) };
      }
      const table = await tableAt(() => endpoint.rows(question), pace);
      return asRead({ ...table, chunks: release.database.held(small(table.chunks)) }, meta);
    },
  };
}

/**
 * A question with the endpoint's own cursor instead of the one given, and of the release that the cursor is of, so that
 * no page is of another. Throws if the question names another release.
 */
function continued(
  endpoint: Endpoint,
  path: Record<string, string>,
  search: URLSearchParams,
): URLSearchParams {
  const [cursor, ...others] = search.getAll('cursor');
  if (!cursor || others.length > 0 || !parametersOf(endpoint).includes('cursor')) return search;
  const { release, own } = takenCursor(cursor);
  if (release === null) return search;
  const asked = releaseIn(path, search);
  if (asked !== undefined && asked !== 'current' && asked !== release) throw notACursor(cursor);
  const next = new URLSearchParams(search);
  next.set('cursor', own);
  if (!path.release) next.set('release', release);
  return next;
}

/** Parses an answer in a JSON format of its own, such as GeoJSON. */
async function parsed(pieces: AsyncIterable<string | Uint8Array>): Promise<unknown> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(Buffer.from(piece));
  return JSON.parse(Buffer.concat(read).toString());
}

async function* small(chunks: Table['chunks']): AsyncGenerator<object[]> {
  for await (const rows of chunks) yield* sliced(rows);
}

/** The most rows the answer can have, as far as known in advance. Endpoints without `most` never have many. */
function rowsOf(endpoint: Endpoint, question: Question<never>, page = Number.POSITIVE_INFINITY) {
  const all = endpoint.columns && endpoint.most?.(question);
  return Math.min(page, all ?? largestPage);
}

function fileOf(endpoint: Endpoint, question: Question<never>): Asked['file'] {
  if (!endpoint.media) return null;
  const { content } = endpoint;
  return 'file' in content ? () => content.file(question) : null;
}

/** Rejects, before it begins, an answer that the format cannot hold. */
function checkFits({ name, most = Number.POSITIVE_INFINITY }: Format, rows: number): void {
  if (rows <= most) return;
  const [asked, held] = [rows, most].map((number) => number.toLocaleString('en-GB'));
  const message = `${asked} rows are too many for ${name}, which takes ${held}: use format=csv or format=parquet, or ask for fewer measures, months or places`;
  throw badParameter('format', name, message);
}

/**
 * Bytes of a cell in JSON, with its name and commas, and the bytes in memory at a time of an answer that is streamed.
 */
const cellBytes = 25;
const flowBytes = 2 << 20;

/** How an answer with this many rows is sent, and the memory it takes. */
function sizeOf({ columns, media }: Endpoint, rows: number): Pick<Asked, 'flows' | 'bytes'> {
  const flows = media !== undefined || rows > largestPage;
  return { flows, bytes: flows ? flowBytes : rows * (columns?.length ?? 1) * cellBytes };
}

/** The release on the boundaries asked for; throws if it has no practice lookup. */
async function onBoundaries(
  release: Release,
  { parameters }: Endpoint,
  search: URLSearchParams,
): Promise<Release> {
  if (
    search.get('boundaries') !== 'lookup' ||
    !(parameters as readonly string[]).includes('boundaries')
  )
    return release;
  if (release.likeForLike) return release.likeForLike();
  const message = missingReference('lookup', 'only the published boundaries are known');
  throw badParameter('boundaries', 'lookup', message);
}

/** A short name for an endpoint, for files and sheets: its path without codes. */
export const nameOf = ({ path }: Endpoint): string =>
  path
    .replace(/^\/releases\/\{release\}|\/\{\w+\}|\.\w+$/g, '')
    .slice(1)
    .replace(/\W+/g, '-');

const all = (pieces: Answer['pieces']): Answer => ({ pieces, next: () => null });

/** The release named in the path or the query; throws if the two differ. */
function releaseIn(path: Record<string, string>, search: URLSearchParams): string | undefined {
  const inQuery = search.get('release') || undefined;
  if (path.release && inQuery && inQuery !== path.release) {
    throw badParameter('release', inQuery, `the path names another release: ${path.release}`);
  }
  return path.release ?? inQuery;
}

function formatOf(endpoint: Endpoint, search: URLSearchParams): Media {
  const known = mediaOf(endpoint);
  const name = search.get('format') ?? known[0]!.name;
  const format = known.find((one) => one.name === name);
  if (!format) {
    throw badParameter(
      'format',
      name,
      unknown(
        'format',
        name,
        known.map((one) => one.name),
      ),
    );
  }
  return format;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
