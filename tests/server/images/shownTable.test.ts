import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shownTable, tableFile } from '../../../server/images/shownTable.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression } from '../../../server/store/sql.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { unzipped } from '../../support/bytes.ts';
import { charting } from '../../support/charts.ts';
import { readSheet } from '../formats/worksheet.ts';

const charts = charting();
const folder = mkdtempSync(join(tmpdir(), 'uptake-shown-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = { origin: 'https://uptake.example', prefix: '', contact: '' };
const taken = async (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://localhost/');
  const { type, body } = await shownTable(
    tableFile(pathname.slice(1))!,
    searchParams,
    charts.ask,
    site,
  );
  return { type, body: body as Uint8Array };
};
const linesOf = async (address: string) =>
  Buffer.from((await taken(address)).body)
    .toString()
    .trim()
    .split('\r\n');

const shares = 'level=region&measure=records_enabled&period=2015-03';

describe('a chart’s table as a file', () => {
  it('has a row per place in order, with its code and numbers at full precision', async () => {
    const [head, ...rows] = await linesOf(`places.csv?${shares}`);
    expect(head).toBe(
      'region,code,percent_of_patients,95_confidence_interval_wilson_from,95_confidence_interval_wilson_to,data_kind',
    );
    const { data } = await charts.ask('/figures', {
      measure: 'records_enabled',
      level: 'england,region',
      period: '2015-03',
    });
    const [whole, ...regions] = data;
    const wanted = [...regions.sort((a, b) => b.value! - a.value!), whole!];
    expect(
      rows.map((row) => {
        const cells = row.split(',');
        return [cells[1], ...cells.slice(2, 5).map(Number)];
      }),
    ).toEqual(
      wanted.map(({ area_code, numerator, denominator, lower_95, upper_95 }) => [
        area_code,
        (numerator! / denominator!) * 100,
        lower_95,
        upper_95,
      ]),
    );
  });

  it('is sorted and filtered by the address', async () => {
    const all = (await linesOf(`places.csv?${shares}`)).slice(1).map((row) => row.split(','));
    const codes = async (arranged: string) =>
      (await linesOf(`places.csv?${shares}&${arranged}`)).slice(1).map((row) => row.split(',')[1]);
    const rising = [...all].sort((a, b) => Number(a[2]) - Number(b[2])).map(([, code]) => code);
    expect(await codes('sort=2')).toEqual(rising);
    expect(await codes('filter=london')).toEqual(['Y56']);
    const [, least] = [...all].map((row) => Number(row[2])).sort((a, b) => b - a) as [
      number,
      number,
    ];
    expect(await codes(`column=2&least=${least}`)).toHaveLength(2);
  });

  it('is the same as Parquet, with metadata', async () => {
    const { type, body } = await taken(`places.parquet?${shares}&sort=2`);
    expect(type).toBe('application/vnd.apache.parquet');
    const file = join(folder, 'shown.parquet');
    writeFileSync(file, body);
    const database = await DuckDatabase.openToWrite(':memory:');
    const rows = await database.all<{ code: string; percent_of_patients: number }>(
      expression(`select code, percent_of_patients from '${file}'`),
    );
    database.close();
    const lines = (await linesOf(`places.csv?${shares}&sort=2`)).slice(1);
    expect(rows.map(({ code, percent_of_patients }) => [code, percent_of_patients])).toEqual(
      lines.map((line) => [line.split(',')[1], Number(line.split(',')[2])]),
    );
  });

  it('is the same as a spreadsheet, which says what is shown, where and when', async () => {
    const { body } = await taken(`places.xlsx?${shares}&filter=london`);
    const files = await unzipped(Buffer.from(body));
    const textOf = (name: string) => files.get(`xl/worksheets/${name}.xml`)!.toString();
    const cover = readSheet(textOf('sheet1')).cells.map(({ value }) => value);
    expect(cover.join(' ')).toMatch(/regions in England, March 2015/);
    expect(cover.join(' ')).toContain('filter=london');
    const [address] = /https:[^ ]*places\.xlsx\?[^ ]*/.exec(cover.join(' '))!;
    const named = `${shares}&filter=london&release=2015-03.1`;
    expect([...new URL(address).searchParams].sort()).toEqual(
      [...new URLSearchParams(named)].sort(),
    );
    const { rows } = readSheet(textOf('sheet3'));
    const last = [...rows.values()].at(-1)!.map(({ value }) => value);
    const [line] = (await linesOf(`places.csv?${shares}&filter=london`)).slice(1);
    expect(last.slice(0, 2)).toEqual(line!.split(',').slice(0, 2));
    expect(last[2]).toBeCloseTo(Number(line!.split(',')[2]), 9);
  });

  // This release has no reference files.
  it.each(chartKinds.filter(({ needs }) => !needs).map(({ id }) => id))(
    'is there for %s, each column by a name of its own',
    async (id) => {
      const [head, ...rows] = await linesOf(`${id}.csv`);
      const names = head!.split(',');
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name) => /^[a-z0-9_]+$/.test(name))).toBe(true);
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it('is not made for the address of an image, and rejects unknown parameters', async () => {
    expect(tableFile('places.png')).toBeNull();
    expect(tableFile('places')).toBeNull();
    await expect(taken('places.csv?joy=1')).rejects.toThrow(
      'this chart takes no such parameter: joy',
    );
    await expect(taken('pie.csv')).rejects.toThrow('unknown chart: pie');
  });
});
