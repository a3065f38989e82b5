import { describe, expect, it } from 'vitest';
import { layouts } from '../../../../data/definitions/extracts.ts';
import { lookupLayouts } from '../../../../data/definitions/references.ts';
import { unknownLayout } from '../../../../scripts/ingest/files/unknownLayout.ts';

const extract = Object.keys(layouts[1]!.columns);
const lookups = lookupLayouts.map((layout) => Object.keys(layout));
const without = (names: readonly string[], ...gone: string[]) =>
  names.filter((name) => !gone.includes(name));

describe('a header of no known kind of file', () => {
  it.each([
    [
      'an extract that lacks a column',
      without(extract, 'ccg_code'),
      'the nearest is long-2018 (2018 to 2019, long, with subregions); missing: ccg_code',
    ],
    [
      'an extract with another column',
      [...extract, 'notes', ''],
      'the nearest is long-2018 (2018 to 2019, long, with subregions); not in that layout: notes, (a column without a name)',
    ],
    [
      'an extract with a column twice',
      [...extract, 'value'],
      'the nearest is long-2018 (2018 to 2019, long, with subregions); given twice: value',
    ],
    [
      'an extract in capitals',
      extract.map((name) => (name === 'ccg_name' ? 'CCG_NAME' : name)),
      'the nearest is long-2018 (2018 to 2019, long, with subregions); written otherwise: CCG_NAME should be ccg_name',
    ],
    ...lookups.map((lookup): [string, string[], string] => [
      'a lookup without its date',
      [...without(lookup, 'EXTRACT_DATE'), 'SUPPLIER_NAME'],
      'the nearest is the practice lookup; missing: EXTRACT_DATE',
    ]),
    [
      'a lookup without a region and its date',
      without(lookups[1]!, 'EXTRACT_DATE', 'COMM_REGION_CODE', 'ONS_COMM_REGION_CODE'),
      'the nearest is the practice lookup; missing: EXTRACT_DATE, COMM_REGION_CODE',
    ],
    [
      'a list of practices without a status',
      ['Organisation_Code', 'Name', 'Address1', 'PostCode', 'OpenDate', 'CloseDate', 'TelNo'],
      'the nearest is the register of practices with a header; missing: Status Code',
    ],
    [
      'scores without their kind of area',
      ['Indicator ID', 'Indicator Name', 'Area Code', 'Area Name', 'Time period', 'Value'],
      'the nearest is deprivation scores (a download from Fingertips); missing: Area Type',
    ],
    [
      'a list of practices that lacks a column',
      ['A81001', 'A SURGERY', ...Array(8).fill(''), '19740401', '', 'A'],
      'the nearest is the register of practices without a header, which has 27 columns; this has 13',
    ],
    ['something else', ['a', 'b'], 'none of its columns is known: a, b'],
    ['one shared name', ['Postcode', 'b'], 'none of its columns is known: Postcode, b'],
  ])('is told of %s', (_, names, message) => {
    expect(unknownLayout(names)).toBe(`unknown layout: ${message}`);
  });
});
