import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { Releases } from '../../../server/store/releases.ts';
import { longExtract } from '../../scripts/ingest/extracts.ts';
import { type Answered, answered } from '../../support/asking.ts';

describe('the cursor of a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-cursors-'));
  const question = '/figures?level=practice&measure=any_enabled';
  let releases: Releases;
  let next: string;

  const release = async (codes: string[]) => {
    const file = join(folder, 'extract.csv');
    const fields = { patient_list_size: 1000, Total_Pat_Enbld: 10 };
    writeFileSync(file, longExtract(codes.map((code) => ({ code, fields }))));
    await ingest({ files: [file], dataFolder: folder, fresh: true, accept: 'made for tests' });
  };
  const ask = (more: string): Promise<Answered<{ area_code: string }[]>> =>
    answered(releases, question + more);
  const codes = async (more: string) => (await ask(more)).data.map(({ area_code }) => area_code);

  beforeAll(async () => {
    await release(['A81001', 'A81002', 'A81003', 'A81004']);
    releases = new Releases(folder);
    next = (await ask('&limit=2')).meta.next;
    await release(['A80001', 'A81001', 'A81002', 'A81003']);
    await releases.close();
    releases = new Releases(folder);
  });
  afterAll(async () => {
    await releases.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads to the next page of the same release, though another is current', async () => {
    expect(await codes('')).toEqual(['A80001', 'A81001', 'A81002', 'A81003']);
    const { data, meta } = await ask(`&limit=2&cursor=${next}`);
    expect(data.map(({ area_code }) => area_code)).toEqual(['A81003', 'A81004']);
    expect(meta).toMatchObject({ release: '2018-04.1', total: 4 });
    expect(await codes(`&cursor=${next}&release=2018-04.1&limit=1`)).toEqual(['A81003']);
  });

  it.each([
    ['of another release', () => `${next}&release=2018-04.2`],
    ['that no answer gave', () => Buffer.from('["2018-04.1","x"]').toString('base64url')],
    ['that is none', () => 'abc'],
  ])('is refused %s', async (_, more) => {
    await expect(ask(`&limit=2&cursor=${more()}`)).rejects.toThrow(
      'not a cursor from an answer of this address: ',
    );
  });
});
