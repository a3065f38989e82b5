import { type LookupRole, lookupLayouts, noPcn } from '../../../data/definitions/references.ts';
import { practiceCodePattern } from '../rows/unusual.ts';
import { postcodePattern } from './postcode.ts';
import { type Complain, complainOfRepeats, csvRows, headerOf } from './table.ts';

/** Where a practice is by the lookup; without a PCN both its code and name are null. */
export type LookupRow = Record<Exclude<LookupRole, 'pcn_code' | 'pcn_name'>, string> & {
  pcn_code: string | null;
  pcn_name: string | null;
};

const practiceCode = new RegExp(`^${practiceCodePattern}$`);
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The rows of a practice lookup; what is wrong in it is complained of. */
export function readLookup(text: string, complain: Complain): LookupRow[] {
  const header = headerOf(text);
  const layout = lookupLayouts.find((one) =>
    Object.keys(one).every((name) => header.includes(name)),
  )!;
  const places = Object.entries(layout).map(([name, role]) => ({
    name,
    role,
    at: header.indexOf(name),
  }));
  const nameOf = Object.fromEntries(places.map(({ name, role }) => [role, name])) as Record<
    LookupRole,
    string
  >;
  const rows = csvRows(text, null, complain).map(({ row, cells }) => {
    const given = Object.fromEntries(places.map(({ role, at }) => [role, cells[at]!])) as Record<
      LookupRole,
      string
    >;
    const wrong = (role: LookupRole, message: string) =>
      complain(row, nameOf[role], given[role], `${message}: ${given[role] || '(empty)'}`);
    for (const { role } of places)
      if (given[role] === '' && role !== 'postcode') wrong(role, 'no value is given');
    if (given.practice_code && !practiceCode.test(given.practice_code)) {
      wrong('practice_code', 'not a practice code (such as A81001)');
    }
    if (given.postcode && !postcodePattern.test(given.postcode))
      wrong('postcode', 'not a postcode (such as TS18 1HU)');
    const date = dateOf(given.lookup_date);
    if (!date) wrong('lookup_date', 'not a date written like 01Jan2022');
    const alone = given.pcn_code === noPcn;
    return {
      row,
      ...given,
      lookup_date: date ?? '',
      pcn_code: alone ? null : given.pcn_code,
      pcn_name: alone ? null : given.pcn_name,
    };
  });
  complainOfRepeats(rows, nameOf.practice_code, (one) => one.practice_code, complain);
  complainOfDates(rows, nameOf.lookup_date, complain);
  for (const place of ['pcn', 'ccg', 'stp', 'region'] as const) {
    complainOfWords(rows, `${place}_code`, `${place}_name`, nameOf, complain);
  }
  for (const place of ['ccg', 'stp', 'region'] as const) {
    complainOfWords(rows, `${place}_code`, `${place}_ons_code`, nameOf, complain);
  }
  complainOfWords(rows, 'ccg_code', 'stp_code', nameOf, complain);
  complainOfWords(rows, 'stp_code', 'region_code', nameOf, complain);
  if (rows.length === 0) complain(null, null, null, 'no rows under the header');
  return rows.map(({ row: _, ...one }) => one);
}

/** The date of a text such as 01Jan2022 as 2022-01-01, or null where it is none. */
function dateOf(text: string): string | null {
  const [, day, name, year] = /^(\d\d)([A-Za-z]{3})(\d{4})$/.exec(text) ?? [];
  const month = months.indexOf(name?.toLowerCase() ?? '') + 1;
  const date = `${year}-${String(month).padStart(2, '0')}-${day}`;
  return month > 0 && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ? date : null;
}

type Numbered = LookupRow & { row: number };

/** A lookup is of one day. */
function complainOfDates(rows: readonly Numbered[], column: string, complain: Complain): void {
  const first = rows[0];
  for (const { row, lookup_date } of rows) {
    if (first && lookup_date && first.lookup_date && lookup_date !== first.lookup_date) {
      complain(
        row,
        column,
        lookup_date,
        `another date than in an earlier row: ${lookup_date}, in row ${first.row} ${first.lookup_date}`,
      );
    }
  }
}

/** Complains of a code that has another word (a name, a code above it) than in an earlier row. */
function complainOfWords(
  rows: readonly Numbered[],
  code: keyof LookupRow,
  word: keyof LookupRow,
  nameOf: Record<LookupRole, string>,
  complain: Complain,
): void {
  const firsts = new Map<string, Numbered>();
  for (const one of rows) {
    const key = one[code];
    if (!key || !one[word]) continue;
    const first = firsts.get(key);
    if (!first) firsts.set(key, one);
    else if (first[word]!.toLowerCase() !== one[word]!.toLowerCase()) {
      const message = `differs from an earlier row: ${one[word]} for ${key}, in row ${first.row} ${first[word]}`;
      complain(one.row, nameOf[word], one[word], message);
    }
  }
}
