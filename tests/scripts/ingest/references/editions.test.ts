import { describe, expect, it } from 'vitest';
import { readDeprivation } from '../../../../scripts/ingest/references/readDeprivation.ts';
import { readLookup } from '../../../../scripts/ingest/references/readLookup.ts';
import { readRegister } from '../../../../scripts/ingest/references/readRegister.ts';
import { recogniseReference } from '../../../../scripts/ingest/references/recognise.ts';
import type { Complain, Csv } from '../../../../scripts/ingest/references/table.ts';
import { deprivationFile, lookupFile, registerRow } from './referenceFiles.ts';

/** What a reader returns for a text once it is recognised, and its complaints. */
function read<T>(text: string, reader: (csv: Csv, complain: Complain) => T) {
  const complaints: unknown[][] = [];
  const recognised = recogniseReference(Buffer.from(text));
  if (!recognised) throw new Error(`not recognised: ${text.slice(0, 80)}`);
  const { kind, delimiter } = recognised;
  const made = reader({ text, delimiter }, (...complaint) => complaints.push(complaint));
  return { kind, made, complaints };
}

const cellsOf = (text: string) => text.split('\n').map((line) => line.split(','));
const textOf = (rows: string[][], delimiter = ',') =>
  rows.map((cells) => cells.join(delimiter)).join('\n');
const without = (text: string, ...names: string[]) => {
  const [header, ...rows] = cellsOf(text);
  const kept = header!.flatMap((name, i) => (names.includes(name) ? [] : [i]));
  return textOf([header!, ...rows].map((cells) => kept.map((i) => cells[i] ?? '')));
};

describe('a practice lookup', () => {
  it.each([
    ['PCN_CODE', 'U11111', 'NULL', 'no value is given: (empty)'],
    ['CCG_CODE', ',16C,', ',NULL,', 'no value is given: (empty)'],
    ['CCG_CODE', ',16C,', ',16c,', 'not a code of capital letters and figures (such as 00K): 16c'],
    [
      'STP_CODE',
      ',QHM,',
      ',??? no,',
      'not a code of capital letters and figures (such as 00K): ??? no',
    ],
    [
      'COMM_REGION_CODE',
      ',Y63,',
      ',Y\u200b63,',
      'not a code of capital letters and figures (such as 00K): Y\u200b63',
    ],
  ])('has codes that are codes: %s', (column, code, other, message) => {
    const text = lookupFile([{ code: 'A81001', pcn: 'U11111' }]);
    expect(text).toContain(code);
    const { complaints } = read(text.replace(code, other), readLookup);
    expect(complaints.map(([row, name, , said]) => [row, name, said])).toContainEqual([
      1,
      column,
      message,
    ]);
  });

  const usual = lookupFile([
    { code: 'A81001' },
    { code: 'A81002', pcn: 'U22222' },
    { code: 'A81003', pcn: 'U' },
  ]);
  const placed = read(usual, readLookup).made.rows;

  it.each([
    ['as published', usual, []],
    [
      'with its columns in another order and a further one',
      textOf(
        cellsOf(usual.trimEnd()).map((cells, i) =>
          ['', ...cells].reverse().concat(i ? 'x' : 'Notes'),
        ),
      ),
      ['Not used: (a column without a name) and Notes.'],
    ],
    ['in tabs', textOf(cellsOf(usual), '\t'), []],
    ['in semicolons', textOf(cellsOf(usual), ';'), []],
    ['in bars', textOf(cellsOf(usual), '|'), []],
    ['with a header in small letters', usual.replace(/^.*/, (line) => line.toLowerCase()), []],
    [
      'saved by a spreadsheet',
      usual.replaceAll('01Jan2022', '01-Jan-22'),
      ['Its date is written 01-Jan-22, not as published, and read as 2022-01-01.'],
    ],
    [
      'saved by a program',
      usual.replaceAll('01Jan2022', '2022-01-01'),
      ['Its date is written 2022-01-01, not as published, and read as 2022-01-01.'],
    ],
    ['with postcodes run together', usual.replaceAll('TS18 1HU', 'ts181hu'), []],
    ['with empty rows at its end', `${usual}${','.repeat(15)}\n\n${','.repeat(15)}\n`, []],
    ['with a name in other capitals', usual.replace('STP QHM', 'Stp Qhm'), []],
  ])('is read %s', (_, text, notes) => {
    const { kind, made, complaints } = read(text, readLookup);
    expect(kind).toBe('lookup');
    expect(complaints).toEqual([]);
    expect(made.rows.map((row) => ({ ...row, stp_name: row.stp_name.toUpperCase() }))).toEqual(
      placed,
    );
    expect(made.notes).toEqual(notes);
  });

  it.each([
    [['PCN_CODE', 'PCN_NAME'], { pcn_code: null, pcn_name: null }],
    [['PCN_NAME'], { pcn_code: 'U11111', pcn_name: 'U11111' }],
    [['ONS_STP_CODE'], { stp_ons_code: null, stp_code: 'QHM' }],
    [['PRACTICE_POSTCODE'], { postcode: null }],
  ])('may lack %s, and says so', (names, told) => {
    const { made, complaints } = read(without(usual, ...names), readLookup);
    expect(complaints).toEqual([]);
    expect(made.rows[0]).toMatchObject(told);
    expect(made.notes).toEqual([
      `It has no ${names.join(' and ')}, so what they tell is not in the release.`,
    ]);
  });

  it('reports the few rows with a different name of an area, not those after the first', () => {
    const rows = [{ code: 'A81001' }, { code: 'A81002' }, { code: 'A81003' }];
    const { complaints } = read(lookupFile(rows).replace('CCG 16C', 'CCG 16D'), readLookup);
    expect(complaints).toEqual([
      [1, 'CCG_NAME', 'CCG 16D', 'differs from most rows: CCG 16D for 16C, in 2 CCG 16C'],
    ]);
  });
});

describe('the list of practices', () => {
  const bare = `${[registerRow('A81001'), registerRow('A81002', { closed: '20180531', status: 'C' })].join('\n')}\n`;
  const listed = read(bare, readRegister).made;
  const header =
    '"Organisation Code","Name","National Grouping","High Level Health Geography","Address Line 1","Address Line 2","Address Line 3","Address Line 4","Address Line 5","Postcode","Open Date","Close Date","Status Code","Organisation Sub-Type Code","Commissioner","Join Provider/Purchaser Date","Left Provider/Purchaser Date","Contact Telephone Number","Null","Null","Null","Amended Record Indicator","Null","Provider/Purchaser","Null","Prescribing Setting","Null"';

  it.each([
    ['as published', bare],
    ['with the header of its specification', `${header}\n${bare}`],
    ['in tabs', bare.replaceAll('","', '"\t"')],
    ['without its last column, which is empty', bare.replaceAll(/,""$/gm, '')],
    ['with statuses as words', bare.replace('"A"', '"ACTIVE"').replace('"C"', '"INACTIVE"')],
    [
      'with days as programs write them',
      bare.replaceAll('19740401', '1974-04-01').replace('20180531', '2018-05-31'),
    ],
    [
      'with few columns in another order',
      'PostCode,Status,CloseDate,OpenDate,OrgName,OrgCode,Address1,PrescrSet\n' +
        'TS18 1HU,A,,19740401,SURGERY A81001,A81001,1 STREET,4\n' +
        'TS18 1HU,C,20180531,19740401,SURGERY A81002,A81002,1 STREET,4\n',
    ],
  ])('is read %s', (_, text) => {
    const { kind, made, complaints } = read(text, readRegister);
    expect(kind).toBe('register');
    expect(complaints).toEqual([]);
    expect(made).toEqual(listed);
    expect(made.rows.map(({ status }) => status)).toEqual(['active', 'closed']);
  });

  it('may have a practice that closed on the day on which it opened, and addresses of any lines', () => {
    const day = { opened: '20180531', closed: '20180531', status: 'C' };
    const text = registerRow('A81001', day).replace('"1 STREET","",""', '"UNIT 1","","A, TOWN"');
    const { made, complaints } = read(text, readRegister);
    expect(complaints).toEqual([]);
    expect(made.rows).toMatchObject([
      { open_date: '2018-05-31', close_date: '2018-05-31', address: 'UNIT 1, A, TOWN' },
    ]);
  });

  it("uses its header's column names in problems", () => {
    const { complaints } = read(
      'Code,Name,Postcode,Open Date,Close Date,Status\nA81001,X,TS18 1HU,01/04/1974,,A\n',
      readRegister,
    );
    expect(complaints).toEqual([
      [1, 'Open Date', '01/04/1974', 'not a date written like 20171031: 01/04/1974'],
    ]);
  });
});

describe('deprivation by practice', () => {
  const of2019 = deprivationFile({ A81001: 30, A81002: 40.5 });
  const of2025 = deprivationFile({ A81001: 31, A81002: 41 }, '94240');
  const rowsOf = (text: string) => text.split('\n').slice(1).join('\n');
  const scores = (rows: { practice_code: string; score: number }[] | undefined) =>
    rows?.map(({ practice_code, score }) => `${practice_code} ${score}`);

  it.each([
    ['of 2019', of2019, 'IMD 2019', ['A81001 30', 'A81002 40.5']],
    ['of 2025', of2025, 'IMD 2025', ['A81001 31', 'A81002 41']],
    ['of both, the later', of2019 + rowsOf(of2025), 'IMD 2025', ['A81001 31', 'A81002 41']],
    [
      'of several years, the latest',
      `${of2019}${rowsOf(of2019.replaceAll(',2019,', ',2015,').replaceAll(',30', ',1'))}`,
      'IMD 2019',
      ['A81001 30', 'A81002 40.5'],
    ],
    [
      'among other indicators',
      of2019 + rowsOf(deprivationFile({ A81001: 7000 }, '114')),
      'IMD 2019',
      ['A81001 30', 'A81002 40.5'],
    ],
    [
      'once for each area around a practice',
      of2019 + rowsOf(of2019).replaceAll(',S,', ',T,'),
      'IMD 2019',
      ['A81001 30', 'A81002 40.5'],
    ],
    [
      'as the R package writes it',
      of2019.replace(/^.*/, (line) => line.replaceAll(' ', '')).replace('40.5', 'NA'),
      'IMD 2019',
      ['A81001 30'],
    ],
    [
      'with the areas called GPs',
      of2019.replaceAll(',GP,', ',GPs,'),
      'IMD 2019',
      ['A81001 30', 'A81002 40.5'],
    ],
  ])('is read %s', (_, text, edition, expected) => {
    const { kind, made, complaints } = read(text, readDeprivation);
    expect(kind).toBe('deprivation');
    expect(complaints).toEqual([]);
    expect(made?.edition).toBe(edition);
    expect(scores(made?.rows)).toEqual(expected);
  });

  it('is rejected if a practice has two scores, or if there are no practices', () => {
    const twice = read(of2019 + rowsOf(of2019).replace('40.5', '41.5'), readDeprivation);
    expect(twice.complaints).toEqual([
      [6, 'Area Code', 'A81002', 'given twice, first in row 3: A81002'],
    ]);
    const none = read(of2019.replaceAll(',GP,', ',PCNs,'), readDeprivation);
    expect(none.complaints).toEqual([
      [
        ...[null, 'Area Type', null],
        'no row has the area type GP (choose "GPs" as areas before downloading): England and PCNs',
      ],
    ]);
  });
});

describe('a reference file with blank lines above', () => {
  it.each([
    ['lookup', lookupFile([{ code: 'A81001' }]), readLookup],
    ['register', `${registerRow('A81001')}\n`, readRegister],
    ['deprivation', deprivationFile({ A81001: 1 }), readDeprivation],
  ] as const)('is read like another %s', (kind, text, reader) => {
    const made = read<unknown>(text, reader);
    expect(made).toMatchObject({ kind, complaints: [] });
    expect(read<unknown>(`\n \t\n\n${text}`, reader)).toEqual(made);
  });
});
