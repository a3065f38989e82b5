import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { seededRandom } from '../../../support/random.ts';
import { allFields, longExtract } from '../extracts.ts';
import { asked, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
const codes = ['A81001', 'A81002', 'A81003', 'A81004'];
const [header, ...rows] = longExtract(
  codes.map((code, i) => ({ code, fields: allFields(1000 + i, 100 + i) })),
)
  .trimEnd()
  .split('\r\n') as [string, ...string[]];

async function released(inOrder: readonly string[]) {
  const file = written(scratch, 'POMI_APR2018.csv', `${[header, ...inOrder].join('\r\n')}\r\n`);
  const dataFolder = `${file}-releases`;
  const { release, problems } = await ingest({ files: [file], dataFolder, accept: 'a test' });
  expect(problems).toEqual([]);
  return asked<Record<string, unknown>>(
    dataFolder,
    release!,
    'select * from practice_month order by practice_code',
  );
}

const withoutRows = (months: Record<string, unknown>[]) =>
  months.map((month) =>
    Object.fromEntries(Object.entries(month).filter(([name]) => !name.endsWith('_row'))),
  );

const random = seededRandom(3);
const shuffled = rows
  .map((row) => ({ row, at: random() }))
  .sort((a, b) => a.at - b.at)
  .map(({ row }) => row);

it.each([
  [
    'one row of a practice among those of another',
    [...rows.slice(1, 20), rows[0]!, ...rows.slice(20)],
  ],
  ['the rows of practices mixed', shuffled],
  ['field after field', rows.map((_, i) => rows[(i % 4) * 13 + Math.floor(i / 4)]!)],
])('a long file is read the same with %s', async (_, inOrder) => {
  const months = await released(inOrder);
  expect(withoutRows(months)).toEqual(withoutRows(await released(rows)));
  // A practice's row is the first that names it.
  expect(months.map(({ any_row }) => any_row)).toEqual(
    codes.map((code) => inOrder.findIndex((row) => row.includes(`,${code},`)) + 1),
  );
});
