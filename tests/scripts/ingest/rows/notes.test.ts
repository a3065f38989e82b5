import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { allFields, longExtract } from '../extracts.ts';
import { asked, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

/** A hundred practices of a month, each with a row for every field, in the order of the file. */
const month = (date: string, practices = 100) =>
  longExtract(
    Array.from({ length: practices }, (_, i) => ({
      ...{ date, code: `A8${1001 + i}`, fields: allFields(1000, 100) },
    })),
  );

/** A file without its rows for a field of some practices. */
const without = (text: string, field: string, ...codes: string[]) =>
  text
    .split('\r\n')
    .filter((line) => !(line.includes(`,${field},`) && codes.some((code) => line.includes(code))))
    .join('\r\n');

async function lost(text: string, dataFolder: string) {
  const { release, problems } = await ingest({
    ...{ files: [written(scratch, 'POMI.csv', text)], dataFolder, accept: 'a test' },
  });
  expect(problems).toEqual([]);
  return asked(
    dataFolder,
    release!,
    "select period, practice_code, field, message, row from finding where kind = 'row_missing'",
  );
}

it('a row missing from the middle of a long file is a finding, as long as the month is kept', async () => {
  const folder = `${scratch}/middle`;
  const april = without(month('30APR2018'), 'Pat_Presc_Use', 'A81050');
  const finding = {
    ...{ period: '2018-04', practice_code: 'A81050', field: 'Pat_Presc_Use', row: 638 },
    message:
      'The file has no row for Pat_Presc_Use of A81050 in April 2018, though it has one for at least 99% of the practices of that month.',
  };
  expect(await lost(april, folder)).toEqual([finding]);
  expect(await lost(month('31MAY2018'), folder)).toEqual([finding]);
  expect(await lost(month('30APR2018'), folder)).toEqual([]);
});

it('each month and field counts for itself, and a row given twice or another name for nothing', async () => {
  const april = without(month('30APR2018'), 'Total_Use', 'A81050', 'A81051');
  const may = without(
    without(month('31MAY2018'), 'Total_Use', 'A81051'),
    'New_Pat_Enbld',
    'A81052',
  );
  const june = without(
    month('30JUN2018').replace('SURGERY A81003', 'SURGERY'),
    'Sys_Presc_Enbld',
    'A81002',
  );
  const twice = june.replace(/.*,A81002,.*\r\n/, (line) => line + line);
  const under = (text: string) => text.replace(/^.*\r\n/, '');
  const found = await lost(april + under(may) + under(twice), `${scratch}/each`);
  expect(found.map(({ period, practice_code, field }) => [period, practice_code, field])).toEqual([
    ['2018-05', 'A81051', 'Total_Use'],
    ['2018-05', 'A81052', 'New_Pat_Enbld'],
    ['2018-06', 'A81002', 'Sys_Presc_Enbld'],
  ]);
});

it('nothing is said where more than one in a hundred practices lack a row', async () => {
  const april = without(month('30APR2018', 99), 'Total_Use', 'A81050');
  expect(await lost(april, `${scratch}/more`)).toEqual([]);
});
