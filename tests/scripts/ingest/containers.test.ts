import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { readLimits } from '../../../scripts/ingest/limits.ts';
import { fileProblem } from '../../../scripts/ingest/problem.ts';
import { allFields, longExtract, wideExtract } from './extracts.ts';
import { asked, contents, ledgered, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
const april = longExtract([{ fields: allFields(1000, 100) }]);
const may = longExtract([{ date: '31MAY2018', fields: allFields(1000, 110) }]);

async function zipped(members: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(members)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

let count = 0;
async function tried(name: string, content: string | Buffer) {
  const dataFolder = join(scratch, `releases-${count++}`);
  const file = written(scratch, name, content);
  const outcome = await ingest({ files: [file], dataFolder });
  const left = outcome.release ? contents(dataFolder) : null;
  return { ...outcome, dataFolder, left };
}

describe('a zip', () => {
  it('gives every CSV in it, and names what else it holds', async () => {
    const { release, problems, dataFolder, left, summary } = await tried(
      'pomi.zip',
      await zipped({
        'a/April.csv': april,
        'May.CSV ': may,
        'readme.txt': 'not an extract',
        '__MACOSX/a/._April.csv': 'junk',
      }),
    );
    expect(problems).toEqual([]);
    expect(summary!.unread).toEqual(['pomi.zip/readme.txt']);
    expect(left).toEqual(['2018-05.1.duckdb', '2018-05.1.json', ...ledgered]);
    expect(await asked(dataFolder, release!, 'select name from source_file')).toEqual([
      { name: 'pomi.zip/April.csv' },
      { name: 'pomi.zip/May.CSV ' },
    ]);
  });

  it.each(['May.zip', 'MAY.CSV.GZ', 'x/may.7z'])('is refused with %s in it', async (packed) => {
    const zip = await zipped({ 'April.csv': april, [packed]: may });
    const { release, problems } = await tried('pomi.zip', zip);
    expect(release).toBeNull();
    expect(problems).toMatchObject([
      {
        file: `pomi.zip/${packed}`,
        message: expect.stringContaining('unpack it and give its files'),
      },
    ]);
  });

  it('includes folders in the names of members with the same name', async () => {
    const { release, dataFolder } = await tried(
      'pomi.zip',
      await zipped({ '2018-04/POMI.csv': april, '2018-05/POMI.csv': may, 'x/Thumbs.db': 'z' }),
    );
    expect(await asked(dataFolder, release!, 'select name from source_file')).toEqual([
      { name: 'pomi.zip/2018-04/POMI.csv' },
      { name: 'pomi.zip/2018-05/POMI.csv' },
    ]);
  });

  it('is named in problems with its members', async () => {
    const { problems } = await tried(
      'pomi.zip',
      await zipped({ 'April.csv': april.replace('1000', 'many'), 'other.csv': 'a,b\n' }),
    );
    expect(problems).toMatchObject([
      { file: 'pomi.zip/April.csv', row: 1, value: 'many' },
      { file: 'pomi.zip/other.csv', message: expect.stringContaining('unknown layout') },
    ]);
  });

  it('gets the service of its wide files from their names or its own', async () => {
    const wide = wideExtract([{}]);
    const { release, dataFolder } = await tried(
      'detailed_coded_records.zip',
      await zipped({
        'x.csv': wide,
        'BOOK_CANCEL_APPOINTMENTS_POMI.csv': wideExtract([{ enabled: 50 }]),
      }),
    );
    expect(
      await asked(dataFolder, release!, 'select service from source_file order by file_id'),
    ).toEqual([{ service: 'records' }, { service: 'appointments' }]);
  });

  it.each([
    [
      'without a CSV',
      async () => zipped({ 'a/readme.txt': 'x', 'a/.DS_Store': 'x', 'b.pdf': 'y' }),
      'the zip contains no .csv or .geojson file, only a/readme.txt, b.pdf',
    ],
    ['without a file', async () => zipped({}), 'the zip contains no .csv or .geojson file'],
    [
      'that is a workbook',
      async () => zipped({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'y' }),
      'the file is an Excel workbook: save it as CSV',
    ],
    [
      'that is an OpenDocument table',
      async () => zipped({ mimetype: 'x', 'content.xml': 'y' }),
      'the file is an OpenDocument file: save it as CSV',
    ],
    [
      'that is a shapefile',
      async () => zipped({ 'regions.shp': 'x', 'regions.dbf': 'y' }),
      'the file is a shapefile: export it as GeoJSON in longitude and latitude',
    ],
    ['cut short', async () => (await zipped({ 'a.csv': april })).subarray(0, 300), 'cannot unpack'],
    ['damaged', async () => damaged(await zipped({ 'a.csv': april })), 'cannot unpack the zip'],
    ['that climbs', async () => climbing(await zipped({ 'xx/a.csv': april })), 'cannot unpack'],
    [
      'that lies of its size',
      async () => lying(await zipped({ 'a.csv': april })),
      'larger than it says',
    ],
    ['that would fill the disk', async () => huge(await zipped({ 'a.csv': april })), 'too much'],
    ['encrypted', async () => encrypted(await zipped({ 'a.csv': april })), 'encrypted'],
  ])('%s is a problem', async (_, make, message) => {
    const { release, problems } = await tried('pomi.zip', await make());
    expect(release).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({ row: null, message: expect.stringContaining(message) }),
    ]);
  });
});

/** Positions in a zip of its first member's header and of its entry in the list at the end. */
const listed = (zip: Buffer) => zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));

function damaged(zip: Buffer): Buffer {
  zip[60] = zip[60]! ^ 0xff;
  return zip;
}

function climbing(zip: Buffer): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll('xx/a.csv', '../a.csv'), 'latin1');
}

function lying(zip: Buffer): Buffer {
  zip.writeUInt32LE(10, listed(zip) + 24);
  return zip;
}

function huge(zip: Buffer): Buffer {
  zip.writeUInt32LE(0xff_ff_ff_f0, listed(zip) + 24);
  const entry = zip.subarray(listed(zip), zip.indexOf(Buffer.from('PK\x05\x06', 'latin1')));
  const end = Buffer.from(zip.subarray(listed(zip) + entry.length));
  const entries = Array.from({ length: 100 }, () => entry);
  end.writeUInt16LE(100, 8);
  end.writeUInt16LE(100, 10);
  end.writeUInt32LE(entry.length * 100, 12);
  return Buffer.concat([zip.subarray(0, listed(zip)), ...entries, end]);
}

function encrypted(zip: Buffer): Buffer {
  zip.writeUInt16LE(zip.readUInt16LE(listed(zip) + 8) | 1, listed(zip) + 8);
  return zip;
}

describe('a gzip', () => {
  it('is recognised whatever its name', async () => {
    const { release, dataFolder } = await tried('extract.csv', gzipSync(april));
    expect(release).toBe('2018-04.1');
    expect(await asked(dataFolder, release!, 'select rows from source_file')).toEqual([
      { rows: 13 },
    ]);
  });

  it('is reported as cut short, and is not read', async () => {
    const { problems, release } = await tried('a.csv.gz', gzipSync(april).subarray(0, -9));
    expect(release).toBeNull();
    expect(problems).toEqual([
      fileProblem('a.csv.gz', 'cannot unpack the gzip: unexpected end of file'),
    ]);
  });

  it('is in the sources with its own bytes and checksum, and the bytes of its text', async () => {
    const gzip = gzipSync(april);
    const { release, dataFolder } = await tried('a.csv.gz', gzip);
    expect(
      await asked(dataFolder, release!, 'select bytes, text_bytes, sha256 from source_file'),
    ).toEqual([
      {
        bytes: gzip.length,
        text_bytes: april.length,
        sha256: createHash('sha256').update(gzip).digest('hex'),
      },
    ]);
  });
});

describe('a file beyond the limits', () => {
  const limits = readLimits({});
  const many = longExtract([{ fields: allFields(1000, 100) }, { code: 'A81002' }]);

  it.each([
    ['too large', { fileBytes: 100 }, 'the file is too large: over 100 bytes', null],
    ['of too many rows', { rows: 13 }, 'too many rows: over 13 rows', null],
    ['with too long a line', { lineBytes: 99 }, 'a line is too long: over 99 bytes', 0],
  ])('%s is a problem', async (_, limit, message, row) => {
    const { release, problems } = await ingest({
      files: [written(scratch, 'a.csv', many)],
      dataFolder: join(scratch, `releases-${count++}`),
      limits: { ...limits, ...limit },
    });
    expect(release).toBeNull();
    expect(problems).toMatchObject([{ row, message: expect.stringContaining(message) }]);
  });

  it.each([
    ['in all', { unpackedBytes: 2 * many.length - 1 }, 'the zip unpacks to too much'],
    ['in rows', { rows: 13 }, 'cannot unpack the zip: too many rows: over 13 rows'],
  ])('%s is a problem of a zip', async (_, limit, message) => {
    const { release, problems } = await ingest({
      files: [written(scratch, 'a.zip', await zipped({ 'a.csv': many, 'b.csv': many }))],
      dataFolder: join(scratch, `releases-${count++}`),
      limits: { ...limits, ...limit },
    });
    expect(release).toBeNull();
    expect(problems).toMatchObject([{ row: null, message: expect.stringContaining(message) }]);
  });
});

describe('files given', () => {
  it('that do not exist, or are folders, are problems like any other', async () => {
    const dataFolder = join(scratch, 'none');
    const bad = written(scratch, 'bad.csv', april.replace('30APR2018', '31APR2018'));
    const { problems } = await ingest({
      files: [join(scratch, 'missing.csv'), scratch, bad, written(scratch, 'good.csv', may)],
      dataFolder,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      `there is no such file: ${join(scratch, 'missing.csv')}`,
      `not a file: ${scratch}`,
      'not a date of 2013 to 2099 written like 30APR2018: 31APR2018',
    ]);
    expect(() => contents(dataFolder)).toThrow('ENOENT');
  });

  it.each([
    ['grows', (file: string) => appendFileSync(file, may.slice(may.indexOf('\n') + 1))],
    ['is written anew', (file: string) => writeFileSync(file, april.replace(',1000', ',9999'))],
    ['goes away', (file: string) => rmSync(file)],
  ])('that %s while they are read are problems', async (_, change) => {
    const files = [written(scratch, 'a.csv', april), written(scratch, 'b.csv', may)];
    let changed = false;
    const { release, problems } = await ingest({
      files,
      dataFolder: join(scratch, 'changing'),
      onProgress: ({ doing, fraction }) => {
        if (changed || doing !== 'b.csv' || fraction < 1) return;
        changed = true;
        change(files[0]!);
      },
    });
    expect(changed).toBe(true);
    expect(release).toBeNull();
    expect(problems).toEqual([
      fileProblem('a.csv', 'the file changed while it was read: give it again'),
    ]);
  });

  it('twice are read only once', async () => {
    const file = written(scratch, 'a.csv', april);
    const dataFolder = join(scratch, 'twice');
    const { release } = await ingest({ files: [file, file], dataFolder });
    expect(await asked(dataFolder, release!, 'select name from source_file')).toHaveLength(1);
  });

  it('may have names with special characters of a shell, SQL or wildcards', async () => {
    const dataFolder = join(scratch, "it's [a] *folder");
    const file = written(scratch, "ex'tract [1] *; drop table part; --.csv", april);
    writeFileSync(join(file, '..', 'ex1tract.csv'), may);
    const { release, problems } = await ingest({ files: [file], dataFolder });
    expect(problems).toEqual([]);
    expect(await asked(dataFolder, release!, 'select period from period')).toEqual([
      { period: '2018-04' },
    ]);
    expect(readFileSync(join(dataFolder, 'current'), 'utf8')).toBe('2018-04.1\n');
  });
});
