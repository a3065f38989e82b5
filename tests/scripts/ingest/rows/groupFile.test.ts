import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { formatProblem } from '../../../../scripts/ingest/problem.ts';
import { allFields, longExtract, wideExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

/** What ingest says of a file with a row of nothing but one cell among its rows. */
async function said(name: string, text: string, cell: string, at: number): Promise<string[]> {
  const lines = text.trimEnd().split('\r\n');
  const width = lines[0]!.split(',').length;
  lines.splice(at, 0, Array.from({ length: width }, () => cell).join(','));
  const { problems } = await ingest({
    files: [written(scratch, name, `${lines.join('\r\n')}\r\n`)],
    dataFolder: `${scratch}/none`,
    check: true,
  });
  return problems.map(formatProblem);
}

const codes = ['A81001', 'A81002'];
const long = longExtract(codes.map((code) => ({ code, fields: allFields(1000, 100) })));
const wide = wideExtract(codes.map((code) => ({ code })));

it.each(['NULL', '\u00a0'])(
  'a row of nothing but %j is missing its date, codes and field',
  async (cell) => {
    expect(await said('long.csv', long, cell, 5)).toEqual([
      'long.csv, row 5, column field: no field is given',
      'long.csv, row 5, column report_period_end: no date is given',
      'long.csv, row 5, column practice_code: no practice code is given',
      'long.csv, row 5, column region_code: no region code is given',
      'long.csv, row 5, column subregion_code: no subregion code is given',
      'long.csv, row 5, column ccg_code: no ccg code is given',
    ]);
    expect(await said('DETAILED_CODED_RECORDS.csv', wide, cell, 2)).toEqual([
      'DETAILED_CODED_RECORDS.csv, row 2, column PeriodStart: no date is given',
      'DETAILED_CODED_RECORDS.csv, row 2, column PeriodEnd: no date is given',
      'DETAILED_CODED_RECORDS.csv, row 2, column GPPracticeCode: no practice code is given',
      'DETAILED_CODED_RECORDS.csv, row 2, column CommissioningRegionCode: no region code is given',
      'DETAILED_CODED_RECORDS.csv, row 2, column RegionGeographyCode: no subregion code is given',
      'DETAILED_CODED_RECORDS.csv, row 2, column CCGCode: no ccg code is given',
    ]);
  },
);

it('a row of nothing but spaces is blank', async () => {
  expect(await said('long.csv', long, ' ', 5)).toEqual([]);
});
