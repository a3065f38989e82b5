import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { formatProblem } from '../../../scripts/ingest/problem.ts';
import { allFields, longExtract, wideExtract } from './extracts.ts';
import { asked, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
const long = longExtract(
  ['A81001', 'A81002'].map((code) => ({ code, fields: allFields(1000, 100) })),
);
const wide = wideExtract([{ code: 'A81001' }, { code: 'A81002' }]);
const blanks = (text: string) => ','.repeat(text.split('\r\n')[0]!.split(',').length - 1);

it('a header alone has no rows, with or without a line end', async () => {
  const [header] = long.split('\r\n');
  for (const text of [header!, `${header}\r\n`]) {
    const { problems } = await ingest({
      files: [written(scratch, 'POMI.csv', text)],
      dataFolder: join(scratch, 'header'),
    });
    expect(problems).toMatchObject([{ message: 'no rows under the header', row: null }]);
  }
});

it.each([
  [
    'rows of blank cells below a long table',
    'POMI.csv',
    `${long}${`${blanks(long)}\r\n`.repeat(3)}`,
  ],
  [
    'rows of blank cells below a wide table',
    'DETAILED_CODED_RECORDS_POMI.csv',
    `${wide}${`${blanks(wide)}\r\n`.repeat(3)}`,
  ],
  [
    'a row of empty quotes',
    'POMI.csv',
    long.replace(/\r\n/, `\r\n""${blanks(long).replaceAll(',', ',""')}\r\n`),
  ],
  ['a blank line with a byte order mark above a table', 'POMI.csv', `\ufeff\r\n${long}`],
  ['columns without a name and below', 'POMI.csv', long.replaceAll('\r\n', ', ,\r\n')],
  [
    'a column without a name and below, to the left',
    'DETAILED_CODED_RECORDS_POMI.csv',
    wide.replaceAll(/^(?=.)/gm, ','),
  ],
  ['a quote within a name', 'POMI.csv', long.replaceAll('SURGERY A81001', '5" LANE SURGERY')],
])('%s changes nothing', async (what, name, text) => {
  const dataFolder = join(scratch, what);
  const { release, problems, summary } = await ingest({
    files: [written(scratch, name, text)],
    dataFolder,
  });
  expect(problems).toEqual([]);
  expect(summary!.rows).toBe(name === 'POMI.csv' ? 26 : 2);
  expect(
    await asked(
      dataFolder,
      release!,
      'select practice_code, registered from practice_month order by 1',
    ),
  ).toEqual(['A81001', 'A81002'].map((practice_code) => ({ practice_code, registered: 1000 })));
});

it('a column without a name has nothing below', async () => {
  const lines = long.replaceAll('\r\n', ',\r\n').split('\r\n');
  lines[3] += 'see note';
  lines[20] += 'NULL';
  const { problems } = await ingest({
    files: [written(scratch, 'POMI.csv', lines.join('\r\n'))],
    dataFolder: join(scratch, 'notes'),
  });
  expect(problems.map(formatProblem)).toEqual([
    'POMI.csv, rows 3 and 20, column 13: not blank, though the column has no name in the header: see note (then NULL)',
  ]);
});
