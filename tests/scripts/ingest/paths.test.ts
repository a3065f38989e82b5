import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { longExtract, wideExtract } from './extracts.ts';
import { asked, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();

/** A file of its own folder, which may have any name. */
function file(path: string, content: string): string {
  const whole = join(scratch, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

const extract = (enabled: number) =>
  longExtract([{ fields: { patient_list_size: 1000, Total_Pat_Enbld: enabled } }]);

const held = async (dataFolder: string, release: string | null) =>
  asked(
    dataFolder,
    release!,
    'select region_code, supplier, registered, any_enabled, records_enabled, records_status from practice_month',
  );

describe('the path of a file says nothing of what is in it', () => {
  it.each([
    'value=1',
    'region_code=Y99',
    'supplier=TPP',
    'practice_code=A81009',
    'field=Total_Use',
  ])('in a folder %s', async (folder) => {
    const dataFolder = join(scratch, `data of ${folder}`);
    const files = [file(`${folder}/POMI.csv`, extract(20))];
    const { release, problems } = await ingest({ files, dataFolder });
    expect(problems).toEqual([]);
    expect(await held(dataFolder, release)).toMatchObject([
      { region_code: 'Y54', supplier: 'EMIS', registered: 1000, any_enabled: 20 },
    ]);
  });

  it('nor does that of a wide file, or of the folder of releases', async () => {
    const name = 'status=final/DETAILED_CODED_RECORDS_POMI.csv';
    const files = [file(name, wideExtract([{ enabled: 50 }]))];
    const dataFolder = join(scratch, 'enabled=7');
    const { release, problems } = await ingest({ files, dataFolder });
    expect(problems).toEqual([]);
    expect(await held(dataFolder, release)).toMatchObject([
      { records_enabled: 50, records_status: 2 },
    ]);
  });
});

describe('the file given is read, and no other', () => {
  it.each([
    ['POMI[1].csv', 'POMI1.csv'],
    ['POMI?.csv', 'POMI2.csv'],
    ['POMI*.csv', 'POMI (3).csv'],
    ['POMI{4,5}.csv', 'POMI4.csv'],
    ['a[b]c*d/POMI.csv', 'abcxd/POMI.csv'],
  ])('%s beside %s', async (given, beside) => {
    const folder = given.replaceAll('/', '-');
    file(join(folder, beside), extract(99));
    const files = [file(join(folder, given), extract(20))];
    const dataFolder = join(scratch, `data [of] ${folder.replace('?', '')}`);
    const { release, problems } = await ingest({ files, dataFolder });
    expect(problems).toEqual([]);
    expect(await held(dataFolder, release)).toMatchObject([{ registered: 1000, any_enabled: 20 }]);
  });

  it('even if it has to be read cell by cell', async () => {
    file('odd/POMI1.csv', extract(99));
    const odd = extract(20).replace('SURGERY A81001', ' SURGERY A81001');
    const files = [file('odd/POMI[1].csv', odd)];
    const dataFolder = join(scratch, 'odd [1] value=2');
    const { release, problems } = await ingest({ files, dataFolder });
    expect(problems).toEqual([]);
    expect(await held(dataFolder, release)).toMatchObject([{ registered: 1000, any_enabled: 20 }]);
  });
});
