import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { formatProblem } from '../../../../scripts/ingest/problem.ts';
import { allFields, longExtract, wideExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
const clean = longExtract([{ fields: allFields(1000, 100) }]);

/** What ingest says of a file. */
async function said(name: string, text: string): Promise<string[]> {
  const { problems } = await ingest({
    ...{ files: [written(scratch, name, text)], dataFolder: `${scratch}/none`, check: true },
  });
  return problems.map(formatProblem);
}

it.each([',', ',,', ',""', ',NULL', ',1'])(
  'rows that end in %s after their last cell have the wrong number of cells',
  async (more) => {
    const [header, ...rows] = clean.trimEnd().split('\r\n');
    const text = [header, ...rows.map((row) => row + more), ''].join('\r\n');
    const cells = 12 + more.split(',').length - 1;
    expect(await said('a.csv', text)).toEqual([
      `a.csv, rows 1, 2, 3, 4, 5 and 8 more: wrong number of cells: ${cells} where the header has 12`,
    ]);
  },
);

it('a number with an unquoted comma does not move cells of a wide row, though its last is blank', async () => {
  const wide = wideExtract([
    { code: 'A81001' },
    { code: 'A81002', enabled: '1,234', accessed: '' },
  ]);
  expect(await said('DETAILED_CODED_RECORDS.csv', wide)).toEqual([
    'DETAILED_CODED_RECORDS.csv, row 2: wrong number of cells: 17 where the header has 16',
  ]);
});

it.each([
  ['\u00a0', '\u00a0'],
  ['\ufeff', '<U+FEFF>'],
])('a line of %j alone is not blank', async (line, value) => {
  const text = clean.replace(/(?<=patient_list_size.*\r\n)/, `${line}\r\n`);
  const { problems } = await ingest({
    ...{ files: [written(scratch, 'a.csv', text)], dataFolder: `${scratch}/none`, check: true },
  });
  expect(problems).toEqual([
    {
      ...{ file: 'a.csv', row: 2, column: null, value },
      message: 'wrong number of cells: 1 where the header has 12',
    },
  ]);
});
