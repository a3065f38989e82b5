import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'papaparse';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { levels } from '../../../../data/definitions/levels.ts';
import { markers } from '../../../../data/definitions/markers.ts';
import { measures } from '../../../../data/definitions/measures.ts';
import { ask } from '../../../../server/api/api.ts';
import { bundle } from '../../../../server/api/bundle/bundle.ts';
import { type BundleTable, bundleTables } from '../../../../server/api/bundle/tables.ts';
import type { TableEndpoint } from '../../../../server/api/endpoint.ts';
import { DuckDatabase } from '../../../../server/store/duckDatabase.ts';
import type { Release, Releases } from '../../../../server/store/releases.ts';
import { expression } from '../../../../server/store/sql.ts';
import { gathered, unzipped } from '../../../support/bytes.ts';
import { type Field, misfits, problemsOfPackage } from '../../../support/dataPackage.ts';
import { isDue, shareDue } from '../../../support/due.ts';
import { statementsOf } from '../../../support/linkedData.ts';
import { published } from '../../../support/published.ts';
import { keptOpen } from '../../../support/sharedReleases.ts';

/** A release's bundle, unzipped into a folder where DuckDB finds its files. */
async function unpacked(dataFolder: string, folder: string) {
  const releases = keptOpen(dataFolder)!;
  const release = await releases.get();
  const bytes = await gathered(bundle(release, releases));
  const files = await unzipped(bytes);
  const inside = new Map<string, Buffer>();
  for (const [path, bytes] of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    inside.set(name, bytes);
    await writeFile(join(folder, name), bytes);
  }
  return { releases, release, bytes, paths: [...files.keys()], files: inside };
}

let folder: string;
let duckdb: DuckDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uptake-bundle-'));
  duckdb = await DuckDatabase.openToWrite(':memory:');
});
afterAll(async () => {
  duckdb.close();
  await rm(folder, { recursive: true });
});

const columnsOf = ({ endpoint }: BundleTable) => (endpoint as TableEndpoint).columns;

/** The rows of a CSV read by DuckDB, with the types of the endpoint's columns. */
function csvRows(file: string, table: BundleTable): Promise<Record<string, unknown>[]> {
  const sql = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN' };
  const types = columnsOf(table).map(({ name, type }) => `'${name}': '${sql[type]}'`);
  types.push(`'data_kind': 'VARCHAR'`);
  return duckdb.all(
    expression(
      `select * exclude (data_kind) from read_csv('${join(folder, file)}', header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', columns = {${types.join(', ')}})`,
    ),
  );
}

/** The rows of the API's JSON response to a table's question. */
async function apiRows(
  { endpoint, query }: BundleTable,
  releases: Releases,
): Promise<Record<string, unknown>[]> {
  const asked = await ask(endpoint, releases, {}, new URLSearchParams(query));
  return JSON.parse((await gathered((await asked.answer()).pieces)).toString()).data;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Names and checksums that are wrong; every file except the list of checksums must have one. */
function wrongSums(files: Map<string, Buffer>): string[] {
  const sums = new Map(
    files
      .get('SHA256SUMS')!
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const others = [...files].filter(([name]) => name !== 'SHA256SUMS');
  return [
    ...others.filter(([name, bytes]) => sums.get(name) !== sha256(bytes)).map(([name]) => name),
    ...[...sums.keys()].filter((name) => !files.has(name)),
  ];
}

describe('the bundle of an illustrative release', () => {
  let made: Awaited<ReturnType<typeof unpacked>>;
  let release: Release;
  const tables = () => bundleTables(release.catalogue);
  const fileOf = ({ file }: BundleTable) => `illustrative-${file}`;

  beforeAll(async () => {
    made = await unpacked(inject('illustrative'), folder);
    release = made.release;
  });

  it('is one folder named after its kind and id, with the README first and the checksums last', () => {
    const start = `gp-online-illustrative-${release.id}/`;
    expect(made.paths.every((path) => path.startsWith(start))).toBe(true);
    expect(made.paths[0]).toBe(`${start}README.txt`);
    expect(made.paths.at(-1)).toBe(`${start}SHA256SUMS`);
  });

  it('has the figures of every level, practices by month, and explanations', () => {
    const { codesByLevel, periods } = release.catalogue;
    const levels = Object.entries(codesByLevel).filter(
      ([level, codes]) => level !== 'practice' && codes.length > 0,
    );
    const names = [
      ...levels.map(([level]) => `figures-${level}`),
      ...periods.map(({ period }) => `figures-practice-${period}`),
      ...['measures', 'areas', 'periods', 'findings', 'acceptances', 'sources'],
    ];
    const expected = names.flatMap((name) => [
      `illustrative-${name}.csv`,
      `illustrative-${name}.csv-metadata.json`,
    ]);
    expect([...made.files.keys()]).toEqual([
      'README.txt',
      'LICENCE.txt',
      'DEFINITIONS.txt',
      ...expected,
      'datapackage.json',
      'SHA256SUMS',
    ]);
    expect(levels.length).toBeGreaterThanOrEqual(3);
  });

  it('says first that it is illustrative', () => {
    const readme = made.files.get('README.txt')!.toString();
    expect(readme.split('\n')[0]).toBe(release.about.note!.toUpperCase());
    for (const table of tables()) expect(readme).toContain(fileOf(table));
    expect(made.files.get('LICENCE.txt')!.toString()).not.toMatch(/Open Government/);
  });

  it('has correct checksums', () => {
    expect(wrongSums(made.files)).toEqual([]);
  });

  it('is a data package with the tables it lists', async () => {
    const described = JSON.parse(made.files.get('datapackage.json')!.toString());
    expect(problemsOfPackage(described)).toEqual([]);
    expect(described.resources.map(({ path }: { path: string }) => path)).toEqual(
      tables().map(fileOf),
    );
    for (const { path, bytes, hash, schema } of described.resources) {
      const file = made.files.get(path)!;
      expect([path, bytes, hash]).toEqual([path, file.length, `sha256:${sha256(file)}`]);
      const [header, ...lines] = parse<string[]>(file.toString(), { skipEmptyLines: true }).data;
      const fields: Field[] = schema.fields;
      expect(header).toEqual(fields.map(({ name }) => name));
      expect([path, lines.flatMap((line) => misfits(line, fields))]).toEqual([path, []]);
    }
    expect(described.licenses).toBeUndefined();
  });

  it('reads back in DuckDB as every row of the API', async () => {
    let figures = 0;
    for (const table of tables()) {
      const expected = await apiRows(table, made.releases);
      expect(await csvRows(fileOf(table), table), table.file).toEqual(expected);
      if (table.file.startsWith('figures')) figures += expected.length;
    }
    const { count } = (await release.database.first<{ count: number }>(
      expression('select count(*) as count from figure where practices > 0'),
    ))!;
    expect(figures).toBeGreaterThan(count);
  });

  it('has metadata for every table that names it and describes each of its columns', async () => {
    for (const table of tables()) {
      const metadata = JSON.parse(made.files.get(`${fileOf(table)}-metadata.json`)!.toString());
      expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
      expect(metadata.url).toBe(fileOf(table));
      expect((await statementsOf(metadata)).length).toBeGreaterThan(20);
      expect(metadata['rdfs:comment']).toBe(release.about.note);
      const header = made.files.get(fileOf(table))!.toString().split('\r\n')[0]!.split(',');
      const described: { name: string; titles: string[]; 'dc:description': string }[] =
        metadata.tableSchema.columns;
      expect(described.map(({ name }) => name)).toEqual(header);
      expect(header.at(-1)).toBe('data_kind');
      for (const column of described) {
        expect(column.titles).toContain(column.name);
        expect(column['dc:description']).toMatch(/\w/);
      }
    }
  });

  it('defines every measure, level and marker', () => {
    const definitions = made.files.get('DEFINITIONS.txt')!.toString();
    const words = [
      ...measures.map((measure) =>
        [
          `${measure.id}: ${measure.title}`,
          `  Unit:        ${measure.unit}`,
          `  Numerator:   ${measure.numeratorLabel}`,
          `  Denominator: ${measure.denominatorLabel}`,
          `  ${measure.description}`,
          `  Why it matters: ${measure.whyItMatters}`,
        ].join('\n'),
      ),
      ...levels.map(({ id, description }) => `\n${id}: ${description}\n`),
      ...Object.entries(markers).map(([marker, meaning]) => `\n${marker} ${meaning}\n`),
    ];
    expect(words.filter((text) => !definitions.includes(text))).toEqual([]);
  });

  it('says of every file what it holds', () => {
    const readme = made.files.get('README.txt')!.toString();
    const lines = readme.split('\n').map((line) => line.replace(/ +/g, ' '));
    const [ccgs, first] = ['figures-ccg', `figures-practice-${release.about.first_period}`];
    for (const [file, holds] of [
      [`illustrative-${ccgs}.csv`, 'figures of CCGs, all months'],
      [`illustrative-${first}.csv`, 'figures of practices, April 2014'],
      ['illustrative-measures.csv', 'every measure and how it is counted'],
      ['illustrative-areas.csv', 'every place and practice, with the areas it is in'],
      ['illustrative-periods.csv', 'every month, with its practices and measures'],
      ['illustrative-findings.csv', 'what is unusual in the published files'],
      ['illustrative-acceptances.csv', 'what was doubted of this release and accepted, and why'],
      ['illustrative-sources.csv', 'the published files, with their SHA-256'],
    ]) {
      expect(lines).toContain(`${file} ${holds}`);
      const { resources } = JSON.parse(made.files.get('datapackage.json')!.toString());
      expect(resources).toContainEqual(expect.objectContaining({ path: file, title: holds }));
    }
    expect(lines).toContain('Months: April 2014 to March 2015');
    expect(lines.at(-2)).toContain(`release ${release.id}`);
  });

  it('gives the same bytes every time', async () => {
    const again = await gathered(bundle(release, made.releases));
    expect(sha256(again)).toBe(sha256(made.bytes));
  });
});

const title = `the bundle of April to September 2018 (${shareDue(2)})`;

describe.skipIf(!published || !isDue(2, 1))(title, () => {
  it('has the figures that were computed independently of this software, and correct checksums', async () => {
    const { release, files } = await unpacked(inject('published2018')!, folder);
    expect(wrongSums(files)).toEqual([]);
    const names = ['england', 'region', 'subregion', 'ccg'].map(
      (level) => `'${join(folder, `figures-${level}.csv`)}'`,
    );
    const differing = await duckdb.all(
      expression(`
          select * from read_csv('${published}/expected/figures_2018-04_2018-09.csv') as expected
          left join read_csv([${names.join(', ')}], all_varchar = true) as given
            using (period, level, area_code, measure)
          where given.period is null
            or expected.numerator is distinct from cast(given.numerator as bigint)
            or expected.denominator is distinct from cast(given.denominator as bigint)
            or expected.practices <> cast(given.practices as bigint)
            or expected.practices_reported <> cast(given.practices_reported as bigint)
            or abs(expected.value - cast(given.value as double)) > 1e-9 * expected.value
          limit 5`),
    );
    expect(differing).toEqual([]);
    const { periods } = release.catalogue;
    for (const { period, practices } of periods) {
      const found = await duckdb.first(
        expression(
          `select count(distinct area_code) as practices, count(*) / count(distinct measure) as each from read_csv('${join(folder, `figures-practice-${period}.csv`)}', all_varchar = true)`,
        ),
      );
      expect(found).toEqual({ practices, each: practices });
    }
  });
});
