import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { allFields, type LongPractice, longExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

/** What is wrong with two files: the second has the practices of the first with some changes. */
async function problemsOf(changed: LongPractice[]) {
  const practices = ['A81001', 'A81002', 'A81003'].map((code) => ({
    ...{ code, ccg: code === 'A81003' ? '00L' : '00K', fields: allFields(1000, 100) },
  }));
  const later = practices.map((one, i) => ({ ...one, ...changed[i] }));
  const files = [practices, later].map((some, i) =>
    written(scratch, `${'ab'[i]}.csv`, longExtract(some)),
  );
  const { problems } = await ingest({ files, dataFolder: `${scratch}/none` });
  return problems.map(({ file, row, column, value, message }) => [
    file,
    row,
    column,
    value,
    message,
  ]);
}

it('invented practices in one file are held against real ones in another', async () => {
  const files = ['A81001', 'ZZ0001'].map((code, i) =>
    written(scratch, `${'ab'[i]}.csv`, longExtract([{ code, fields: allFields(1000, 100) }])),
  );
  const { problems } = await ingest({ files, dataFolder: `${scratch}/none` });
  expect(problems).toEqual([
    {
      ...{ file: 'b.csv', row: 1, column: null, value: null },
      message:
        'illustrative and published practices never mix: this row is illustrative, a.csv row 1 published',
    },
  ]);
});

it('a practice in two places is held against its own row in the other file', async () => {
  expect(await problemsOf([{}, { ccg: '00M' }, {}])).toEqual([
    [
      ...['b.csv', 14, 'ccg_code', '00M'],
      'another place than in a.csv: 00M, in row 14 there 00K (A81002 in 2018-04)',
    ],
  ]);
});

it('a practice with other counts is held against its own row in the other file', async () => {
  expect(await problemsOf([{}, { fields: allFields(1001, 100) }, {}])).toEqual([
    [
      ...['b.csv', 14, 'value', '1001'],
      'differs from a.csv: 1001, in row 14 there 1000 (registered of A81002 in 2018-04)',
    ],
  ]);
});
