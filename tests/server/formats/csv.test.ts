import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../server/formats/csv.ts';
import { gathered } from '../../support/bytes.ts';
import { about, columns, illustrative, rows, tableOf } from './madeUp.ts';

const text = async (all = rows) => (await gathered(csv.write(tableOf(all), about))).toString();

describe('csv', () => {
  it('has one header row and the line endings of RFC 4180', async () => {
    const written = await text();
    expect(written.startsWith(`${columns.map(({ name }) => name).join(',')}\r\n2018-09,`)).toBe(
      true,
    );
    expect(written.endsWith('\r\n')).toBe(true);
    expect(written).not.toContain('\r\n\r\n');
  });

  it('says nothing before its first rows are there, and has its header without any', async () => {
    const failing = {
      ...tableOf(rows),
      // biome-ignore lint/correctness/useYield: it fails before its first rows
      chunks: (async function* () {
        throw new Error('no connection');
      })(),
    };
    await expect(csv.write(failing, about)[Symbol.asyncIterator]().next()).rejects.toThrow(
      'no connection',
    );
    expect(await text([])).toBe(`${columns.map(({ name }) => name).join(',')}\r\n`);
  });

  it('marks each row of illustrative figures, and no others', async () => {
    const { data } = Papa.parse<string[]>(
      (await gathered(csv.write(tableOf(rows), illustrative))).toString(),
      { skipEmptyLines: true, newline: '\r\n' },
    );
    expect(data.map((row) => row.at(-1))).toEqual(['data_kind', ...rows.map(() => 'illustrative')]);
    expect(await text()).not.toContain('data_kind');
  });

  it('reads back with equal values, empty for none', async () => {
    const { data } = Papa.parse<Record<string, string>>(await text(), {
      header: true,
      skipEmptyLines: true,
      newline: '\r\n',
    });
    const unsafe = new Set(['=1+1', '@SUM(A1)', '-2+3']);
    const expected = rows.map((row) =>
      Object.fromEntries(
        columns.map(({ name }) => {
          const value = row[name] === null ? '' : String(row[name]);
          return [name, unsafe.has(value) ? `'${value}` : value];
        }),
      ),
    );
    expect(data).toEqual(expected);
  });

  it.each([
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    ' =1',
    '\u200b=1',
    '\ufeff＝1',
  ])('keeps a spreadsheet from taking %j for a formula', async (formula) => {
    const column = { ...columns[0]!, name: 'name' };
    const table = { chunks: [[{ name: formula }]] };
    const written = await gathered(csv.write(table, { ...about, columns: [column] }));
    const { data } = Papa.parse<string[]>(written.toString().slice('name\r\n'.length), {
      newline: '\r\n',
    });
    expect(data[0]).toEqual([`'${formula}`]);
  });

  it('leaves alone what is not the beginning of a formula', async () => {
    const column = { ...columns[0]!, name: 'name' };
    const names = ['-5', '-0.25', 'A=1', "O'Brien", '½', '– of old'];
    const table = { chunks: [names.map((name) => ({ name }))] };
    const written = await gathered(csv.write(table, { ...about, columns: [column] }));
    expect(written.toString()).toBe(`name\r\n${names.join('\r\n')}\r\n`);
  });

  it('keeps negative numbers, even if they are text', async () => {
    expect(await text()).toContain(',-12,4.512345678901234,,,-12.5,false\r\n');
  });

  it('quotes the same cells as PapaParse', async () => {
    const texts = [
      'plain',
      '',
      ' leading',
      'trailing ',
      'a,b',
      'say "so"',
      '"',
      'two\nlines',
      'a\rb',
    ];
    const all = [...texts, '\ufeffmark', 'in side', 'a;b', "it's", 'tab\tinside', 'é', ',', '" '];
    const column = { ...columns[0]!, name: 'first' };
    const two = [column, { ...column, name: 'second' }];
    const pairs = all.map((first, i) => ({ first, second: all.at(-1 - i)! }));
    const written = await gathered(csv.write({ chunks: [pairs] }, { ...about, columns: two }));
    const expected = Papa.unparse(pairs, { columns: ['first', 'second'], newline: '\r\n' });
    expect(written.toString()).toBe(`${expected}\r\n`);
  });

  it('is only a header for a table without rows', async () => {
    expect(await text([])).toBe(`${columns.map(({ name }) => name).join(',')}\r\n`);
  });
});
