import { describe, expect, it } from 'vitest';
import { readBoundaries } from '../../../../scripts/ingest/references/readBoundaries.ts';
import { readDeprivation } from '../../../../scripts/ingest/references/readDeprivation.ts';
import { readLookup } from '../../../../scripts/ingest/references/readLookup.ts';
import { readRegister } from '../../../../scripts/ingest/references/readRegister.ts';
import type { Complain, Csv } from '../../../../scripts/ingest/references/table.ts';
import { boundaryFile, deprivationFile, lookupFile, registerRow } from './referenceFiles.ts';

const codes = ['A81001', 'A81002', 'A81003'];
const register = `${codes.map((code) => registerRow(code).replaceAll('"', '')).join('\n')}\n`;
const heading = 'Code,Name,,,Address,,,,,Postcode,Open Date,Close Date,Status,,,,,,,,,,,,,Setting,';

/** Each kind of file, where its second practice has its name, and what reads it. */
const kinds: [string, string, RegExp, (csv: Csv, complain: Complain) => unknown][] = [
  ['lookup', lookupFile(codes.map((code) => ({ code }))), /SURGERY A81002/, readLookup],
  ['list of practices', register, /SURGERY A81002/, readRegister],
  ['list of practices with a header', `${heading}\n${register}`, /SURGERY A81002/, readRegister],
  [
    'file of scores',
    deprivationFile({ A81001: 1, A81002: 2 }).replace(/.*England.*\n/, ''),
    /(?<=A81002,)S/,
    readDeprivation,
  ],
];

/** What is complained of, in a text of which every line is followed by blank ones. */
function complaintsOf(text: string, reader: (typeof kinds)[number][3]): unknown[][] {
  const complaints: unknown[][] = [];
  const spread = text.replaceAll('\n', '\n\n ,\n');
  reader({ text: spread, delimiter: ',' }, (...complaint) => complaints.push(complaint));
  return complaints;
}

it.each(kinds)(
  'a misplaced quote in a %s is one problem, and names its row',
  (_, text, name, reader) => {
    expect(complaintsOf(text, reader)).toEqual([]);
    for (const [word, message] of [
      ['"OLD" SURGERY', 'misplaced quote (within a quoted cell a quote is doubled)'],
      ['"OLD SURGERY', 'a quote is opened and not closed'],
    ] as const) {
      const wrong = text.replace(name, word);
      const line = wrong.split('\n').find((one) => one.includes(word));
      expect(complaintsOf(wrong, reader)).toEqual([[2, null, line, message]]);
    }
  },
);

it.each(kinds)(
  'a %s in which each row has a cell more has that problem alone',
  (_, text, __, reader) => {
    const [first, ...rows] = text.trimEnd().split('\n');
    const width = first!.split(',').length;
    const more = rows.map((row) => `${row},x`);
    const at = first!.startsWith('A8') ? 2 : 1;
    expect(complaintsOf([first, ...more, ''].join('\n'), reader)).toEqual(
      more.map((row, i) => [
        i + at,
        null,
        row,
        `wrong number of cells: ${width + 1} where there should be ${width}`,
      ]),
    );
  },
);

it.each(kinds.filter(([, text]) => !text.startsWith('A8')))(
  'a %s with its header alone has no rows',
  (_, text, __, reader) => {
    expect(complaintsOf(`${text.split('\n', 1)[0]}\n`, reader)).toEqual([
      [null, null, null, 'no rows under the header'],
    ]);
  },
);

it('names in a reference file have no control characters, and not over 200 characters', () => {
  const long = 'X'.repeat(201);
  const control = 'contains a line break or another control character';
  const heard: unknown[][] = [];
  const complain: Complain = (...complaint) => heard.push(complaint);
  const [heading, row] = lookupFile([{ code: 'A81001' }]).split('\n');
  const lookup = row!
    .replace('PCN U11111', 'P\u0007N')
    .replace('CCG 16C', '"CCG\n16C"')
    .replace('E54 QHM', 'E54\u2028X')
    .replace('REGION Y63', long)
    .replace('STP QHM', long.slice(1));
  readLookup({ text: `${heading}\n${lookup}\n`, delimiter: ',' }, complain);
  const practice = registerRow('A81001').replace('1 STREET', '1\nSTREET').replace('TS18', long);
  readRegister({ text: `${practice}\n`, delimiter: ',' }, complain);
  readBoundaries(boundaryFile(['E38000001']).replace('AREA ', 'AREA\\n'), complain);
  expect(heard).toEqual([
    [1, 'PCN_NAME', 'P\u0007N', `${control}: P\u0007N`],
    [1, 'CCG_NAME', 'CCG\n16C', `${control}: CCG\n16C`],
    [1, 'ONS_STP_CODE', 'E54\u2028X', `${control}: E54\u2028X`],
    [1, 'COMM_REGION_NAME', long, `longer than 200 characters: ${long}`],
    [1, 'column 5', '1\nSTREET', `${control}: 1\nSTREET`],
    [1, 'column 10', `${long} 1HU`, `longer than 200 characters: ${long} 1HU`],
    [1, 'CCG21NM', 'AREA\nE38000001', `${control}: AREA\nE38000001`],
  ]);
});

describe('names with hidden or full-width characters', () => {
  const heard: unknown[][] = [];
  const complain: Complain = (...complaint) => heard.push(complaint);
  const shown = 'SUR<U+200B>GERY A81002';

  it('of a lookup are read in plain letters, and told', () => {
    const text = lookupFile(codes.map((code) => ({ code })))
      .replace('SURGERY A81002', 'SUR\u200bGERY A81002')
      .replace(/CCG 16C(?=,[^\n]*\n$)/, '\uff23\uff23\uff27\u300016C');
    const { rows, notes } = readLookup({ text, delimiter: ',' }, complain);
    expect(rows.map(({ practice_name }) => practice_name)).toEqual(
      codes.map((code) => `SURGERY ${code}`),
    );
    expect(new Set(rows.map(({ ccg_name }) => ccg_name))).toEqual(new Set(['CCG 16C']));
    expect(notes).toEqual([
      `2 names contain hidden or full-width characters and are read in plain letters, first PRACTICE_NAME in row 2: ${shown}.`,
    ]);
  });

  it('of the list of practices, with their addresses, too', () => {
    const text = register.replace('SURGERY A81002', 'SUR\u200bGERY A81002');
    const plain = readRegister({ text: register, delimiter: ',' }, complain);
    expect(plain.notes).toEqual([]);
    expect(readRegister({ text, delimiter: ',' }, complain)).toEqual({
      rows: plain.rows,
      notes: [
        `A name contains hidden or full-width characters and is read in plain letters, column 2 in row 2: ${shown}.`,
      ],
    });
    const address = register.replace('1 STREET', '1\u202e STREET');
    const read = readRegister({ text: address, delimiter: ',' }, complain);
    expect(read.rows).toEqual(plain.rows);
    expect(read.notes).toHaveLength(1);
  });

  it('of boundaries too', () => {
    const text = boundaryFile(['E38000001']).replace('AREA ', 'ARE\u00adA ');
    const { rows, notes } = readBoundaries(text, complain)!;
    expect(rows.map(({ name }) => name)).toEqual(['AREA E38000001']);
    expect(notes).toEqual([
      'A name contains hidden or full-width characters and is read in plain letters, CCG21NM in row 1: ARE<U+00AD>A E38000001.',
    ]);
  });

  it('are no problem', () => {
    expect(heard).toEqual([]);
  });
});
