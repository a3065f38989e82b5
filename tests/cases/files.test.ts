import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingest, type Outcome } from '../../scripts/ingest/ingest.ts';
import { formatReport } from '../../scripts/ingest/report/report.ts';
import { asked, scratchFolder } from '../scripts/ingest/scratch.ts';
import { asking } from '../support/asking.ts';
import { cases } from '../support/cases.ts';
import { charting } from '../support/charts.ts';
import { describeWith } from '../support/describeWith.ts';

const scratch = scratchFolder();

/** Ingests files of a case into a folder of its own. */
async function tried(name: string, ...files: string[]): Promise<Outcome & { folder: string }> {
  const folder = join(scratch, `${name} ${files.length} ${files.at(-1)}`);
  const outcome = await ingest({
    files: files.map((file) => join(cases!, name, file)),
    dataFolder: folder,
  });
  return { ...outcome, folder };
}

describeWith(cases, 'excel-dates', () => {
  it('reads an extract saved by a spreadsheet', async () => {
    const { problems, summary, folder, release } = await tried(
      'excel-dates',
      'POMI_saved_in_excel.csv',
    );
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ rows: 39, periods: ['2018-04'] });
    const { problems: none, folder: other } = await tried('excel-dates', 'POMI.csv');
    expect(none).toEqual([]);
    const query = 'select * from practice_month order by all';
    expect(await asked(folder, release!, query)).toEqual(await asked(other, release!, query));
  });

  it('reads a lookup saved by a spreadsheet, and says so', async () => {
    const outcome = await tried('excel-dates', 'POMI.csv', 'lookup_saved_in_excel.csv');
    expect(outcome.problems).toEqual([]);
    expect(formatReport(outcome).slice(1, 4)).toEqual([
      'lookup_saved_in_excel.csv: 3 rows, practice lookup of 2020-09-01',
      '  Not used: SUPPLIER_NAME.',
      '  Its date is written 01-Sep-20, not as published, and read as 2020-09-01.',
    ]);
  });
});

describeWith(cases, 'lookup-practice-in-another-icb', async () => {
  const { problems, release, folder } = await tried(
    'lookup-practice-in-another-icb',
    ...['POMI.csv', 'lookup_nov2025.csv'],
  );
  const ask = asking(folder);

  it('accepts a practice that is managed across a border, with a finding', async () => {
    expect(problems).toEqual([]);
    const { data } = await ask('/findings?kind=lookup_across_border');
    expect(data).toMatchObject([
      {
        ...{ period: null, practice_code: 'A99003', field: 'stp_code', value: 'QX2' },
        ...{ other: 'QX1', file: 'lookup_nov2025.csv' },
        message:
          'The practice lookup has BORDER SURGERY (A99003) in NHS Made Up Integrated Care Board (QX2), though most practices of NHS Invented ICB - 02X (02X) are in NHS Invented Integrated Care Board (QX1); its own codes are used.',
      },
    ]);
  });

  it('counts it by each of its own codes', async () => {
    const sums = async (column: string) =>
      asked(
        folder,
        release!,
        `select ${column} as code, sum(registered) as registered from practice_month group by all order by all`,
      );
    for (const [level, column] of [
      ['stp', 'stp_code'],
      ['ccg', 'lookup_ccg_code'],
      ['region', 'lookup_region_code'],
    ]) {
      const { data } = await ask(
        `/figures?measure=any_enabled&level=${level}&boundaries=lookup&period=2018-04`,
      );
      expect(
        data.map(({ area_code, denominator }) => ({ code: area_code, registered: denominator })),
      ).toEqual(
        (await sums(column!)).map((row) => ({ ...row, registered: Number(row.registered) })),
      );
    }
    const { data } = await ask('/figures?measure=any_enabled&level=practice&parent=QX2');
    expect(data.map(({ area_code }) => area_code)).toEqual(['A99003', 'A99004']);
  });
});

describeWith(cases, 'near-miss-references', () => {
  it.each([
    [
      'lookup_without_date.csv',
      'unknown layout: the nearest is the practice lookup; missing: EXTRACT_DATE',
    ],
    [
      'lfs_pointer.geojson',
      'the file is a Git LFS pointer, not the file that it points to: fetch that (git lfs pull, or the button Download)',
    ],
    ['POMI.xlsx', 'the file is an Excel workbook: save it as CSV'],
  ])('recognises %s', async (file, message) => {
    const { problems, release } = await tried('near-miss-references', 'POMI.csv', file);
    expect(release).toBeNull();
    expect(problems).toEqual([{ file, row: null, column: null, value: null, message }]);
  });

  it('reads a list of practices with a header', async () => {
    const { problems, folder, release } = await tried(
      'near-miss-references',
      ...['POMI.csv', 'epraccur_with_header.csv'],
    );
    expect(problems).toEqual([]);
    expect(await asked(folder, release!, 'select * from practice_register')).toEqual([
      {
        ...{ practice_code: 'A99001', practice_name: 'ONE PRACTICE', postcode: 'ZZ1 1AA' },
        ...{ address: '1 INVENTED STREET, NOWHERE', open_date: '1974-04-01', close_date: null },
        ...{ status: 'active', setting: '4' },
      },
    ]);
  });
});

describeWith(cases, 'map-holes', async () => {
  const outcome = await tried(
    'map-holes',
    ...['POMI_two_regions.csv', 'lookup_2025.csv', 'regions_2020.geojson'],
  );
  const ask = asking(outcome.folder);
  const charts = charting(outcome.folder);

  it('names an area without a shape and a shape without an area', async () => {
    expect(outcome.problems).toEqual([]);
    const report = formatReport(outcome);
    expect(report).toContain(
      'Boundaries of regions have no shape for 1 area of the practice lookup, which maps cannot draw: Invented North (Y91).',
    );
    expect(report).toContain(
      'Boundaries of regions have 1 shape for no area of the practice lookup: Invented North (E40900001).',
    );
    const messages = async (kind: string) =>
      (await ask(`/findings?kind=${kind}`)).data.map(({ message }) => message);
    expect(await messages('area_without_shape')).toEqual([
      'Invented North (Y91, ONS code E40900011) has no shape among the boundaries of regions.',
    ]);
    expect(await messages('shape_without_area')).toEqual([
      'The shape of Invented North (ONS code E40900001) is of none of the regions of the practice lookup.',
    ]);
  });

  it('says which area has no shape, in the API and on the map', async () => {
    const { missing } = (await ask('/boundaries?level=region')) as unknown as { missing: string };
    expect(missing).toBe(
      '1 of 2 regions of the practice lookup have no shape in this release: Invented North (Y91).',
    );
    const { kind, data } = await charts.forms('boundaries', { level: 'region' });
    expect(kind.lacks(data)).toEqual({
      all: false,
      text: 'Not drawn, because this release has no shape for them: Invented North.',
    });
  });
});
