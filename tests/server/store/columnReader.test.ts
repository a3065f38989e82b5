import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, sql } from '../../../server/store/sql.ts';

const database = await DuckDatabase.openToWrite(':memory:');
afterAll(() => database.close());

/** More than the rows that the library returns at a time, and not a multiple of them. */
const rows = 5000;

/** A type, its value in row i as SQL, and as it should be read. Some rows have none. */
const cases: [type: string, value: string, read: (i: number) => unknown][] = [
  ['integer', 'i::bigint * 858993 - 2147483648', (i) => i * 858_993 - 2_147_483_648],
  ['bigint', '(i - 2500) * 3602879701896', (i) => (i - 2500) * 3_602_879_701_896],
  ['bigint', 'i - 3', (i) => i - 3],
  ['hugeint', '(i - 2500) * 3602879701896', (i) => (i - 2500) * 3_602_879_701_896],
  ['double', '(i - 2500) / 7', (i) => (i - 2500) / 7],
  ['smallint', 'i - 2500', (i) => i - 2500],
  ['boolean', 'i % 2 = 0', (i) => i % 2 === 0],
  [
    'date',
    "date '2015-03-31' + i",
    (i) => new Date(Date.UTC(2015, 2, 31 + i)).toISOString().slice(0, 10),
  ],
  ['decimal(12, 2)', 'i + 0.25', (i) => `${i}.25`],
  ['varchar', "repeat('x', i % 30)", (i) => 'x'.repeat(i % 30)],
  ['varchar', "repeat('Ärzte für 日本 ', i % 4)", (i) => 'Ärzte für 日本 '.repeat(i % 4)],
  ['varchar', "'A8' || (i // 6)", (i) => `A8${Math.floor(i / 6)}`],
  ['varchar', "'PRACTICE' || (1000 + i)", (i) => `PRACTICE${1000 + i}`],
  ['varchar', "'SURGERY NUMBER ' || (i // 6)", (i) => `SURGERY NUMBER ${Math.floor(i / 6)}`],
];

it.each(cases)(
  '%s %s is read as it is, and null where it is missing',
  async (type, value, read) => {
    for (const missing of [1, 3, 64, 7919]) {
      const found = await database.all<{ value: unknown }>(
        expression(
          `select case when i % ${missing} <> ${missing - 1} then (${value})::${type} end as value from (select range::integer as i from range(${rows})) order by i`,
        ),
      );
      const expected = Array.from({ length: rows }, (_, i) =>
        i % missing === missing - 1 ? null : read(i),
      );
      expect(found.map((row) => row.value)).toEqual(expected);
    }
  },
);

it('numbers at the ends of their range, and texts of any characters, are read as they are', async () => {
  const [row] = await database.all(sql`
    select 'nan'::double as nan, '-infinity'::double as least, 5e-324::double as smallest, -0.0::double as nought,
      9007199254740991::bigint as most, -9007199254740991::bigint as fewest, (-1)::bigint as minus,
      chr(65279) || 'NAME' as marked, '' as empty, 'exactly 12 b' as twelve, 'over 12 bytes' as thirteen, chr(0) as zero`);
  expect(row).toEqual({
    nan: Number.NaN,
    least: Number.NEGATIVE_INFINITY,
    smallest: 5e-324,
    nought: -0,
    most: 9_007_199_254_740_991,
    fewest: -9_007_199_254_740_991,
    minus: -1,
    marked: '\ufeffNAME',
    empty: '',
    twelve: 'exactly 12 b',
    thirteen: 'over 12 bytes',
    zero: '\0',
  });
});

it('both packages of the client have one version, as each holds the other’s objects', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(dependencies['@duckdb/node-bindings']).toBe(dependencies['@duckdb/node-api']);
});
