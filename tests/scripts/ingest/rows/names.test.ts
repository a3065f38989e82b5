import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { allFields, longExtract } from '../extracts.ts';
import { asked, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
const clean = longExtract([{ fields: allFields(1000, 100) }]);
let count = 0;

async function tried(text: string) {
  const dataFolder = join(scratch, `releases-${count++}`);
  const outcome = await ingest({ files: [written(scratch, 'a.csv', text)], dataFolder });
  const ask = (query: string) => asked(dataFolder, outcome.release!, query);
  return { ...outcome, ask };
}

const withName = (name: string) => clean.replaceAll('SURGERY A81001', name);
const seenOf = async (text: string) =>
  (await tried(text)).problems.map(({ column, value, message }) => [column, value, message]);

describe('names that are not what they look like', () => {
  it.each([
    ['of no width', 'OLD\u200b MILL\ufeff SURGERY', 'OLD<U+200B> MILL<U+FEFF> SURGERY'],
    ['to turn a text', '\u202eOLD MILL\u202c SURGERY', '<U+202E>OLD MILL<U+202C> SURGERY'],
    ['in full width', 'ＯＬＤ ＭＩＬＬ\u3000SURGERY', 'ＯＬＤ ＭＩＬＬ　SURGERY'],
  ])('with characters %s are used without them, which is a finding', async (_, name, shown) => {
    const { problems, ask } = await tried(withName(name));
    expect(problems).toEqual([]);
    expect(await ask('select distinct practice_name from practice_month')).toEqual([
      { practice_name: 'OLD MILL SURGERY' },
    ]);
    expect(await ask('select * exclude (file_id, row) from finding')).toEqual([
      {
        kind: 'hidden_characters',
        period: '2018-04',
        practice_code: 'A81001',
        area_code: null,
        field: 'practice_name',
        value: shown,
        other: 'OLD MILL SURGERY',
        message: `A name given with A81001 in April 2018 contains hidden or full-width characters: ${shown}; it is shown as OLD MILL SURGERY.`,
      },
    ]);
  });

  it('too long are problems, cut where they are shown', async () => {
    expect(await seenOf(withName('x'.repeat(40_000)))).toEqual([
      [
        'practice_name',
        `${'x'.repeat(200)}…`,
        `longer than 200 characters: ${'x'.repeat(60)}… (40000)`,
      ],
    ]);
    expect(await seenOf(withName('x'.repeat(200_000)))).toEqual([
      [null, null, 'a line is too long: over 65,536 bytes (the setting UPTAKE_MAX_LINE)'],
    ]);
  });
});

describe('codes, dates and numbers that are not what they look like', () => {
  it.each([
    [
      'a code of no width',
      [',A81001,', ',A81001\u200b,'],
      ['practice_code', 'A81001<U+200B>', 'not a practice code (such as A81001): A81001<U+200B>'],
    ],
    [
      'a code that is turned',
      [',00K,', ',\u202e00K,'],
      [
        'ccg_code',
        '<U+202E>00K',
        'not a code of capital letters and figures (such as 00K): <U+202E>00K',
      ],
    ],
    [
      'figures in full width',
      [',1000\r', ',１０００\r'],
      ['value', '１０００', 'not a whole number: １０００ (patient_list_size)'],
    ],
    [
      'a mark of byte order before a date',
      ['\n30APR2018', '\n\ufeff30APR2018'],
      [
        'report_period_end',
        '<U+FEFF>30APR2018',
        'not a date of 2013 to 2099 written like 30APR2018: <U+FEFF>30APR2018',
      ],
    ],
    [
      'a next line of another alphabet',
      ['SURGERY A81001', 'SURGERY\u2028A81001'],
      [
        'practice_name',
        'SURGERY\u2028A81001',
        'contains a line break or another control character: SURGERY\u2028A81001',
      ],
    ],
  ])('are problems that show it: %s', async (_, [plain, disguised], problem) => {
    expect(await seenOf(clean.replaceAll(plain!, disguised!))).toEqual([problem]);
  });

  it('are reported in a header too', async () => {
    const { problems } = await tried(clean.replace('ccg_code', 'ccg\u200b_code'));
    expect(problems[0]!.message).toContain(
      'written otherwise: ccg<U+200B>_code should be ccg_code',
    );
  });
});

describe('names that differ in capitals alone', () => {
  it('are the same name, for practices, areas and suppliers', async () => {
    const april = longExtract([
      { code: 'A81001', name: 'OLD MILL', supplier: 'EMIS', fields: allFields(1000, 100) },
      { code: 'A81002', name: 'NEW MILL', supplier: 'Emis', fields: allFields(1000, 100) },
      { code: 'A81003', name: 'THE MILL', supplier: 'emis', fields: allFields(1000, 100) },
    ]).replace('"NHS 00K, CCG",A81001', '"nhs 00k, ccg",A81001');
    const may = april
      .slice(april.indexOf('\n') + 1)
      .replaceAll('30APR', '31MAY')
      .replaceAll('OLD MILL', 'Old Mill')
      .replaceAll('NHS 00K, CCG', 'NHS 00k, CCG');
    const { problems, ask } = await tried(april + may);
    expect(problems).toEqual([]);
    expect(await ask('select kind, field, value, other from finding')).toEqual([]);
    expect(await ask('select distinct supplier from practice_month')).toEqual([
      { supplier: 'EMIS' },
    ]);
    expect(
      await ask("select period, area_name from area_month where level = 'ccg' order by period"),
    ).toEqual([
      { period: '2018-04', area_name: 'NHS 00K, CCG' },
      { period: '2018-05', area_name: 'NHS 00k, CCG' },
    ]);
  });
});
