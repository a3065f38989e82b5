import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { allFields, longExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
const clean = longExtract([{ fields: allFields(1000, 100) }]);

it.each([
  ['has an empty cell more, as spreadsheets write, is read without it', ',', []],
  [
    'has a cell more is a problem',
    ',1',
    [['wrong number of cells: 13 where the header has 12', 1, 13]],
  ],
])('a row that %s', async (_, more, expected) => {
  const [header, ...rows] = clean.trimEnd().split('\r\n');
  const text = [header, ...rows.map((row) => row + more), ''].join('\r\n');
  const { problems, summary } = await ingest({
    ...{ files: [written(scratch, 'a.csv', text)], dataFolder: `${scratch}/none`, check: true },
  });
  expect(
    problems.map(({ message, row, more: others }) => [message, row, 1 + (others?.rows ?? 0)]),
  ).toEqual(expected);
  expect(summary?.rows ?? null).toBe(expected.length ? null : 13);
});
