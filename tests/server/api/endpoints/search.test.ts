import { beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { longExtract } from '../../../scripts/ingest/extracts.ts';
import { lookupFile, registerRow } from '../../../scripts/ingest/references/referenceFiles.ts';
import { scratchFolder, written } from '../../../scripts/ingest/scratch.ts';
import { asking } from '../../../support/asking.ts';

/** Invented practices with names, postcodes, towns and streets written as in extracts. */
const practices: [code: string, name: string, postcode: string, ...address: string[]][] = [
  ['A99001', 'ALDERWICK & BIRCHAM MEDICAL CTR.', 'QZ1 1AA', '1 LOW LANE', 'ALDERWICK', 'KENT'],
  ['A99002', "ST QUENBY'S SURGERY", 'QZ1 1AB', '2 MILL ROAD', 'QUENBY', 'KENT'],
  ['A99003', 'DR TARLOWE & PARTNERS', 'QZ1 2AA', '3 MILL ROAD', 'QUENBY', 'KENT'],
  ['A99004', 'ELMSTEAD RD HEALTH CENTRE', 'QZ2 1AA', '4 ELMSTEAD RD', 'FERNLEY', 'KENT'],
  ['A99005', 'FERNLEY MED PRACT', 'QZ2 1AB', 'THE SURGERY', 'FERNLEY', 'KENT'],
  ['A99006', 'GORSE HILL SURGERY', 'QZ2 9AA', '6 GORSE HILL', 'GORSE', 'KENT'],
  ['A99007', 'THE SURGERY', 'QZ3 1AA', '7 HIGH STREET', 'UPPER GORSE', 'NORTH YORKSHIRE'],
  ['A99008', 'THE SURGERY', 'QZ4 1AA', '8 HIGH STREET', 'LOWER GORSE', 'NORTH YORKSHIRE'],
  ['A99009', 'THEATRE LANE SURGERY', 'QZ5 1AA', '9 THEATRE LANE', 'GORSE', 'KENT'],
  ['A99010', 'WOOD END SURGERY', 'QZ6 1AA', '10 WOOD END', 'GORSE', 'KENT'],
  ['A99011', 'MOORVIEW SURGERY', 'QZ6 1AB', '11 WOOD END', 'GORSE', 'KENT'],
  ['A99012', 'HARTWELL FAMILY PRACTICE', 'QZ6 1AC', '12 WOOD END', 'GORSE', 'KENT'],
  ['A99013', 'LARCH SURGERY', 'QZ7 1AA', '13 WOOD END', 'LARCH', 'KENT'],
  ['A99014', 'BEECH SURGERY', 'QZ7 1AB', '14 WOOD END', 'LARCH', 'KENT'],
];

const registered = (code: string, month: 'APR' | 'MAY') =>
  code === 'A99014' && month === 'MAY' ? 2000 : 1000;

const rows = (month: 'APR' | 'MAY', day: string) =>
  practices
    .filter(([code]) => month === 'APR' || code !== 'A99013')
    .map(([code, name]) => ({
      code,
      date: `${day}${month}2018`,
      name: code === 'A99012' && month === 'APR' ? 'BRACKENFOLD SURGERY' : `"${name}"`,
      ccg: code < 'A99009' ? '90A' : '90B',
      supplier: code === 'A99011' ? 'VISION' : 'EMIS',
      fields: { patient_list_size: registered(code, month), Total_Pat_Enbld: 100 },
    }));

const register = practices.map(([code, , postcode, ...lines]) => {
  const cells = registerRow(code, code === 'A99006' ? { closed: '20180531', status: 'C' } : {})
    .slice(1, -1)
    .split('","');
  cells[1] = code === 'A99005' ? 'THE OLD FORGE SURGERY' : `SURGERY ${code}`;
  // The lookup has another postcode of this one, which counts.
  cells[9] = code === 'A99006' ? 'QZ9 9ZZ' : postcode;
  lines.forEach((line, i) => {
    cells[4 + i] = line;
  });
  return cells.map((cell) => `"${cell}"`).join(',');
});

const scratch = scratchFolder();
const ask = asking(scratch);

beforeAll(async () => {
  const { problems } = await ingest({
    files: [
      written(scratch, 'april.csv', longExtract(rows('APR', '30'))),
      written(scratch, 'may.csv', longExtract(rows('MAY', '31'))),
      written(scratch, 'epraccur.csv', `${register.join('\r\n')}\r\n`),
      written(
        scratch,
        'gp-reg-pat-prac-map.csv',
        lookupFile(practices.map(([code, , postcode]) => ({ code, postcode, pcn: 'U90001' }))),
      ),
    ],
    dataFolder: scratch,
    madeAt: new Date('2020-01-02T03:04:05Z'),
  });
  expect(problems).toEqual([]);
});

const found = async (q: string) =>
  (await ask(`/search?q=${encodeURIComponent(q)}`)).data as Record<string, unknown>[];

describe('/search', () => {
  it.each([
    ['alderwick and bircham', 'A99001'],
    ['alderwick & bircham medical centre', 'A99001'],
    ['Alderwick + Bircham med center', 'A99001'],
    ['saint quenby', 'A99002'],
    ['st. quenbys surg', 'A99002'],
    ['doctor tarlowe', 'A99003'],
    ['dr tarlowe and ptnrs', 'A99003'],
    ['Drs Tarlowe & Partners', 'A99003'],
    ['elmstead road health centre', 'A99004'],
    ['elmstead rd hc', 'A99004'],
    ['fernley medical practice', 'A99005'],
    ['fernley mp', 'A99005'],
    ['gorse hill surgrey', 'A99006'],
    ['gorze hill surgery', 'A99006'],
    ['gorsehill', 'A99006'],
    ['woodend surgery', 'A99010'],
    ['moor view surgery', 'A99011'],
    ['larch surgery', 'A99013'],
    ['A99 006', 'A99006'],
    ['GP A99006', 'A99006'],
    ['hartwell gorse', 'A99012'],
    ['surgery lower gorse', 'A99008'],
    ['7 high street', 'A99007'],
    ['moorview vision', 'A99011'],
  ])('finds the right practice first for "%s"', async (q, code) => {
    expect((await found(q))[0]).toMatchObject({ area_code: code });
  });

  it('puts an exact name first, and distinguishes places of one name', async () => {
    const [first, second, third] = await found('the surgery');
    expect([first, second]).toEqual([
      expect.objectContaining({
        area_name: 'THE SURGERY',
        town: 'UPPER GORSE',
        postcode: 'QZ3 1AA',
      }),
      expect.objectContaining({
        area_name: 'THE SURGERY',
        town: 'LOWER GORSE',
        postcode: 'QZ4 1AA',
      }),
    ]);
    expect([first!.match, second!.match, third!.match]).toEqual(['exact', 'exact', 'every_word']);
    expect((await found('surgery'))[0]).toMatchObject({ area_name: 'THE SURGERY' });
  });

  it("finds by a former name and by a reference file's name, and says which", async () => {
    expect(await found('brackenfold')).toEqual([
      expect.objectContaining({
        area_code: 'A99012',
        area_name: 'HARTWELL FAMILY PRACTICE',
        former_name: 'BRACKENFOLD SURGERY',
        other_name: null,
      }),
    ]);
    expect((await found('the old forge'))[0]).toMatchObject({
      area_code: 'A99005',
      former_name: null,
      other_name: 'THE OLD FORGE SURGERY',
    });
    expect((await found('hartwell'))[0]).toMatchObject({ former_name: null, other_name: null });
  });

  it('marks places that lack a word as near, and finds them if no place has every word', async () => {
    const [first] = await found('tarlowe clinic');
    expect(first).toMatchObject({ area_code: 'A99003', match: 'near' });
    expect((await found('quenby surgery'))[0]).toMatchObject({ match: 'every_word' });
    expect(await found('xylophone')).toEqual([]);
  });

  it('marks places that have a word only if it was mistyped as near', async () => {
    for (const typed of ['quenbi surgery', 'qeunby surgery', 'quonby']) {
      const [first] = await found(typed);
      expect([typed, first]).toMatchObject([typed, { area_code: 'A99002', match: 'near' }]);
    }
    // The beginning of a word is no error.
    expect((await found('quen surg'))[0]).toMatchObject({ match: 'every_word' });
  });

  it('finds only the place with a code, and near codes if there is none', async () => {
    expect(await found('A99006')).toEqual([
      expect.objectContaining({ area_code: 'A99006', match: 'exact', close_date: '2018-05-31' }),
    ]);
    expect((await found('A99106'))[0]).toMatchObject({ area_code: 'A99006', match: 'near' });
    expect(await found('90A')).toEqual([expect.objectContaining({ level: 'ccg' })]);
  });

  it('tells of a practice what its own answer tells, such as whether it is open', async () => {
    const notOpen: string[] = [];
    for (const [code] of practices) {
      const { area_code, area_name, last_period, open, close_date, postcode, supplier } = (
        await found(code)
      )[0]!;
      const own = await ask<Record<string, unknown>>(`/practices/${code}`);
      expect(own.data).toMatchObject({
        ...{ practice_code: area_code, practice_name: area_name },
        ...{ last_period, open, close_date, postcode, supplier },
      });
      if (!open) notOpen.push(code);
    }
    // One closed by the register in the latest month, though it is in its extract, and one gone from the extracts.
    expect(notOpen).toEqual(['A99006', 'A99013']);
  });

  it('finds by a postcode in any spelling, and the nearest if none is at it', async () => {
    for (const q of ['QZ1 1AB', 'qz11ab', 'Qz1-1ab.', 'surgery near QZ1 1AB']) {
      expect(await found(q), q).toEqual([
        expect.objectContaining({ area_code: 'A99002', match: 'exact' }),
      ]);
    }
    const near = await found('doctors near QZ1 1ZZ');
    expect(near.map(({ area_code, match }) => [area_code, match]).slice(0, 5)).toEqual([
      ['A99001', 'near'],
      ['A99002', 'near'],
      ['A99003', 'near'],
      ['A99004', 'near'],
      ['A99005', 'near'],
    ]);
    expect((await found('tarlowe qz1 2aa'))[0]).toMatchObject({ area_code: 'A99003' });
    expect((await found('qz2')).map(({ area_code }) => area_code)).toEqual([
      'A99004',
      'A99005',
      'A99006',
    ]);
  });

  it('finds only practices if any practice somewhere is meant', async () => {
    const data = await found('surgery in fernley');
    expect(data.map(({ area_code }) => area_code)).toEqual(['A99004', 'A99005']);
    expect(data.every(({ level }) => level === 'practice')).toBe(true);
  });

  it('finds a practice by its supplier, and by another only as a near match', async () => {
    expect((await found('moorview vision'))[0]).toMatchObject({
      area_code: 'A99011',
      match: 'every_word',
    });
    expect((await found('moorview emis'))[0]).toMatchObject({ match: 'near' });
  });

  it('finds areas by their common names', async () => {
    expect((await found('90a ccg'))[0]).toMatchObject({ level: 'ccg', area_code: '90A' });
    expect((await found('nhs 90b'))[0]).toMatchObject({ level: 'ccg', area_code: '90B' });
    expect((await found('england'))[0]).toMatchObject({ level: 'england' });
    expect((await found('primary care network u90001'))[0]).toMatchObject({ level: 'pcn' });
  });

  it('finds areas by the towns of a fifth of their practices', async () => {
    for (const [q, code] of [
      ['fernley ccg', '90A'],
      ['larch ccg', '90B'],
    ] as const) {
      const [first, second] = await found(q);
      expect(first).toMatchObject({ level: 'ccg', area_code: code, match: 'every_word' });
      expect(second).not.toMatchObject({ level: 'ccg', match: 'every_word' });
    }
  });

  it('says which practice a closed one may have merged into', async () => {
    expect((await found('larch surgery'))[0]).toMatchObject({
      area_code: 'A99013',
      open: false,
      last_period: '2018-04',
      successor_code: 'A99014',
      successor_name: 'BEECH SURGERY',
    });
    expect((await found('beech surgery'))[0]).toMatchObject({ open: true, successor_code: null });
  });
});
