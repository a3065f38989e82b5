import { afterAll, describe, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { codesOf } from '../../../server/api/examples.ts';
import { Releases } from '../../../server/store/releases.ts';
import type { Column } from '../../../server/table.ts';
import { type Answered, answered } from '../../support/asking.ts';
import { enriched } from '../../support/enriched.ts';

/** Every place but England has another name in each month, which ends with the month. */
const folder = await enriched(inject('illustrative'), [
  `update area_month set area_name = area_name || ' of ' || period where level <> 'england'`,
  `update practice_month set practice_name = practice_name || ' of ' || period`,
  `update area set area_name = area_name || ' of ' || last_period where level <> 'england'`,
]);
const releases = new Releases(folder);
afterAll(() => releases.close());
const { practice, region, last } = codesOf(await releases.get());
const [from, to] = ['2014-09', '2014-12'];

type Row = Record<string, string | number | null>;
const ask = (address: string) => answered(releases, address) as Promise<Answered<Row[]>>;

const namesIn = ({ columns = [] }: { columns?: readonly Column[] }): Column[] =>
  columns.filter(({ name }) => /^(area|practice|against|to)_name$/.test(name));

/** The month whose name a cell has, by the description of its column. */
function monthOf({ description }: Column, row: Row, period: string): string | null {
  if (/in that month/.test(description)) return String(row.period ?? period);
  if (/latest name of the two months/.test(description)) {
    return String(row.kind === 'left' ? row.from_period : row.to_period);
  }
  return /latest name/i.test(description) ? last : null;
}

/** The months of all names in a text. */
const monthsIn = (text: unknown): string[] =>
  [...String(text).matchAll(/ of (\d{4}-\d\d)/g)].map(([, month]) => month!);

describe('names of places are those of the month that a column says', () => {
  // News has a test below; of the others the release has no rows.
  const silent = ['/news', '/lifecycle', '/inequality', '/revisions'];
  const asked = endpoints.filter(
    ({ path, columns, parameters }) =>
      namesIn({ columns }).length &&
      ['period', 'to'].some((name) => parameters.includes(name)) &&
      !silent.includes(path),
  );
  const questions = asked.flatMap((endpoint) => {
    const { path, parameters } = endpoint;
    const takes = (name: string) => parameters.includes(name);
    const about = [
      ['measure', 'records_enabled'],
      ['across', 'list_size'],
      ['by', 'supplier'],
      path === '/differences' && ['against', region],
      path === '/peers' && ['practice', practice],
      ['area', /percentiles|reach|comparisons/.test(path) ? practice : region],
      !takes('area') && ['level', 'ccg'],
    ].flatMap((one) => (one && takes(one[0]!) ? [one.join('=')] : []));
    const when = takes('period') ? `period=${to}` : `from=${from}&to=${to}`;
    return [[`${path}?${[...about, when].join('&')}`, endpoint] as const];
  });

  it.each(questions)('%s', async (address, endpoint) => {
    const { data } = await ask(address);
    expect(data.length).toBeGreaterThan(0);
    const wrong = data.flatMap((row) => {
      const months = namesIn(endpoint).map((column) => {
        const month = monthOf(column, row, to);
        expect(month, column.name).not.toBeNull();
        const held = monthsIn(row[column.name]);
        return { month, held };
      });
      const said = monthsIn(row.sentence);
      const known = months.map(({ month }) => month);
      return [
        ...months.filter(({ month, held }) => held.some((one) => one !== month)),
        ...said.filter((one) => !known.includes(one)),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

it('news of a month names an area as it was then', async () => {
  const { data } = await ask(`/news?area=${region}`);
  const told = data.filter(({ kind }) => kind === 'unusual_change' || kind === 'target_met');
  expect(told.some(({ period }) => period !== last)).toBe(true);
  const names = told.map((row) => [row.area_name, row.title, row.sentence].map(monthsIn));
  expect(names).toEqual(
    told.map(({ period }) => [[last], [period], expect.arrayContaining([period])]),
  );
});
