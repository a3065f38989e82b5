import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { longFields } from '../../../../data/definitions/extracts.ts';
import { FoldedFile } from '../../../../scripts/ingest/files/foldedFile.ts';
import { FoldingTally } from '../../../../scripts/ingest/files/foldingTally.ts';
import { TextTally } from '../../../../scripts/ingest/files/textTally.ts';
import { seededRandom } from '../../../support/random.ts';
import { allFields, type LongPractice, longExtract } from '../extracts.ts';
import { scratchFolder } from '../scratch.ts';

const scratch = scratchFolder();
const fields = Object.keys(longFields);
let files = 0;

function read(text: string | Buffer, sizes: () => number = () => 1 << 16) {
  const bytes = Buffer.from(text as string);
  const folded = join(scratch, `${files++}.folded`);
  const tally = new FoldingTally(new FoldedFile(folded));
  const plain = new TextTally();
  const first = Math.max(bytes.indexOf('\n') + 1, 1);
  for (let at = 0, to = first; at < bytes.length; at = to, to = at + sizes()) {
    tally.add(bytes.subarray(at, to));
    plain.add(bytes.subarray(at, to));
  }
  tally.end();
  expect(tally.sum).toEqual(plain.sum);
  return tally.isFolded ? readFileSync(folded, 'utf8') : null;
}

const bitsOf = (values: object): number =>
  Object.keys(values).reduce((bits, field) => bits + 2 ** fields.indexOf(field), 0);

/** What folding gives, written a second time: one line for neighbouring rows that have the same cells. */
function foldedAgain(text: string, delimiter = ','): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trim(), { delimiter });
  const lines: { place: string[]; row: number; values: Record<string, string> }[] = [];
  data.slice(1).forEach((cells, i) => {
    const place = cells.slice(0, -2);
    if (lines.at(-1)?.place.join('\n') !== place.join('\n')) {
      lines.push({ place, row: i + 1, values: {} });
    }
    lines.at(-1)!.values[cells.at(-2)!] = cells.at(-1)!;
  });
  return lines.map(({ place, row, values }) => [
    ...[row, Object.keys(values).length, bitsOf(values)].map(String),
    ...place,
    ...fields.map((field) => values[field] ?? ''),
  ]);
}

const cells = (folded: string | null, delimiter = ',') =>
  Papa.parse<string[]>(folded!.trimEnd(), { delimiter }).data;

const some: LongPractice[] = [
  { fields: allFields(1000, 100) },
  { code: 'A81002', name: 'É', fields: { Total_Use: '', New_Pat_Enbld: -1, Sys_Appts_Enbld: 2 } },
  { code: 'A81002', name: 'É', date: '31MAY2018', fields: { Total_Use: 0 } },
  { code: 'A81003', name: '"THE ""OLD"" SURGERY, LEEDS"', fields: allFields(12_000, 4000) },
  { code: 'A81004', name: 'LONG '.repeat(30), fields: allFields(12_000, 4000) },
  { code: 'A81005', fields: allFields(90, 0) },
];

describe('a long file', () => {
  it('is folded into a line for each practice and month', () => {
    const text = longExtract(some.slice(1, 3));
    expect(read(text)).toBe(
      [
        '1,3,140,30APR2018,Y54,NORTH,Q74,NORTH EAST,00K,"NHS 00K, CCG",A81002,É,EMIS,,,,-1,,,,2,,,,,',
        '4,1,4,31MAY2018,Y54,NORTH,Q74,NORTH EAST,00K,"NHS 00K, CCG",A81002,É,EMIS,,,0,,,,,,,,,,',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['as published', (text: string) => text, ','],
    ['with the line ends of Unix', (text: string) => text.replaceAll('\r\n', '\n'), ','],
    ['with a byte order mark', (text: string) => `\ufeff${text}`, ','],
    [
      'with semicolons',
      (text: string) =>
        `${Papa.unparse(Papa.parse<string[]>(text.trim()).data, { delimiter: ';' })}\r\n`,
      ';',
    ],
  ])('is folded %s, in whatever pieces it arrives', (_, changed, delimiter) => {
    const text = changed(longExtract(some));
    const random = seededRandom(7);
    for (const most of [1, 3, 40, 400, 4000]) {
      const folded = read(text, () => 1 + Math.floor(random() * most));
      expect(cells(folded, delimiter)).toEqual(foldedAgain(text, delimiter));
    }
  });

  it('is folded so that each place has its own line, wherever it differs from the one before', () => {
    const [header, row] = longExtract([{ name: 'ELM' }])
      .trimEnd()
      .split('\r\n') as [string, string];
    const place = row.slice(0, row.indexOf('patient_list_size'));
    const others = [...place].flatMap((letter, i) =>
      /\w/.test(letter) ? [`${place.slice(0, i)}x${row.slice(i + 1)}`] : [],
    );
    const text = `${[header, ...others.flatMap((other) => [row, other])].join('\r\n')}\r\n`;
    expect(cells(read(text))).toHaveLength(2 * others.length);
    expect(cells(read(text))).toEqual(foldedAgain(text));
  });

  it('is folded if it is larger than what is read and written at once', () => {
    const text = longExtract(
      Array.from({ length: 12_000 }, (_, i) => ({
        code: `A${10_000 + i}`,
        fields: allFields(1000 + i, i % 900),
      })),
    );
    const [small, large] = [1 << 18, 3 << 20].map((size) => read(text, () => size));
    expect(cells(small!)).toEqual(foldedAgain(text));
    expect(large).toBe(small);
  });

  const text = longExtract(some);
  const lines = text.split('\r\n');
  const edited = (row: number, edit: (line: string) => string) =>
    lines.map((line, i) => (i === row ? edit(line) : line)).join('\r\n');
  it.each([
    ['an unknown field', edited(20, (line) => line.replace(/,(\w+),(\d+)$/, ',Other,$2'))],
    ['a field twice', edited(20, (line) => `${line}\r\n${line}`)],
    ['a quoted field', edited(20, (line) => line.replace(/,(\w+),(\d+)$/, ',"$1",$2'))],
    ['a quoted value', edited(20, (line) => line.replace(/\d+$/, '"1,234"'))],
    ['a cell too many', edited(20, (line) => `${line},`)],
    ['a cell too few', edited(20, (line) => line.replace(/,\d+$/, ''))],
    ['a cell too few before the field', edited(20, (line) => line.replace('NORTH,', ''))],
    ['a blank line', edited(20, (line) => `\r\n${line}`)],
    ['another line end', text.replace('\r\n31MAY', '\n31MAY')],
    ['a carriage return in a value', edited(20, (line) => `${line}\r`)],
    ['a line break in a name', edited(20, (line) => line.replace('OLD', 'OLD\n'))],
    ...[
      '0123456789',
      '1234567890',
      '007',
      '-',
      '-0',
      '+1',
      '1.0',
      '1e3',
      ' 1',
      '1 ',
      'NULL',
      '5-',
      '٣',
    ].map((value): [string, string] => [
      `the value “${value}”`,
      edited(20, (line) => line.replace(/\d+$/, value)),
    ]),
    ['a very long name', edited(20, (line) => line.replace('OLD', 'O'.repeat(9000)))],
    ['an enormous name', edited(20, (line) => line.replace('OLD', 'O'.repeat(300_000)))],
    ['a quote that does not end', edited(20, (line) => line.replace('""OLD"" SURGERY', '"OLD'))],
    ['a last line without its end', text.trimEnd()],
    ['nothing but blank cells in a row', edited(20, () => ',,,,,,,,,,,')],
  ])('with %s is not folded, but counted', (_, odd) => {
    for (const size of [1, 7, 100, 1 << 16, 1 << 20]) expect(read(odd, () => size)).toBeNull();
  });

  it('in the order of its fields is not folded, as it would be no shorter', () => {
    const [header, ...rows] = longExtract(
      Array.from({ length: 3000 }, (_, i) => ({
        code: `A${10_000 + i}`,
        fields: allFields(1000, 9),
      })),
    )
      .trimEnd()
      .split('\r\n');
    const field = (row: string) => row.split(',').at(-2)!;
    const sorted = rows.sort((a, b) => (field(a) < field(b) ? -1 : field(a) > field(b) ? 1 : 0));
    expect(read(`${[header, ...sorted].join('\r\n')}\r\n`)).toBeNull();
  });

  it('with a column without a name is not folded', () => {
    expect(read(text.replaceAll('\r\n', ',\r\n'))).toBeNull();
  });

  it('with old line ends is not folded', () => {
    expect(read(text.replaceAll('\r\n', '\r'))).toBeNull();
  });
});

describe('a text of another kind', () => {
  it.each([
    ['nothing', ''],
    ['one line', 'report_period_end'],
    ['other columns', 'a,b\n1,2\n'],
  ])('such as %s is counted only', (_, text) => {
    expect(read(text)).toBeNull();
  });
});

it('a header alone is folded into nothing', () => {
  expect(read(longExtract([]))).toBe('');
});
