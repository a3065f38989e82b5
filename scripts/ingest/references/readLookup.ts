import { missingTexts } from '../../../data/definitions/extracts.ts';
import {
  bareName,
  type LookupRole,
  lookupLayouts,
  noPcn,
} from '../../../data/definitions/references.ts';
import { listed } from '../../../data/words/english.ts';
import { practiceCodePattern } from '../rows/unusual.ts';
import { plainDate } from './plainDate.ts';
import { PlainNames } from './plainNames.ts';
import { asPostcode } from './postcode.ts';
import { lookupColumnsOf } from './recognise.ts';
import {
  type Complain,
  type Csv,
  complainOfRepeats,
  csvRows,
  firstRow,
  nameFault,
} from './table.ts';

type MayLack = 'postcode' | 'pcn_code' | 'pcn_name' | `${'ccg' | 'stp' | 'region'}_ons_code`;

/** The places of a practice in the lookup. Without a PCN, its code and name are null. */
export type LookupRow = Record<Exclude<LookupRole, MayLack>, string> &
  Record<MayLack, string | null>;

/** The rows of a lookup, and remarks for its provider, in sentences. */
export interface Lookup {
  rows: LookupRow[];
  notes: string[];
}

const placeCode = /^[A-Z0-9]{1,9}$/;
const placeCodes = ['pcn_code', 'ccg_code', 'stp_code', 'region_code'] as const;

const practiceCode = new RegExp(`^${practiceCodePattern}$`);

/**
 * The rows of any edition of the practice lookup: with or without PCNs and ONS codes, with dates as published or as
 * saved by a spreadsheet. Complains of anything wrong.
 */
export function readLookup(csv: Csv, complain: Complain): Lookup {
  const header = firstRow(csv);
  const columns = lookupColumnsOf(header)!;
  const nameOf = Object.fromEntries(columns.map(({ role, at }) => [role, header[at]!])) as Record<
    LookupRole,
    string
  >;
  const names = new PlainNames();
  const given = csvRows(csv, null, complain).map(({ row, cells }) => ({
    row,
    told: Object.fromEntries(
      columns.map(({ role, at }) => {
        const cell = missingTexts.includes(cells[at]!) ? '' : cells[at]!;
        return [role, role.endsWith('_name') ? names.read(row, nameOf[role], cell) : cell];
      }),
    ) as Partial<Record<LookupRole, string>>,
  }));
  const rows = given.map(({ row, told }): Numbered => {
    const wrong = (role: LookupRole, message: string) =>
      complain(row, nameOf[role], told[role]!, `${message}: ${told[role] || '(empty)'}`);
    for (const { role } of columns)
      if (told[role] === '' && role !== 'postcode') wrong(role, 'no value is given');
    if (told.practice_code && !practiceCode.test(told.practice_code)) {
      wrong('practice_code', 'not a practice code (such as A81001)');
    }
    for (const role of placeCodes) {
      if (told[role] && !placeCode.test(told[role]))
        wrong(role, 'not a code of capital letters and figures (such as 00K)');
    }
    for (const { role } of columns) {
      const fault = /_name$|_ons_code$/.test(role) && nameFault(told[role]!);
      if (fault) wrong(role, fault);
    }
    const postcode = told.postcode ? asPostcode(told.postcode) : null;
    if (told.postcode && !postcode) wrong('postcode', 'not a postcode (such as TS18 1HU)');
    const date = plainDate(told.lookup_date!, '20');
    if (!date) wrong('lookup_date', 'not a date written like 01Jan2022');
    const pcn = told.pcn_code === noPcn ? null : (told.pcn_code ?? null);
    return {
      ...({ ...none, ...told } as LookupRow),
      row,
      postcode,
      lookup_date: date ?? '',
      pcn_code: pcn,
      pcn_name: pcn && (told.pcn_name ?? pcn),
    };
  });
  complainOfRepeats(rows, nameOf.practice_code, (one) => one.practice_code, complain);
  complainOfWords(rows, () => '', 'lookup_date', nameOf.lookup_date, complain);
  for (const place of ['pcn', 'ccg', 'stp', 'region'] as const) {
    const codeOf = (row: LookupRow) => row[`${place}_code`];
    complainOfWords(rows, codeOf, `${place}_name`, nameOf[`${place}_name`], complain);
    if (place === 'pcn') continue;
    complainOfWords(rows, codeOf, `${place}_ons_code`, nameOf[`${place}_ons_code`], complain);
  }
  const written = given[0]?.told.lookup_date ?? '';
  return {
    rows: rows.map(({ row: _, ...one }) => one),
    notes: [...notesOf(header, columns, written), ...names.notes()],
  };
}

const none: Record<MayLack, null> = {
  postcode: null,
  pcn_code: null,
  pcn_name: null,
  ccg_ons_code: null,
  stp_ons_code: null,
  region_ons_code: null,
};

type Numbered = LookupRow & { row: number };

/** What an edition has that others lack, or lacks, and whether its dates are as published. */
function notesOf(
  header: readonly string[],
  columns: NonNullable<ReturnType<typeof lookupColumnsOf>>,
  written: string,
): string[] {
  const day = plainDate(written, '20');
  const layout = lookupLayouts.find((one) => columns.every(({ name }) => name in one))!;
  const lacking = Object.keys(layout).filter((name) => !columns.some((one) => one.name === name));
  const surplus = header.filter(
    (name, at) => bareName(name) !== published && !columns.some((one) => one.at === at),
  );
  return [
    ...(lacking.length
      ? [`It has no ${listed(lacking)}, so what they tell is not in the release.`]
      : []),
    ...(surplus.length
      ? [`Not used: ${listed(surplus.map((name) => name || '(a column without a name)'))}.`]
      : []),
    ...(day && !/^\d\d[A-Za-z]{3}\d{4}$/.test(written)
      ? [`Its date is written ${written}, not as published, and read as ${day}.`]
      : []),
  ];
}

/** The column with the same value in every row of every lookup. */
const published = 'publication';

/**
 * Complains of rows whose word (a name or code) differs from that of most rows with the same code, ignoring case. Of
 * equally frequent words the first is right.
 */
function complainOfWords(
  rows: readonly Numbered[],
  codeOf: (row: LookupRow) => string | null,
  role: LookupRole,
  column: string,
  complain: Complain,
): void {
  const counts = new Map<string, Map<string, { word: string; rows: number }>>();
  for (const one of rows) {
    const [code, word] = [codeOf(one), one[role]];
    if (code === null || !word) continue;
    const words = counts.get(code) ?? new Map<string, { word: string; rows: number }>();
    counts.set(code, words);
    const key = word.toLowerCase();
    words.set(key, { word: words.get(key)?.word ?? word, rows: (words.get(key)?.rows ?? 0) + 1 });
  }
  const usual = new Map(
    [...counts].map(([code, words]) => [
      code,
      [...words.values()].reduce((best, next) => (next.rows > best.rows ? next : best)),
    ]),
  );
  for (const one of rows) {
    const [code, word] = [codeOf(one), one[role]];
    if (code === null || !word || counts.get(code)!.size === 1) continue;
    const { word: most, rows: many } = usual.get(code)!;
    if (most.toLowerCase() === word.toLowerCase()) continue;
    const whose = code ? ` for ${code}` : '';
    complain(one.row, column, word, `differs from most rows: ${word}${whose}, in ${many} ${most}`);
  }
}
