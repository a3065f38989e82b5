import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { gpOnline, Problem } from '../../clients/typescript/gpOnline.ts';
import { type Serving, serve } from '../support/serving.ts';
import { python, ran, rscript } from '../support/tools.ts';

const clients = fileURLToPath(new URL('../../clients', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'uptake-clients-'));
let serving: Serving;
beforeAll(async () => {
  serving = await serve(inject('illustrative'));
});
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true });
});

type Answer = { data: Record<string, unknown>[]; meta: { release: string } };
const answered = async (query: string): Promise<Answer> =>
  (await fetch(`${serving.origin}/api/v1${query}`)).json();

/** A question with several measures, places with missing figures, and codes that look like numbers. */
const question = 'measure=records_enabled,records_accessed&level=practice&period=latest';
const inRelease = () => answered(`/figures?${question}&release=2015-03.1`);

/** Rows without missing values, which tools write differently, and with numbers to ten digits. */
const near = (rows: Record<string, unknown>[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value != null)
        .map(([name, value]) => [name, typeof value === 'number' ? value.toPrecision(10) : value]),
    ),
  );

async function pythonRun(lines: string[]): Promise<string> {
  const file = join(folder, 'use.py');
  writeFileSync(file, ['import json, gp_online', ...lines].join('\n'));
  const environment = { GP_ONLINE_SERVER: serving.origin, PYTHONPATH: join(clients, 'python') };
  return ran(python!, [file], folder, environment);
}

async function rRun(lines: string[]): Promise<string> {
  const file = join(folder, 'use.R');
  const source = `source(${JSON.stringify(join(clients, 'r/gp_online.R'))})`;
  writeFileSync(file, [source, ...lines].join('\n'));
  return ran(rscript!, ['--vanilla', file], folder, { GP_ONLINE_SERVER: `${serving.origin}/` });
}

describe.skipIf(!python)('the Python client', () => {
  it('gets the same table as the API, with its types', async () => {
    const printed = await pythonRun([
      'table = gp_online.get_figures(["records_enabled", "records_accessed"], level="practice", period="latest", release="2015-03.1")',
      'print(json.dumps([table.attrs["release"], table.attrs["address"], {name: str(kind) for name, kind in table.dtypes.items()}]))',
      'print(table.to_json(orient="records", double_precision=15))',
    ]);
    const [about, rows] = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { data, meta } = await inRelease();
    expect(data.length).toBeGreaterThan(500);
    expect(data.some(({ value }) => value === null)).toBe(true);
    const [release, address, types] = about;
    expect(release).toBe(meta.release);
    expect(
      (await answered(new URL(address).href.slice(`${serving.origin}/api/v1`.length))).data,
    ).toEqual(data);
    expect(types).toMatchObject({ area_code: 'string', numerator: 'Int64', value: 'float64' });
    expect(near(rows)).toEqual(near(data));
  });

  it('says what the API says of a question that it refuses', async () => {
    const printed = await pythonRun([
      'try:',
      '    gp_online.get_figures("records_enabeld", level="region")',
      'except gp_online.Problem as problem:',
      '    print(json.dumps([str(problem), problem.status, problem.parameter, problem.value]))',
    ]);
    expect(JSON.parse(printed)).toEqual([
      'unknown measure: records_enabeld (did you mean records_enabled?)',
      400,
      'measure',
      'records_enabeld',
    ]);
  });

  it('asks for words as they are, and for months from one to another', async () => {
    const printed = await pythonRun([
      'found = gp_online.get_table("/search", q="surgery & co", limit=3)',
      'months = gp_online.get_figures("records_enabled", area="E92000001", from_="2015-01", to="2015-03")',
      'print(json.dumps([found.attrs["address"], list(months.period)]))',
    ]);
    const [address, months] = JSON.parse(printed);
    expect(new URL(address).searchParams.get('q')).toBe('surgery & co');
    expect(months).toEqual(['2015-01', '2015-02', '2015-03']);
  });
});

describe.skipIf(!rscript)('the R client', () => {
  it('gets the same table as the API, with its types', async () => {
    const printed = await rRun([
      'table <- get_figures(c("records_enabled", "records_accessed"), level = "practice", period = "latest", release = "2015-03.1")',
      'cat(attr(table, "meta")$release, "\\n", sep = "")',
      'cat(jsonlite::toJSON(table, digits = NA, na = "null"), "\\n", sep = "")',
    ]);
    const [release, rows] = printed.trim().split('\n');
    const { data, meta } = await inRelease();
    expect(release).toBe(meta.release);
    expect(near(JSON.parse(rows!))).toEqual(near(data));
  });

  it('stops with what the API says of a question that it refuses', async () => {
    await expect(rRun(['get_figures("records_enabeld", level = "region")'])).rejects.toThrow(
      'unknown measure: records_enabeld (did you mean records_enabled?)',
    );
  });

  it('asks for words as they are, and for months from one to another', async () => {
    const printed = await rRun([
      'found <- get_table("/search", q = "surgery & co", limit = 3)',
      'months <- get_figures("records_enabled", area = "E92000001", from = "2015-01", to = "2015-03")',
      'cat(attr(found, "address"), months$period, sep = "\\n")',
    ]);
    const [address, ...months] = printed.trim().split('\n');
    expect(new URL(address!).searchParams.get('q')).toBe('surgery & co');
    expect(months).toEqual(['2015-01', '2015-02', '2015-03']);
  });
});

describe('the TypeScript client', () => {
  it('gets the same answer as the API gives', async () => {
    const { getFigures, ask } = gpOnline(`${serving.origin}/`);
    const got = await getFigures({
      measure: ['records_enabled', 'records_accessed'],
      level: 'practice',
      period: 'latest',
      release: '2015-03.1',
    });
    expect(got).toEqual(await inRelease());
    const { data } = await ask('/search', { q: 'surgery & co', limit: 3 });
    expect(data.length).toBeLessThanOrEqual(3);
  });

  it('rejects with what the API says of a question that it refuses', async () => {
    const { getFigures } = gpOnline(serving.origin);
    const refused = await getFigures({ measure: 'records_enabeld' }).catch((error) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({
      message: 'unknown measure: records_enabeld (did you mean records_enabled?)',
      status: 400,
      parameter: 'measure',
      value: 'records_enabeld',
    });
  });
});
