import { beforeAll, describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { HttpError } from '../../../server/errors.ts';
import type { About } from '../../../server/formats/format.ts';
import { xlsx, xlsxUpTo } from '../../../server/formats/xlsx.ts';
import { gathered, unzipped } from '../../support/bytes.ts';
import { about, columns, illustrative, illustrativeNote, rows, tableOf } from './madeUp.ts';
import { checkXml, type ReadSheet, readSheet } from './worksheet.ts';

interface Book {
  parts: Map<string, string>;
  sheets: { name: string; xml: string; read: ReadSheet; table: string | undefined }[];
}

async function book(of: About = about, all: object[] = rows): Promise<Book> {
  const files = await unzipped(await gathered(xlsx.write(tableOf(all), of)));
  const parts = new Map([...files].map(([name, bytes]) => [name, bytes.toString()]));
  const names = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="(\w+)"/g)];
  return {
    parts,
    sheets: names.map(([, name], i) => {
      const xml = parts.get(`xl/worksheets/sheet${i + 1}.xml`)!;
      return {
        name: name!,
        xml,
        read: readSheet(xml),
        table: parts.get(`xl/tables/table${i + 1}.xml`),
      };
    }),
  };
}

const textsOf = ({ cells }: ReadSheet) => cells.map(({ value }) => value);
const shown = columns.filter(({ name }) => name !== 'marker');

let made: Book;
beforeAll(async () => {
  made = await book();
});
const sheet = (name: string) => made.sheets.find((one) => one.name === name)!;

/** A marked-up table's first and last row, and its headings, as its part of the file states them. */
function tableIn(xml: string) {
  const [, start, first, end, last] = /ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(xml)!;
  return {
    start,
    end,
    first: Number(first),
    last: Number(last),
    headings: [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name),
  };
}

/** The number format of a cell style, by its code. */
function formatsIn({ parts }: Book): (style: number) => string {
  const styles = parts.get('xl/styles.xml')!;
  const codes = new Map([
    ['0', 'General'],
    ['3', '#,##0'],
    ...[...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(
      ([, id, code]) => [id!, code!] as const,
    ),
  ]);
  const ids = [...styles.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)];
  return (style) => codes.get(ids[style]![1]!)!;
}

describe('a workbook', () => {
  it('consists of well-formed parts, each declared and reachable', () => {
    for (const xml of made.parts.values()) checkXml(xml);
    const types = made.parts.get('[Content_Types].xml')!;
    for (const name of made.parts.keys()) {
      if (name.endsWith('.rels') || name === '[Content_Types].xml') continue;
      expect(types, name).toContain(`PartName="/${name}"`);
    }
    const targets = [...made.parts]
      .filter(([name]) => name.endsWith('.rels'))
      .flatMap(([name, xml]) =>
        [...xml.matchAll(/Target="([^"]+)"\/>/g)].map(([, target]) =>
          new URL(target!, `file:///${name.replace(/_rels\/[^/]+$/, '')}`).pathname.slice(1),
        ),
      );
    for (const target of targets) expect([...made.parts.keys()]).toContain(target);
  });

  it('has a title, author, language and time', () => {
    const core = made.parts.get('docProps/core.xml')!;
    expect(core).toContain('<dc:title>GP online services in England: Made-up figures</dc:title>');
    expect(core).toMatch(/<dc:creator>\w/);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toContain('2018-11-05T09:30:00Z');
  });

  it('has a cover, notes and the table, with plain names', () => {
    expect(made.sheets.map(({ name }) => name)).toEqual(['Cover', 'Notes', 'figures']);
  });

  it('gives the same bytes for the same answer', async () => {
    const bytes = () => gathered(xlsx.write(tableOf(), about));
    expect((await bytes()).equals(await bytes())).toBe(true);
  });
});

describe('the guidance on spreadsheets', () => {
  it('hides, freezes, filters, merges and protects nothing', () => {
    const surprises =
      /pane|hidden|mergeCell|autoFilter|filterColumn|Protection|dataValidation|state=/i;
    for (const [name, xml] of made.parts) expect(xml, name).not.toMatch(surprises);
  });

  it('has a title in A1 of every sheet, styled as heading 1', () => {
    const cellFormats = made.parts
      .get('xl/styles.xml')!
      .split('<cellXfs')[1]!
      .match(/<xf [^>]*>/g)!;
    for (const { name, read } of made.sheets) {
      const [first] = read.cells;
      expect(first!.reference, name).toBe('A1');
      expect(cellFormats[first!.style], name).toContain('xfId="1"');
    }
    expect(made.parts.get('xl/styles.xml')).toContain('name="Heading 1" xfId="1" builtinId="16"');
  });

  it('leaves no row and no cell of a table blank', () => {
    for (const { name, read } of made.sheets) {
      expect([...read.rows.keys()], name).toEqual([...read.rows.keys()].map((_, i) => i + 1));
      for (const { value, reference } of read.cells) {
        expect(String(value).trim(), `${name} ${reference}`).not.toBe('');
      }
    }
    for (const { read, table } of made.sheets) {
      if (!table) continue;
      const { first, last, headings } = tableIn(table);
      for (let row = first; row <= last; row++) {
        expect(read.rows.get(row)!.length).toBe(headings.length);
      }
    }
  });

  it('marks up one table on each sheet except the cover, from its headings to its last row', () => {
    expect(sheet('Cover').table).toBeUndefined();
    for (const name of ['Notes', 'figures']) {
      const { read, table, xml } = sheet(name);
      const { start, first, last, headings } = tableIn(table!);
      expect(start).toBe('A');
      expect(last).toBe(Math.max(...read.rows.keys()));
      expect(read.rows.get(first)!.map(({ value }) => value)).toEqual(headings);
      expect(new Set(headings).size).toBe(headings.length);
      expect(xml).toContain('<tableParts count="1">');
      expect(table).toContain(`displayName="${name}_table"`);
      expect(textsOf(read)).toContainEqual(expect.stringMatching(/^This sheet contains one table/));
    }
    const { first } = tableIn(sheet('figures').table!);
    expect(sheet('figures').xml).toContain(`<row r="${first}" ht="32"`);
    const identities = made.sheets.map(({ table }) => table?.match(/ id="(\d+)"/)?.[1]);
    expect(new Set(identities).size).toBe(3);
  });

  it('keeps what is above the table to the first column', () => {
    const { read, table } = sheet('figures');
    for (let row = 1; row < tableIn(table!).first; row++) {
      expect(read.rows.get(row)!.map(({ column }) => column)).toEqual(['A']);
    }
  });

  it('uses a sans serif of at least 12 points without coloured cells', () => {
    const styles = made.parts.get('xl/styles.xml')!;
    const sizes = [...styles.matchAll(/<sz val="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBe(12);
    expect(new Set([...styles.matchAll(/<name val="([^"]+)"/g)].map(([, name]) => name))).toEqual(
      new Set(['Arial']),
    );
    expect(styles).not.toMatch(/fgColor|solid/);
  });

  it('gives every column a width that holds its longest word, and wraps long text', async () => {
    for (const { name, xml, read } of made.sheets) {
      const widths = [...xml.matchAll(/<col min="\d+" max="\d+" width="([\d.]+)"/g)].map(
        ([, width]) => Number(width),
      );
      expect(widths.length, name).toBe(
        Math.max(...[...read.rows.values()].map((row) => row.length)),
      );
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(10);
    }
    const { sheets } = await book(about, [
      ...rows,
      { ...rows[0], area_name: 'THE NAME OF A LATER CHUNK OF ROWS' },
    ]);
    const ofNames = /<col min="2" max="2" width="([\d.]+)"/.exec(sheets[2]!.xml)?.[1];
    expect(Number(ofNames)).toBeGreaterThan(33);
    for (const { value, row } of sheet('Notes').read.cells.filter(({ row }) => row > 3)) {
      const height = Number(
        new RegExp(`<row r="${row}" ht="([\\d.]+)"`).exec(sheet('Notes').xml)?.[1],
      );
      if (String(value).length > 240) expect(height).toBeGreaterThanOrEqual(32);
    }
  });

  it('has on the cover what it is, its release, source and licence, how to cite it and whom to ask', async () => {
    const { sheets } = await book({ ...about, contact: 'The team, team@example.org' });
    const cover = textsOf(sheets[0]!.read).join('\n');
    for (const part of [
      about.title,
      about.description,
      'Release 2018-09.1: published figures for April 2018 to September 2018, made on 5 November 2018',
      'Patient Online Management Information',
      'Open Government Licence v3.0',
      'How to cite',
      'GP online services in England, release 2018-09.1',
      `Taken from: ${about.address}`,
      'The team, team@example.org',
      'measure=records_enabled,any_use',
    ]) {
      expect(cover).toContain(part);
    }
  });

  it('links from the cover to every sheet and from the table to the notes', () => {
    const links = (name: string) =>
      [...sheet(name).xml.matchAll(/<hyperlink ref="(\w+)" location="'(\w+)'!A1"/g)].map(
        ([, cell, to]) => ({
          to,
          text: sheet(name).read.cells.find((one) => one.reference === cell)?.value,
        }),
      );
    expect(links('Cover').map(({ to }) => to)).toEqual(['Notes', 'figures']);
    expect(links('figures').map(({ to }) => to)).toEqual(['Notes']);
    for (const { text } of [...links('Cover'), ...links('figures')])
      expect(text).toMatch(/\w+: \w+/);
  });

  it('links to the licence by its name, not its address', () => {
    const outside = (name: string) =>
      [...made.parts.get(name)!.matchAll(/Target="(https?:[^"]+)" TargetMode="External"/g)].map(
        ([, address]) => address,
      );
    expect(outside('xl/worksheets/_rels/sheet1.xml.rels')).toEqual([
      'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    ]);
    const [, cell, id] = /<hyperlink ref="(\w+)" r:id="(\w+)"/.exec(sheet('Cover').xml)!;
    expect(made.parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(`Id="${id}"`);
    const text = sheet('Cover').read.cells.find(({ reference }) => reference === cell)?.value;
    expect(text).toBe('Terms of the Open Government Licence v3.0');
    expect(textsOf(sheet('Cover').read).join()).not.toContain('http');
  });

  it('opens at A1 of the cover', () => {
    expect(made.parts.get('xl/workbook.xml')).toContain('activeTab="0"');
    expect(sheet('Cover').xml).toContain('tabSelected="1"');
    for (const { xml } of made.sheets) {
      expect(xml).toContain('<selection activeCell="A1" sqref="A1"/>');
    }
  });

  it('describes columns in plain text', async () => {
    const description = 'As `meta` says, with `level=ccg`. `meta` has more: `meta.phi_95` is one.';
    const { sheets, parts } = await book({
      ...about,
      description,
      columns: columns.map((column) => ({ ...column, description })),
    });
    const plain =
      'As the sheet of notes says, with “level=ccg”. The sheet of notes has more: “Phi 95%” in the sheet of notes is one.';
    expect(textsOf(sheets[0]!.read)).toContain(plain);
    expect(textsOf(sheets[1]!.read)).toContainEqual(expect.stringContaining(plain));
    for (const [name, xml] of parts) expect(xml, name).not.toContain('`');
  });

  it('wraps sentences within the widest column, in rows as high as they need', async () => {
    const long = 'A sentence that goes on and on, as sentences about figures do. '.repeat(4).trim();
    const { sheets, parts } = await book(about, [rows[0]!, { ...rows[0], area_name: long }]);
    const { read, xml, table } = sheets[2]!;
    const cell = read.cells.find(({ value }) => value === long)!;
    const formats = parts
      .get('xl/styles.xml')!
      .split('<cellXfs')[1]!
      .match(/<alignment [^>]*>/g)!;
    expect(formats[cell.style]).toContain('wrapText="1"');
    const heights = [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)];
    const heightOf = (row: number) => Number(heights.find(([, r]) => Number(r) === row)?.[2]);
    expect(heightOf(cell.row)).toBeGreaterThanOrEqual(4 * 16);
    expect(heightOf(tableIn(table!).first + 1)).toBe(16);
  });

  it('says what a choice of practices means, where its value does not', async () => {
    const asked = [
      ['measure', 'records_enabled_share'],
      ['size', '6000-8999,not_known'],
      ['switched', 'no'],
      ['supplier', 'EMIS'],
    ] as const;
    const { sheets } = await book({ ...about, asked });
    expect(textsOf(sheets[0]!.read)).toContain(
      'Asked for: measure=records_enabled_share; size=6000-8999,not_known (6,000 to 8,999 patients or not known); switched=no (not known to have changed supplier within a year); supplier=EMIS.',
    );
  });

  it('gives the length of a long list, and has no row that is too high to open', async () => {
    const codes = Array.from({ length: 500 }, (_, i) => `A${81000 + i}`).join(',');
    const { sheets } = await book({ ...about, asked: [['group', codes]] });
    expect(textsOf(sheets[0]!.read)).toContain(`Asked for: group=${codes}.`);
    expect(textsOf(sheets[2]!.read)).toContainEqual(
      expect.stringContaining('Asked for: group=500 values, see the cover.'),
    );
    for (const { xml } of sheets) {
      const heights = [...xml.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height));
      expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    }
  });

  it('notes what the answer says about itself and its lookup', async () => {
    const meta = { ...about.meta, lookup: '2022-01-01', placement: [{ practices_placed: 6500 }] };
    const sentence = 'So it is.';
    const table = {
      ...tableOf(),
      meta: { inputs: ['list_size', 'rurality'], missing: null, phi: 2.5, sentence, former: 1 },
    };
    const field = (name: string, more = {}) =>
      ({ name, type: 'number', description: `What \`${name}\` is.`, ...more }) as const;
    const said = [field('phi'), field('sentence'), field('former', { deprecated: true })];
    const files = await unzipped(await gathered(xlsx.write(table, { ...about, meta, said })));
    const { rows: found } = readSheet(files.get('xl/worksheets/sheet2.xml')!.toString());
    const notes = [...found.values()].map((row) => row.map(({ value }) => value));
    expect(notes.filter(([of]) => of === 'Whole table')).toEqual([
      ['Whole table', 'Lookup', '2022-01-01'],
      ['Whole table', 'Placement 1', 'Practices placed: 6500'],
      ['Whole table', 'Inputs', 'list_size, rurality'],
      ['Whole table', 'Phi', '2.5. What “phi” is.'],
      ['Whole table', 'Sentence', 'So it is.'],
    ]);
  });

  it('explains in the notes every column, measure and marker of the table, and the rounding', () => {
    const notes = [...sheet('Notes').read.rows.values()].map((row) =>
      row.map(({ value }) => value),
    );
    const names = (kind: string) =>
      notes.filter(([about]) => about === kind).map(([, name]) => name);
    expect(names('Column')).toEqual(tableIn(sheet('figures').table!).headings);
    expect(names('Measure').map((name) => String(name).split(':')[0])).toEqual([
      'records_enabled',
      'any_use',
    ]);
    expect(notes.find(([, name]) => String(name).startsWith('records_enabled'))).toEqual([
      'Measure',
      'records_enabled: Seeing your record: patients set up for it',
      `${measureOf('records_enabled').description} Unit: percent of patients. Numerator: patients enabled for the service on the last day of the month. Denominator: patients registered at practices that reported it.`,
    ]);
    expect(names('Marker')).toEqual(['[x]', '[z]']);
    expect(names('Rounding')).toHaveLength(1);
  });

  it('explains the measures asked for, also where no row names them', async () => {
    const asked: About['asked'] = [['measure', 'prescriptions_use,appointments_enabled']];
    const { sheets } = await book({ ...about, asked }, []);
    const notes = [...sheets.find(({ name }) => name === 'Notes')!.read.rows.values()];
    const named = notes.filter(([of]) => of!.value === 'Measure');
    expect(named.map(([, name]) => String(name!.value).split(':')[0])).toEqual([
      'appointments_enabled',
      'prescriptions_use',
    ]);
  });

  it('marks illustrative data first of all', async () => {
    const { sheets, parts } = await book(illustrative);
    expect(textsOf(sheets[0]!.read)[1]).toBe(illustrativeNote);
    expect(textsOf(sheets[1]!.read)).toContain(illustrativeNote);
    expect(textsOf(sheets[2]!.read)[1]).toBe(illustrativeNote);
    expect(parts.get('docProps/core.xml')).toContain(illustrativeNote);
    expect(textsOf(sheets[0]!.read).join()).not.toMatch(/Open Government/);
  });
});

describe('the table of a workbook', () => {
  const data = () => {
    const { first, last } = tableIn(sheet('figures').table!);
    const found = [...sheet('figures').read.rows].filter(([row]) => row > first && row <= last);
    return found.map(([, cells]) => cells.map(({ value }) => value));
  };

  it('has every value: numbers as numbers, texts as texts, a marker for none', () => {
    const expected = rows.map((row) =>
      shown.map(({ name }) => {
        const value = row[name];
        if (value !== null)
          return typeof value === 'string'
            ? value.replace('\u0001', '\ufffd').replace('\r\n', '\n')
            : value;
        return row.marker ?? (name === 'lower_95' || name === 'supplier' ? '[z]' : '[x]');
      }),
    );
    expect(data()).toEqual(expected);
  });

  it('shows counts whole, values with six decimal places, and markers as they are', () => {
    const { first, last } = tableIn(sheet('figures').table!);
    const format = formatsIn(made);
    const cells = [...sheet('figures').read.rows].filter(([row]) => row > first && row <= last);
    for (const [, row] of cells) {
      const formats = row.map(({ style, value }, i) => {
        const { type } = shown[i]!;
        const isNumber = type === 'integer' || type === 'number';
        return [isNumber && typeof value === 'number' ? type : 'text', format(style)];
      });
      const wanted = { integer: '#,##0', number: '#,##0.000000', text: 'General' };
      for (const [type, code] of formats) expect(code).toBe(wanted[type as keyof typeof wanted]);
    }
  });

  it('never contains a formula', () => {
    expect(data().map(([, name]) => name)).toContain('=1+1');
    for (const xml of made.parts.values()) expect(checkXml(xml).has('f')).toBe(false);
  });

  it('has one row of markers if there are no rows, and says so', async () => {
    const { sheets } = await book(about, []);
    const { first, last } = tableIn(sheets[2]!.table!);
    expect(last).toBe(first + 1);
    expect(sheets[2]!.read.rows.get(last)!.map(({ value }) => value)).toEqual(
      shown.map(() => '[z]'),
    );
    expect(textsOf(sheets[1]!.read)).toContain('No rows');
  });

  it('is rejected before anything is sent if it has too many rows', async () => {
    const refused = gathered(xlsxUpTo(6).write(tableOf(), about));
    await expect(refused).rejects.toThrow(
      'more than 6 rows, which do not fit on one sheet: use format=csv or format=parquet, or ask for less',
    );
    await expect(refused).rejects.toBeInstanceOf(HttpError);
    await expect(gathered(xlsxUpTo(7).write(tableOf(), about))).resolves.toBeInstanceOf(Buffer);
  });
});

describe('a sheet laid out for reading', () => {
  const of = (
    measure: string,
    period: string,
    area_code: string,
    value: number | null,
    more: object = {},
  ) => ({
    ...{ period, area_code, area_name: `NHS ${area_code} CCG`, measure, value },
    ...{ marker: value === null ? '[x]' : null, numerator: 1 },
    ...more,
  });
  const asked: About = {
    ...about,
    columns: [
      { name: 'period', type: 'string', description: 'Month.' },
      { name: 'area_code', type: 'string', description: 'Code.' },
      { name: 'area_name', type: 'string', description: 'Name.' },
      { name: 'measure', type: 'string', description: 'Measure.' },
      { name: 'value', type: 'number', nullable: true, description: 'Value.' },
      { name: 'numerator', type: 'integer', description: 'Count.' },
      { name: 'marker', type: 'string', nullable: true, description: 'Marker.' },
    ],
  };
  const table = async (rows: object[]) => {
    const { sheets } = await book(asked, rows);
    const found = sheets.find(({ name }) => name === 'At_a_glance');
    if (!found) return null;
    const { first } = tableIn(found.table!);
    return [...found.read.rows.values()]
      .slice(first - 1)
      .map((row) => row.map(({ value }) => value));
  };

  it('has a row per place and a column per measure, rounded as on pages', async () => {
    const rows = [
      of('records_enabled', '2018-09', '00A', 4.512345),
      of('records_enabled', '2018-09', '00B', 0.0123456),
      of('records_use', '2018-09', '00A', 134.4567),
      of('records_use', '2018-09', '00B', null),
    ];
    expect(await table(rows)).toEqual([
      [
        ...['Place', 'Code', 'Month'],
        'Seeing your record: patients set up for it (percent of patients)',
        'Seeing your record: transactions in the month (per 1,000 patients)',
      ],
      ['NHS 00A CCG', '00A', 'September 2018', 4.5, 134],
      ['NHS 00B CCG', '00B', 'September 2018', 0.012, '[x]'],
    ]);
  });

  it('says which figures of a row were revised, and from what', async () => {
    const revised = (from: number | null) => ({ revised: '[r]', revised_from: from });
    const rows = [
      of('records_enabled', '2018-09', '00A', 4.512345, revised(3.21)),
      of('records_enabled', '2018-09', '00B', 0.5),
      of('records_use', '2018-09', '00A', 134.4567, revised(null)),
      of('records_use', '2018-09', '00B', 12),
    ];
    const [headings, ...shown] = (await table(rows))!;
    expect(headings!.slice(0, 4)).toEqual(['Place', 'Code', 'Month', 'Revised']);
    expect(shown.map((row) => row[3])).toEqual([
      '[r] Seeing your record: patients set up for it (percent of patients): from 3.2%; [r] Seeing your record: transactions in the month (per 1,000 patients): from [x]',
      '[z]',
    ]);
    expect(shown.map((row) => row.slice(4))).toEqual([
      [4.5, 134],
      [0.5, 12],
    ]);
    const byMonth = [rows[0]!, of('records_enabled', '2018-08', '00A', 3.1, revised(3.04))];
    const [months, row] = (await table(byMonth))!;
    expect(months).toEqual(['Place', 'Code', 'Revised', 'August 2018', 'September 2018']);
    expect(row!.slice(2)).toEqual([
      '[r] August 2018: from 3.0%; [r] September 2018: from 3.2%',
      3.1,
      4.5,
    ]);
  });

  it('shows one decimal place where pages do, and is as wide as its texts need', async () => {
    const long = { area_name: 'A name of an area that is too long to be shown in sixteen digits' };
    const made = await book(asked, [
      of('records_enabled', '2018-09', '00A', 4, { ...long, revised: '[r]', revised_from: 3 }),
      of('records_use', '2018-09', '00A', 134.4567, long),
    ]);
    const { xml, read } = made.sheets.find(({ name }) => name === 'At_a_glance')!;
    const format = formatsIn(made);
    const row = [...read.rows.values()].at(-1)!;
    expect(row.slice(-2).map(({ value, style }) => [value, format(style)])).toEqual([
      [4, '#,##0.0'],
      [134, 'General'],
    ]);
    const widths = [...xml.matchAll(/<col min="\d+" max="\d+" width="([\d.]+)"/g)];
    expect(widths.map(([, width]) => Number(width))).toEqual([60, 16, 16, 60, 16, 16]);
  });

  it('has a column per month of one measure', async () => {
    const rows = [
      of('records_enabled', '2018-08', '00A', 4.46),
      of('records_enabled', '2018-09', '00A', 4.55),
      of('records_enabled', '2018-09', '00B', 100),
    ];
    expect(await table(rows)).toEqual([
      ['Place', 'Code', 'August 2018', 'September 2018'],
      ['NHS 00A CCG', '00A', 4.5, 4.6],
      ['NHS 00B CCG', '00B', '[z]', 100],
    ]);
  });

  it('is not made if two rows would share a cell, for long tables, or for other tables', async () => {
    const one = of('records_enabled', '2018-09', '00A', 4.5);
    expect(await table([one, one])).toBeNull();
    const many = Array.from({ length: 5001 }, (_, i) =>
      of('records_enabled', '2018-09', `P${i}`, 1),
    );
    expect(await table(many)).toBeNull();
    expect((await book()).sheets.map(({ name }) => name)).not.toContain('At_a_glance');
  });
});
