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
import type { Endpoint, Question } from './endpoint.ts';
import { answerFileName, releaseFileName } from './fileName.ts';
import { parseFilters } from './filters.ts';
import { paged, rowsBefore } from './paging.ts';
import { everywhere, largestPage } from './parameters.ts';
import { placementMeta } from './placement.ts';

/** Every way to write a table. */
export const formats: readonly Format[] = [json, csv, parquet, xlsx, csvw];

/** The ways an endpoint's answer can be written; the first is the default. */
export const mediaOf = ({ columns, media }: Endpoint): readonly Media[] =>
  media ? [media] : columns ? formats : [json];

/** Where a question was asked, for answers that say where they come from. */
export interface Asking {
  /** Address of the answer, with its query string. */
  address: string;
  /** Where questions about the data go; empty where it is not known. */
  contact: string;
}

/** A question put to an endpoint: the release it is about, its format, and how to get the answer. */
export interface Asked {
  release: Release;
  format: Media;
  /** What a file with the answer is called. */
  fileName: string;
  /** Whether the answer is longer than the largest page, or a file: it is to be sent as it comes, not gathered. */
  flows: boolean;
  /** Bytes that it takes in memory until it is sent, about. */
  bytes: number;
  /** The file that the answer is, where there is one already. */
  file: (() => Promise<FileBytes>) | null;
  /** Works it out and writes it, at the pace that is given. */
  answer(pace?: Pace): Promise<Answer>;
  /** Works it out as those get it who read what is written as JSON; throws for a file that is no JSON. */
  read(pace?: Pace): Promise<unknown>;
}

interface Answer {
  pieces: AsyncIterable<string | Uint8Array>;
  /** Where to go on; known once the pieces have been read. */
  next: () => string | null;
}

/** Parses a request to an endpoint without yet asking the database; throws what the caller did wrong. */
export async function ask(
  endpoint: Endpoint,
  releases: Releases,
  path: Record<string, string>,
  given: URLSearchParams,
  asking: Asking = { address: '', contact: '' },
): Promise<Asked> {
  const search = given.has('asOf')
    ? new URLSearchParams(atItsTime(String(given), path, releases))
    : given;
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
    return counts ? paced : paged(paced, { limit: page, after });
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
        meta,
        asked: [...search].filter(([name]) => !everywhere.some((one) => one === name)),
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

/** What is written in JSON of a kind of its own, as GeoJSON is. */
async function parsed(pieces: AsyncIterable<string | Uint8Array>): Promise<unknown> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(Buffer.from(piece));
  return JSON.parse(Buffer.concat(read).toString());
}

async function* small(chunks: Table['chunks']): AsyncGenerator<object[]> {
  for await (const rows of chunks) yield* sliced(rows);
}

/** Rows of the answer at most, as far as that is known before any is read: no endpoint without `most` has many. */
function rowsOf(endpoint: Endpoint, question: Question<never>, page = Number.POSITIVE_INFINITY) {
  const all = endpoint.columns && endpoint.most?.(question);
  return Math.min(page, all ?? largestPage);
}

function fileOf(endpoint: Endpoint, question: Question<never>): Asked['file'] {
  if (!endpoint.media) return null;
  const { content } = endpoint;
  return 'file' in content ? () => content.file(question) : null;
}

/** Refuses what a format cannot hold before it is begun. */
function checkFits({ name, most = Number.POSITIVE_INFINITY }: Format, rows: number): void {
  if (rows <= most) return;
  const [asked, held] = [rows, most].map((number) => number.toLocaleString('en-GB'));
  const message = `${asked} rows are too many for ${name}, which takes ${held}: use format=csv or format=parquet, or ask for fewer measures, months or places`;
  throw badParameter('format', name, message);
}

/** A cell as JSON, with its name and commas, in bytes; and what an answer that flows has in hand at a time. */
const cellBytes = 25;
const flowBytes = 2 << 20;

/** How an answer of so many rows is sent, and what it takes. */
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

/** A short name for what an endpoint answers, for files and sheets: its path without codes. */
export const nameOf = ({ path }: Endpoint): string =>
  path
    .replace(/^\/releases\/\{release\}|\/\{\w+\}|\.\w+$/g, '')
    .slice(1)
    .replace(/\W+/g, '-');

const all = (pieces: Answer['pieces']): Answer => ({ pieces, next: () => null });

/** The release named in the path or the query; throws where the two differ. */
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
