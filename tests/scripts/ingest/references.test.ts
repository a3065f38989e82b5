import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type IngestOptions, ingest } from '../../../scripts/ingest/ingest.ts';
import { formatReport } from '../../../scripts/ingest/report/report.ts';
import { allFields, longExtract } from './extracts.ts';
import {
  boundaryFile,
  deprivationFile,
  lookupFile,
  registerRow,
} from './references/referenceFiles.ts';
import { asked, contents, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(scratch, `releases-${count++}`);
});

const practices = ['A81001', 'A81002', 'A81003', 'A81004', 'A81005'];
const extract = (codes = practices) =>
  written(
    scratch,
    'extract.csv',
    longExtract(codes.map((code, i) => ({ code, fields: allFields(1000 * (i + 1), 100) }))),
  );
const lookup = written(
  scratch,
  'any name.txt',
  lookupFile([
    { code: 'A81001' },
    { code: 'A81002', pcn: 'U22222' },
    { code: 'A81003', ccg: '00L', pcn: 'U33333' },
    { code: 'A81004', pcn: 'U', region: 'Y63', stp: 'QHM' },
    { code: 'A89999', ccg: '99X', stp: 'QOQ' },
  ]).replace('PCN U,', 'Unallocated,'),
);
const register = written(
  scratch,
  'odd.dat',
  `${[registerRow('A81001'), registerRow('A81002', { opened: '20180401' }), registerRow('A81003', { closed: '20180531', status: 'C' })].join('\r\n')}\r\n`,
);
const deprivation = written(
  scratch,
  'scores.csv',
  deprivationFile({ A81001: 50.5, A81002: 40, A81003: 30, A81004: 20, A81005: 10 }),
);
const ccgs = written(scratch, 'shapes.json', boundaryFile(['E38000001', 'E38000002']));

const run = (files: string[], options: Partial<IngestOptions> = {}) =>
  ingest({ files, dataFolder: folder, ...options });
async function release(files: string[], options: Partial<IngestOptions> = {}): Promise<string> {
  const { problems, release } = await run(files, options);
  expect(problems).toEqual([]);
  return release!;
}
const ask = <T = Record<string, unknown>>(id: string, query: string) => asked<T>(folder, id, query);
const layouts = async (id: string) =>
  (await ask<{ layout: string }>(id, 'select layout from source_file order by file_id')).map(
    ({ layout }) => layout,
  );

describe('reference files', () => {
  it('are recognised by how they begin, whatever their name, and may be compressed', async () => {
    const packed = written(scratch, 'x.gz', gzipSync(deprivationFile({ A81001: 1 })));
    const id = await release([lookup, register, packed, ccgs, extract()]);
    expect(await layouts(id)).toEqual([
      'long-2018',
      'lookup',
      'register',
      'deprivation',
      'boundary-ccg',
    ]);
    const [first] = await ask(id, "select * from source_file where layout = 'lookup'");
    expect(first).toMatchObject({
      name: 'any name.txt',
      rows: 5,
      practices: 5,
      first_period: null,
    });
  });

  it('join a release alone, with the same result as together with the extracts', async () => {
    await release([extract()]);
    const alone = await release([lookup, register, deprivation, ccgs]);
    const together = await release([extract(), lookup, register, deprivation, ccgs], {
      fresh: true,
    });
    const tables = await ask<{ name: string }>(
      alone,
      "select schema_name || '.' || table_name as name from duckdb_tables() where table_name <> 'release' order by all",
    );
    expect(tables).toHaveLength(16);
    for (const { name } of tables) {
      const query = `select * from ${name} order by all`;
      expect(await ask(alone, query)).toEqual(await ask(together, query));
    }
  });

  it('are kept until replaced by another of their kind', async () => {
    await release([extract(), lookup, deprivation, ccgs]);
    const other = lookupFile([{ code: 'A81005', stp: 'QQQ', date: '01Apr2023' }]);
    const stps = boundaryFile(['E54000001'], 'STP21CD');
    const id = await release([written(scratch, 'l.csv', other), written(scratch, 's.json', stps)]);
    expect(await layouts(id)).toEqual([
      'long-2018',
      'deprivation',
      'boundary-ccg',
      'lookup',
      'boundary-stp',
    ]);
    const sizes =
      'select layout, rows, practices from source_file where file_id > 1 order by file_id';
    expect((await ask(id, sizes)).map(Object.values)).toEqual([
      ['deprivation', 5, 5],
      ['boundary-ccg', 2, 0],
      ['lookup', 1, 1],
      ['boundary-stp', 1, 0],
    ]);
    expect(await ask(id, 'select practice_code, lookup_date from practice_lookup')).toEqual([
      { practice_code: 'A81005', lookup_date: '2023-04-01' },
    ]);
    expect(await ask(id, 'select level, ons_code from boundary')).toEqual([
      { level: 'ccg', ons_code: 'E38000001' },
      { level: 'ccg', ons_code: 'E38000002' },
      { level: 'stp', ons_code: 'E54000001' },
    ]);
    expect(await ask(id, 'select count(*) as n from practice_deprivation')).toEqual([{ n: 5 }]);
    expect(await ask(id, "select distinct area_code from figure where level = 'stp'")).toEqual([
      { area_code: 'QQQ' },
    ]);
    const later = await release([extract()]);
    expect(await layouts(later)).toEqual([
      'long-2018',
      'deprivation',
      'boundary-ccg',
      'lookup',
      'boundary-stp',
    ]);
    expect(await layouts(await release([extract()], { fresh: true }))).toEqual(['long-2018']);
  });

  it('add no table, level or schema to a release without them', async () => {
    const id = await release([extract()]);
    const tables = await ask<{ name: string }>(
      id,
      'select table_name as name from duckdb_tables()',
    );
    expect(tables.filter(({ name }) => /practice_(lookup|reg|dep)|boundary/.test(name))).toEqual(
      [],
    );
    expect(
      await ask(id, "select * from area where level in ('stp', 'pcn') or stp_code is not null"),
    ).toEqual([]);
    expect(await ask(id, "select * from duckdb_schemas() where schema_name = 'lookup'")).toEqual(
      [],
    );
  });
});

describe('a practice lookup', () => {
  it('places practices in STPs and PCNs, and unplaced ones in neither', async () => {
    const id = await release([extract(), lookup]);
    const figures = (level: string) =>
      ask(
        id,
        `select area_code, numerator, denominator, practices from figure where level = '${level}' and measure = 'any_enabled'`,
      );
    expect(await figures('stp')).toEqual([
      { area_code: 'QHM', numerator: 400, denominator: 10_000, practices: 4 },
    ]);
    expect(await figures('pcn')).toEqual([
      { area_code: 'U11111', numerator: 100, denominator: 1000, practices: 1 },
      { area_code: 'U22222', numerator: 100, denominator: 2000, practices: 1 },
      { area_code: 'U33333', numerator: 100, denominator: 3000, practices: 1 },
    ]);
    expect(
      await ask(
        id,
        "select stp_code, pcn_code, ccg_code from area where level = 'practice' order by area_code",
      ),
    ).toEqual([
      { stp_code: 'QHM', pcn_code: 'U11111', ccg_code: '00K' },
      { stp_code: 'QHM', pcn_code: 'U22222', ccg_code: '00K' },
      { stp_code: 'QHM', pcn_code: 'U33333', ccg_code: '00K' },
      { stp_code: 'QHM', pcn_code: null, ccg_code: '00K' },
      { stp_code: null, pcn_code: null, ccg_code: '00K' },
    ]);
  });

  it('puts every month on its boundaries in a schema of its own', async () => {
    const id = await release([extract(), lookup]);
    expect(
      await ask(
        id,
        "select area_code, area_name, stp_code, ons_code, registered from lookup.area where level = 'ccg'",
      ),
    ).toEqual([
      {
        area_code: '00L',
        area_name: 'CCG 00L',
        stp_code: 'QHM',
        ons_code: 'E38 00L',
        registered: 3000,
      },
      {
        area_code: '16C',
        area_name: 'CCG 16C',
        stp_code: 'QHM',
        ons_code: 'E38 16C',
        registered: 7000,
      },
    ]);
    expect(
      await ask(
        id,
        "select level, area_code, denominator from lookup.figure where measure = 'any_enabled' order by all",
      ),
    ).toEqual([
      { level: 'ccg', area_code: '00L', denominator: 3000 },
      { level: 'ccg', area_code: '16C', denominator: 7000 },
      { level: 'england', area_code: 'E92000001', denominator: 15_000 },
      { level: 'pcn', area_code: 'U11111', denominator: 1000 },
      { level: 'pcn', area_code: 'U22222', denominator: 2000 },
      { level: 'pcn', area_code: 'U33333', denominator: 3000 },
      { level: 'region', area_code: 'Y63', denominator: 10_000 },
      { level: 'stp', area_code: 'QHM', denominator: 10_000 },
    ]);
    expect(
      await ask(id, 'select region_code, subregion_code, ccg_code from lookup.practice_month'),
    ).toEqual([
      { region_code: 'Y63', subregion_code: null, ccg_code: '16C' },
      { region_code: 'Y63', subregion_code: null, ccg_code: '16C' },
      { region_code: 'Y63', subregion_code: null, ccg_code: '00L' },
      { region_code: 'Y63', subregion_code: null, ccg_code: '16C' },
      { region_code: null, subregion_code: null, ccg_code: null },
    ]);
  });

  it('has a finding for each practice across a border, and for shapes and areas that do not match', async () => {
    const across = lookupFile([
      ...['A81001', 'A81002', 'A81003'].map((code) => ({ code })),
      { code: 'A81004', stp: 'QOQ' },
    ]);
    const shapes = boundaryFile(['E38000001']);
    const files = [written(scratch, 'across.csv', across), written(scratch, 'ccg.json', shapes)];
    const id = await release([extract(), ...files]);
    const found = `select kind, practice_code, area_code, value, other from finding where kind in
      ('lookup_across_border', 'area_without_shape', 'shape_without_area') order by kind, value`;
    expect((await ask(id, found)).map((row) => Object.values(row))).toEqual([
      ['area_without_shape', null, '16C', 'E38 16C', null],
      ['lookup_across_border', 'A81004', null, 'QOQ', 'QHM'],
      ['shape_without_area', null, null, 'E38000001', null],
    ]);
  });

  it('is in the report with the share it places', async () => {
    const report = formatReport(await run([extract(), lookup, deprivation]));
    expect(report).toContain('any name.txt: 5 rows, practice lookup of 2022-01-01');
    expect(report).toContain('  Its scores are of IMD 2019.');
    expect(report).toContain(
      'The practice lookup places 4 of 5 practices of April 2018 with 66.7% of its patients.',
    );
  });

  it('may have the layout since July 2022, and further columns', async () => {
    const header =
      'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME';
    const text = lookupFile([{ code: 'A81001' }], header).replace(/(REGION Y63)$/m, '$1,EMIS');
    const id = await release([extract(), written(scratch, 'new.csv', text)]);
    expect(await ask(id, 'select ccg_code, stp_code from practice_lookup')).toEqual([
      { ccg_code: '16C', stp_code: 'QHM' },
    ]);
  });
});

describe('the register and the scores', () => {
  it('have dates, status and postcode', async () => {
    const id = await release([extract(), register]);
    expect(
      await ask(
        id,
        'select practice_code, postcode, address, open_date, close_date, status, setting from practice_register',
      ),
    ).toEqual([
      {
        practice_code: 'A81001',
        postcode: 'TS18 1HU',
        address: '1 STREET',
        open_date: '1974-04-01',
        close_date: null,
        status: 'active',
        setting: '4',
      },
      {
        practice_code: 'A81002',
        postcode: 'TS18 1HU',
        address: '1 STREET',
        open_date: '2018-04-01',
        close_date: null,
        status: 'active',
        setting: '4',
      },
      {
        practice_code: 'A81003',
        postcode: 'TS18 1HU',
        address: '1 STREET',
        open_date: '1974-04-01',
        close_date: '2018-05-31',
        status: 'closed',
        setting: '4',
      },
    ]);
  });

  it('divide the practices of the file into fifths, the first most deprived', async () => {
    const id = await release([extract(), deprivation]);
    expect(await ask(id, 'select * from practice_deprivation')).toEqual([
      { practice_code: 'A81001', score: 50.5, quintile: 1 },
      { practice_code: 'A81002', score: 40, quintile: 2 },
      { practice_code: 'A81003', score: 30, quintile: 3 },
      { practice_code: 'A81004', score: 20, quintile: 4 },
      { practice_code: 'A81005', score: 10, quintile: 5 },
    ]);
  });
});

describe('boundaries', () => {
  it('keep their shape on a grid of thousandths of a degree', async () => {
    const id = await release([extract(), ccgs]);
    const [first] = await ask<{ geometry: string; name: string }>(
      id,
      'select * from boundary order by ons_code',
    );
    expect(first!.name).toBe('AREA E38000001');
    expect(JSON.parse(first!.geometry)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [-1, 53],
          [-0.5, 53],
          [-0.5, 53.5],
          [-1, 53],
        ],
      ],
    });
  });
});

describe('what is wrong in reference files', () => {
  /** A folder with a release made from extracts only; made once. */
  const before = join(scratch, 'before');
  beforeAll(async () => {
    expect((await ingest({ files: [extract()], dataFolder: before })).problems).toEqual([]);
  });
  const faults = async (...files: [string, string | Buffer][]) => {
    cpSync(before, folder, { recursive: true });
    const held = contents(folder);
    const outcome = await run(files.map(([name, text]) => written(scratch, name, text)));
    expect(outcome.release).toBeNull();
    expect(contents(folder)).toEqual(held);
    return outcome.problems;
  };

  it('is reported all together, with file, row, column and value, and nothing changes', async () => {
    const problems = await faults(
      [
        'lookup.csv',
        lookupFile([
          { code: 'A81001' },
          { code: 'X1', postcode: 'NOWHERE' },
          { code: 'A81001', stp: 'QOQ' },
          { code: 'A81003', date: '31Feb2022', pcn: '' },
        ]),
      ],
      [
        'register',
        `${[registerRow('A81001', { opened: '20181332', status: 'Q' }), registerRow('A81001', { opened: '20200101', closed: '20190101' }), '"A81002","X"'].join('\n')}\n`,
      ],
      ['scores.csv', deprivationFile({ A81001: 'high', A81002: 120, 'A 3': 4 })],
      ['shapes.json', boundaryFile(['E38000001', 'E38000001', 'Barnsley'])],
      ['metres.json', boundaryFile(['E54000001'], 'STP21CD', [429979, 403330])],
    );
    expect(
      problems.map(({ file, row, column, value, message }) => [file, row, column, value, message]),
    ).toEqual([
      ['lookup.csv', 2, 'PRACTICE_CODE', 'X1', 'not a practice code (such as A81001): X1'],
      [
        'lookup.csv',
        2,
        'PRACTICE_POSTCODE',
        'NOWHERE',
        'not a postcode (such as TS18 1HU): NOWHERE',
      ],
      ['lookup.csv', 4, 'PCN_CODE', '', 'no value is given: (empty)'],
      [
        'lookup.csv',
        4,
        'EXTRACT_DATE',
        '31Feb2022',
        'not a date written like 01Jan2022: 31Feb2022',
      ],
      ['lookup.csv', 3, 'PRACTICE_CODE', 'A81001', 'given twice, first in row 1: A81001'],
      ['register', 3, null, 'A81002,X', 'wrong number of cells: 2 where there should be 27'],
      [
        'register',
        1,
        'column 13',
        'Q',
        'unknown status (known are A, C, D, P, ACTIVE, INACTIVE, CLOSED, DORMANT, PROPOSED): Q',
      ],
      ['register', 1, 'column 11', '20181332', 'not a date written like 20171031: 20181332'],
      [
        'register',
        2,
        'column 12',
        '20190101',
        'closed before it opened: 20190101 (opened 2020-01-01)',
      ],
      ['register', 2, 'column 1', 'A81001', 'given twice, first in row 1: A81001'],
      ['scores.csv', 2, 'Value', 'high', 'not a score from 0 to 100: high'],
      ['scores.csv', 4, 'Area Code', 'A 3', 'not a practice code (such as A81001): A 3'],
      ['shapes.json', 2, 'CCG21CD', 'E38000001', 'given twice, first in row 1: E38000001'],
      ['shapes.json', 3, 'CCG21CD', 'Barnsley', 'not an ONS code (such as E38000006): Barnsley'],
      [
        'metres.json',
        1,
        'geometry',
        '429979,403330',
        'not longitude and latitude in or near England (WGS84): 429979,403330',
      ],
    ]);
    expect(problems.flatMap(({ file, more }) => (more ? [[file, more]] : []))).toEqual([
      ['scores.csv', { rows: 1, first: [{ row: 3, value: '120' }] }],
    ]);
  });

  it.each([
    [
      'another indicator',
      deprivationFile({ A81001: 1 }, '241'),
      /^neither 94240 \(IMD 2025\) nor 93553 \(IMD 2019\), the scores of deprivation: 241$/,
    ],
    ['no practices', deprivationFile({}), /no row has the area type GP/],
    [
      'two dates',
      lookupFile([{ code: 'A81001' }, { code: 'A81002', date: '01Feb2022' }]),
      /^differs from most rows: 2022-02-01, in 1 2022-01-01$/,
    ],
    ['no rows', lookupFile([]), /no rows under the header/],
    [
      'a level that is not drawn',
      boundaryFile(['E06000001'], 'LAD21CD'),
      /no property of the first feature is the ONS code of a level.*LAD21CD/,
    ],
    ['broken JSON', '{"type":"FeatureCollection","features":[', /not JSON/],
    [
      'no features',
      '{"type":"FeatureCollection","features":[]}',
      /not a GeoJSON FeatureCollection with features/,
    ],
    [
      'other letters',
      Buffer.from(lookupFile([{ code: 'A81001', postcode: 'T\u00e9' }]), 'latin1'),
      /^not written in UTF-8, first in line 2: save the file in UTF-8$/,
    ],
  ])('tells of %s', async (_, text, message) => {
    const problems = await faults(['file.csv', text]);
    expect(problems.map((one) => one.message)).toEqual([expect.stringMatching(message)]);
  });

  it('includes a second file of one kind, unless it is the same file again', async () => {
    await release([extract(), lookup]);
    const same = written(scratch, 'same.csv', deprivationFile({ A81001: 1 }));
    const again = written(scratch, 'again.csv', deprivationFile({ A81001: 1 }));
    expect((await run([same, again])).problems).toEqual([]);
    const { problems } = await run([same, deprivation]);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['scores.csv', 'two files of the same kind (deprivation scores), give only one: same.csv'],
    ]);
  });

  it('includes that there is no release to join', async () => {
    for (const options of [{}, { fresh: true }]) {
      const { problems, release } = await run([lookup], options);
      expect(release).toBeNull();
      expect(problems.map(({ message }) => message)).toEqual([
        expect.stringContaining(
          'a release cannot be made from reference files alone: give extracts too',
        ),
      ]);
    }
    expect(contents(scratch)).not.toContain(`releases-${count - 1}`);
  });

  it('includes real practices or places in an illustrative release, and vice versa', async () => {
    const invented = extract(['ZZ0001', 'ZZ0002']);
    await release([invented]);
    const { problems } = await run([lookup, ccgs]);
    expect(
      problems.map(({ file, row, column, value, message }) => [file, row, column, value, message]),
    ).toEqual([
      [
        'any name.txt',
        1,
        'practice_code',
        'A81001',
        'illustrative and published data never mix: A81001 is a real practice, and the release is illustrative',
      ],
      [
        'shapes.json',
        null,
        null,
        null,
        'illustrative and published data never mix: these are real boundaries, and the release is illustrative',
      ],
    ]);
    const own = written(scratch, 'own.csv', lookupFile([{ code: 'ZZ0001' }]));
    expect((await run([own])).problems).toEqual([]);
    const mixed = await run([extract(), own], { fresh: true });
    expect(mixed.problems.map(({ message }) => message)).toEqual([
      'illustrative and published data never mix: ZZ0001 is an invented practice, and the release is published',
    ]);
  });
});
