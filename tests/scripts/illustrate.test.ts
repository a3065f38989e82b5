import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { defaultSeed, makeIllustration, writeIllustration } from '../../scripts/illustrate.ts';
import { ReleaseFolder } from '../../server/store/releases/folder.ts';
import { readExtract } from './illustrate/reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'illustrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (paths: string[]) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
};

describe('writeIllustration', () => {
  it('uses the published layout and file names', async () => {
    const target = join(folder, 'layout');
    const paths = await writeIllustration(target, { seed: 3, practices: 200 });
    expect(paths.map((path) => basename(path)).sort()).toEqual(readdirSync(target).sort());
    expect(readdirSync(target).sort()).toEqual([
      'BOOK_CANCEL_APPOINTMENTS_POMI.csv',
      'DETAILED_CODED_RECORDS_POMI.csv',
      'ORDER_REPEAT_PRESCRIPTIONS_POMI.csv',
    ]);
    for (const path of paths) {
      const text = readFileSync(path, 'latin1');
      expect(text.slice(0, text.indexOf('\r\n'))).toBe(
        'PeriodStart,PeriodEnd,Period,CommissioningRegionCode,CommissioningRegionName,RegionGeographyCode,RegionGeographyName,CCGCode,CCGName,GPPracticeCode,GPPracticeName,Supplier,NoPatients,SystemEnabled,PatientsEnabled,PatientsUsed',
      );
      expect(text).toContain(',Q66,"DEVON, CORNWALL AND ISLES OF SCILLY AREA TEAM",ZC');
      expect(text).toMatch(/,NK,\d+,System Functionality Status Unknown,NULL,NULL\r\n/);
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const rows = readExtract(path);
      const months = [...new Set(rows.map((row) => `${row.start} ${row.end} ${row.period}`))];
      expect(months).toHaveLength(12);
      expect(months[0]).toBe('01/04/2014 30/04/2014 2014/2015 M1');
      expect(months[11]).toBe('01/03/2015 31/03/2015 2014/2015 M12');
    }
  });

  it('makes the same bytes from the default seed, on every machine', async () => {
    expect(sha256(await writeIllustration(join(folder, 'once'), { seed: defaultSeed }))).toBe(
      '1a63341ca7af42a0110f8e48dad34a308fe83cf00a9fc780d428435c78248e8c',
    );
  }, 60_000);

  it('makes different bytes from another seed', async () => {
    const small = (name: string, seed: number) =>
      writeIllustration(join(folder, name), { seed, practices: 200 });
    expect(sha256(await small('one', 1))).not.toBe(sha256(await small('two', 2)));
  });

  it('leaves the first year unchanged if more months are asked for', async () => {
    const of = (months: number) =>
      writeIllustration(join(folder, `${months} months`), { seed: 4, practices: 300, months });
    const year = await of(12);
    const longer = await of(30);
    expect(longer.map((path) => basename(path)).sort()).toEqual([
      'BOOK_CANCEL_APPOINTMENTS_POMI.csv',
      'BOOK_CANCEL_APPOINTMENTS_POMI_2015_2016.csv',
      'BOOK_CANCEL_APPOINTMENTS_POMI_2016_2017.csv',
      'DETAILED_CODED_RECORDS_POMI.csv',
      'DETAILED_CODED_RECORDS_POMI_2015_2016.csv',
      'DETAILED_CODED_RECORDS_POMI_2016_2017.csv',
      'ORDER_REPEAT_PRESCRIPTIONS_POMI.csv',
      'ORDER_REPEAT_PRESCRIPTIONS_POMI_2015_2016.csv',
      'ORDER_REPEAT_PRESCRIPTIONS_POMI_2016_2017.csv',
    ]);
    expect(sha256(longer.filter((path) => path.endsWith('POMI.csv')))).toBe(sha256(year));
  });

  it('writes nothing if an option is out of bounds', async () => {
    await expect(writeIllustration(join(folder, 'none'), { seed: 1, months: 500 })).rejects.toThrow(
      'months is not a whole number from 1 to 120: 500',
    );
    expect(readdirSync(folder)).not.toContain('none');
  });

  it('leaves no incomplete file if it cannot finish', async () => {
    const target = join(folder, 'blocked');
    mkdirSync(join(target, 'ORDER_REPEAT_PRESCRIPTIONS_POMI.csv', 'in the way'), {
      recursive: true,
    });
    const options = { seed: 2, practices: 100, months: 2 };
    await expect(writeIllustration(target, options)).rejects.toThrow();
    expect(readdirSync(target).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('the command', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('makes a release of the England asked for, always of the same day', async () => {
    const data = join(folder, 'releases');
    vi.stubEnv('UPTAKE_DATA', data);
    const asked = ['--seed', '3', '--practices', '100', '--months', '2'];
    const { release } = await makeIllustration([...asked, '--folder', join(folder, 'asked')]);
    const { entries, life } = new ReleaseFolder(data).look();
    expect([release, life.current]).toEqual(['2014-05.1', '2014-05.1']);
    expect(entries.get('2014-05.1')!.manifest).toMatchObject({
      ...{ kind: 'illustrative', first_period: '2014-04', last_period: '2014-05' },
      ...{ made_at: '2014-07-28T08:30:00Z', previous: null, reasons: [] },
    });
    const own = await writeIllustration(join(folder, 'own'), {
      seed: 3,
      practices: 100,
      months: 2,
    });
    const made = own.map((path) => join(folder, 'asked', basename(path)));
    expect(sha256(made)).toBe(sha256(own));
    expect(readdirSync(join(folder, 'asked'))).toHaveLength(6);
  });

  it('rejects what is no number, and makes nothing where only published figures may be', async () => {
    await expect(makeIllustration(['--months', 'ten'])).rejects.toThrow(
      'months is not a whole number: ten',
    );
    vi.stubEnv('UPTAKE_KIND', 'published');
    await expect(makeIllustration([])).rejects.toThrow(
      'no illustrative figures may be made: UPTAKE_KIND is published',
    );
  });
});
