import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Manifest, parseManifest } from '../../../../data/definitions/manifest.ts';
import { releaseFormat } from '../../../../data/definitions/releaseFolder.ts';
import {
  atOnce,
  currentRelease,
  nextReleaseId,
  putInPlace,
  recover,
} from '../../../../scripts/ingest/folder/publish.ts';
import { releaseIds, useRelease } from '../../../../scripts/ingest/folder/releaseList.ts';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { readSmallFile } from '../../../../server/store/releases/folder.ts';
import { allFields, longExtract } from '../extracts.ts';
import { contents, ledgered, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(scratch, 'releases-'));
});
const manifest: Manifest = {
  release: '2018-09.1',
  kind: 'published',
  made_at: '2018-11-05T09:30:00Z',
  first_period: '2018-04',
  last_period: '2018-09',
  previous: null,
  note: null,
  months: 6,
  practices: 6942,
  acceptances: 0,
  measures: 'any_enabled,any_use',
  format: releaseFormat,
  reasons: [],
  bytes: 11,
  sha256: 'a'.repeat(64),
};
const touch = (name: string, text = '') => writeFileSync(join(folder, name), text);

describe('putInPlace', () => {
  it('moves the file into place and, if it is published, makes it current', () => {
    touch('built', 'the release');
    const doing = { by: 'Ann Lee', now: new Date('2018-11-05T09:30:00Z') };
    putInPlace(folder, join(folder, 'built'), manifest, atOnce(manifest), doing);
    expect(contents(folder)).toEqual(['2018-09.1.duckdb', '2018-09.1.json', ...ledgered]);
    expect(readSmallFile(join(folder, 'current'))).toBe('2018-09.1');
    expect(parseManifest(readFileSync(join(folder, '2018-09.1.json'), 'utf8'))).toEqual({
      ...manifest,
      ledger: true,
    });
    expect(currentRelease(folder)).toBe('2018-09.1');
    expect(readFileSync(join(folder, '2018-09.1.duckdb'), 'utf8')).toBe('the release');
  });
});

describe('nextReleaseId', () => {
  it('is the next free number of the month, whatever else exists', () => {
    expect(nextReleaseId(folder, '2018-09')).toBe('2018-09.1');
    touch('2018-09.2.duckdb');
    touch('2018-09.10.duckdb');
    touch('2018-08.99.duckdb');
    touch('2018-09.x.duckdb');
    expect(nextReleaseId(folder, '2018-09')).toBe('2018-09.11');
    // A removed release: its id must never be used again, as someone may have cited it.
    touch('2018-09.12.json');
    expect(nextReleaseId(folder, '2018-09')).toBe('2018-09.13');
  });
});

describe('recover', () => {
  it('removes a release that was being moved into place but never became current', () => {
    touch('2018-09.1.duckdb');
    touch('2018-09.2.duckdb');
    touch('2018-09.2.json');
    touch('current', '2018-09.1\n');
    touch('.publishing', '2018-09.2\n');
    expect(releaseIds(folder)).toEqual(['2018-09.1']);
    recover(folder);
    expect(contents(folder)).toEqual(['2018-09.1.duckdb', 'current']);
  });

  it('removes a journal of a release that did not exist yet', () => {
    touch('current', '2018-09.1\n');
    touch('.publishing', '2018-09.2\n');
    recover(folder);
    expect(contents(folder)).toEqual(['current']);
  });

  it('keeps one that did become current', () => {
    touch('2018-09.2.duckdb');
    touch('current', '2018-09.2\n');
    touch('.publishing', '2018-09.2\n');
    expect(releaseIds(folder)).toEqual(['2018-09.2']);
    recover(folder);
    expect(contents(folder)).toEqual(['2018-09.2.duckdb', 'current']);
  });

  it('removes unfinished builds and small drafts, and follows no path in a journal', () => {
    mkdirSync(join(folder, '.building-4'));
    writeFileSync(join(folder, '.building-4', 'release.duckdb'), '');
    touch('.draft-current');
    touch('.publishing', '../../2018-09.1\n');
    touch('mine.txt');
    recover(folder);
    expect(contents(folder)).toEqual(['mine.txt']);
  });
});

describe('useRelease', () => {
  it('makes an older release current, and names the nearest if there is none', async () => {
    for (const date of ['30APR2018', '31MAY2018']) {
      const file = written(scratch, 'a.csv', longExtract([{ date, fields: allFields(100, 50) }]));
      await ingest({ files: [file], dataFolder: folder });
    }
    await useRelease(folder, '2018-04.1');
    expect(currentRelease(folder)).toBe('2018-04.1');
    expect(releaseIds(folder)).toEqual(['2018-05.1', '2018-04.1']);
    await expect(useRelease(folder, '2018-04.2')).rejects.toThrow('did you mean 2018-04.1?');
    expect(contents(folder).filter((name) => !name.startsWith('2018-'))).toEqual(ledgered);
  });
});
