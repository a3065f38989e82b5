import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, formats, mediaOf, nameOf } from '../../../server/api/api.ts';
import { describeApi } from '../../../server/api/description/openapi.ts';
import type { TableEndpoint } from '../../../server/api/endpoint.ts';
import { endpoints, topics } from '../../../server/api/endpoints.ts';
import { codesOf, fillIn } from '../../../server/api/examples.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { Releases } from '../../../server/store/releases.ts';
import { expression } from '../../../server/store/sql.ts';
import { type Column, holds } from '../../../server/table.ts';
import { gathered, unzipped } from '../../support/bytes.ts';

let releases: Releases;
let duckdb: DuckDatabase;
let folder: string;

beforeAll(async () => {
  releases = new Releases(inject('illustrative'));
  duckdb = await DuckDatabase.openToWrite(':memory:');
  folder = await mkdtemp(join(tmpdir(), 'uptake-api-'));
});
afterAll(async () => {
  await releases.close();
  duckdb.close();
  await rm(folder, { recursive: true });
});

/** Operations without rows on the illustrative release; every operation is also called on a published one. */
const rowless = [
  '/acceptances',
  '/continuity',
  '/inequality',
  '/notices',
  '/revisions',
  '/revisions/totals',
];

const tables = endpoints.filter((one): one is TableEndpoint => one.columns !== undefined);

async function answer(endpoint: TableEndpoint, format: string): Promise<Buffer> {
  const release = await releases.get();
  const { catalogue } = release;
  const code = catalogue.codesByLevel.practice[0]!;
  const search = new URLSearchParams(fillIn(endpoint.example, codesOf(release)));
  if (search.has('practice')) search.set('practice', code);
  search.set('format', format);
  const asked = await ask(endpoint, releases, { code }, search);
  return gathered((await asked.answer()).pieces);
}

type Rows = Record<string, unknown>[];
const json = async (endpoint: TableEndpoint): Promise<Rows> =>
  JSON.parse((await answer(endpoint, 'json')).toString()).data;

describe.each(tables.map((endpoint) => [endpoint.path, endpoint] as const))('%s', (_, endpoint) => {
  it('has the same contents as CSV and as JSON', async () => {
    const { data } = Papa.parse<Record<string, string>>(
      (await answer(endpoint, 'csv')).toString(),
      { header: true, skipEmptyLines: true, newline: '\r\n' },
    );
    const plain = (value: unknown) => String(value ?? '').replace(/^'(?=[=+\-@])/, '');
    // In a separate file, an invented figure says that it is invented.
    const expected = (await json(endpoint)).map((row) => [
      ...endpoint.columns.map(({ name }) => plain(row[name])),
      'illustrative',
    ]);
    expect(data.map((row) => Object.values(row).map(plain))).toEqual(expected);
  });

  it('has the same contents as Parquet and as JSON', async () => {
    const file = join(folder, `${nameOf(endpoint)}.parquet`);
    await writeFile(file, await answer(endpoint, 'parquet'));
    // Months and times as in JSON, after they were dates.
    const read = endpoint.columns.map((column) => {
      const { name } = column;
      const formats = { month: '%Y-%m', day: '%Y-%m-%d', time: '%Y-%m-%dT%H:%M:%S.%gZ' };
      const kind = holds(column);
      return kind in formats
        ? `strftime("${name}", '${formats[kind as keyof typeof formats]}') as "${name}"`
        : `"${name}"`;
    });
    const found = await duckdb.all(expression(`select ${read.join(', ')} from '${file}'`));
    const written = (column: Column, value: unknown) =>
      holds(column) === 'time' && value ? new Date(value as string).toISOString() : (value ?? null);
    const expected = (await json(endpoint)).map((row) =>
      Object.fromEntries(
        endpoint.columns.map((column) => [column.name, written(column, row[column.name])]),
      ),
    );
    expect(found).toEqual(expected);
  });

  it('is a spreadsheet with all its rows', async () => {
    const parts = await unzipped(await answer(endpoint, 'xlsx'));
    const tables = [...parts.keys()].filter((name) => name.startsWith('xl/tables/'));
    const [, first, last] = /ref="A(\d+):[A-Z]+(\d+)"/.exec(
      parts.get(tables.sort().at(-1)!)!.toString(),
    )!;
    expect(Number(last) - Number(first)).toBe(Math.max(1, (await json(endpoint)).length));
  });

  it('has metadata for its columns', async () => {
    const { tableSchema } = JSON.parse((await answer(endpoint, 'csvw')).toString());
    expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual([
      ...endpoint.columns.map(({ name }) => name),
      'data_kind',
    ]);
  });

  it.skipIf(rowless.includes(endpoint.path))(
    'gives every row exactly the declared columns',
    async () => {
      const names = endpoint.columns.map(({ name }) => name).sort();
      const found = (await json(endpoint)).map((row: object) => Object.keys(row).sort());
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((own: string[]) => own.join() !== names.join())).toEqual([]);
    },
  );
});

describe('formats', () => {
  it('are described for every endpoint with their media types', () => {
    const { paths } = describeApi(topics, { prefix: '', contact: '' }, null) as {
      paths: Record<
        string,
        {
          get: {
            parameters: { name: string; schema: { enum: string[] } }[];
            responses: { 200: { content: object } };
          };
        }
      >;
    };
    for (const endpoint of endpoints) {
      const { parameters, responses } = paths[endpoint.path]!.get;
      const media = mediaOf(endpoint);
      expect(parameters.find(({ name }) => name === 'format')!.schema.enum).toEqual(
        media.map(({ name }) => name),
      );
      expect(Object.keys(responses[200].content)).toEqual(
        media.map(({ type }) => type.split(';')[0]),
      );
    }
  });

  it('are rejected if the endpoint has no such parameter, naming the nearest', async () => {
    const table = endpoints.find(({ path }) => path === '/figures')!;
    const object = endpoints.find(({ columns, media }) => !columns && !media)!;
    const file = endpoints.find(({ path }) => path === '/bundle.zip')!;
    const asked = (endpoint: (typeof endpoints)[number], format: string) =>
      ask(endpoint, releases, {}, new URLSearchParams({ format }));
    await expect(asked(table, 'parket')).rejects.toThrow(
      'unknown format: parket (did you mean parquet?)',
    );
    await expect(asked(object, 'csv')).rejects.toThrow('unknown format: csv');
    await expect(asked(file, 'xlsx')).rejects.toThrow('unknown format: xlsx');
    await expect(asked(file, 'zip')).resolves.toBeDefined();
  });

  it('have names, types and endings of their own', () => {
    for (const key of ['name', 'type', 'extension'] as const) {
      expect(new Set(formats.map((format) => format[key])).size).toBe(formats.length);
    }
  });
});

describe('a release named in the path', () => {
  const bundle = endpoints.find(({ path }) => path === '/releases/{release}/bundle.zip')!;
  const asked = (release: string, search = '') =>
    ask(bundle, releases, { release }, new URLSearchParams(search));

  it('is the one used', async () => {
    const id = releases.currentReleaseId();
    expect((await asked(id)).release.id).toBe(id);
    expect((await asked(id, `release=${id}`)).release.id).toBe(id);
    await expect(asked('1999-01.1')).rejects.toThrow('unknown release: 1999-01.1');
  });

  it('is rejected together with another one in the query', async () => {
    await expect(asked(releases.currentReleaseId(), 'release=2018-01.9')).rejects.toThrow(
      'the path names another release',
    );
  });
});
