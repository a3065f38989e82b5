import { expect, it } from 'vitest';
import type { About } from '../../../server/formats/format.ts';
import { asRead, json, plain } from '../../../server/formats/json.ts';
import { sliced, type Table } from '../../../server/table.ts';

const rows = [
  {
    code: 'A1',
    value: 0.1 + 0.2,
    none: null,
    unsaid: undefined,
    endless: Number.POSITIVE_INFINITY,
  },
  { code: 'A2 <"é\u2028', value: -0, none: Number.NaN, list: [1, undefined, -0], deep: { of: [] } },
  ...Array.from({ length: 300 }, (_, i) => ({ code: `B${i}`, value: i / 7, yes: i % 2 === 0 })),
];
const meta = { release: '2019-03.1', note: undefined } as unknown as About['meta'];
const table = (more: Partial<Table> = {}): Table => ({ chunks: sliced(rows), ...more });

const tables: [string, () => Table][] = [
  ['all rows', () => table()],
  ['no row', () => table({ chunks: [] })],
  ['what is said of it', () => table({ meta: { sentence: 'So it is.', gap: undefined } })],
  ['a page', () => table({ next: () => 'abc', total: async () => 900 })],
  ['a page whose rows are not counted', () => table({ next: () => null, total: () => undefined })],
];

it.each(tables)('a table read is the same as written and parsed: %s', async (_, of) => {
  let text = '';
  for await (const piece of json.write(of(), { meta } as About)) text += piece;
  const read = await asRead(of(), meta);
  expect(read).toStrictEqual(JSON.parse(text));
  expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
});

it('what is read is a copy that nobody else has', () => {
  const kept = { months: [{ value: 1 }] };
  const read = plain(kept) as typeof kept;
  read.months[0]!.value = 2;
  expect(kept.months[0]!.value).toBe(1);
});
