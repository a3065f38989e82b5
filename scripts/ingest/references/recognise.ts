import {
  bareName,
  fingertipsColumns,
  lookupLayouts,
  lookupOptional,
  type ReferenceId,
  registerColumns,
  registerWidth,
} from '../../../data/definitions/references.ts';
import { firstRow } from './table.ts';

/** The kind of a reference file by its layout. The level of a GeoJSON is known only from its features. */
export type ReferenceKind = Exclude<ReferenceId, `boundary-${string}`> | 'boundary';

/** A kind of reference file and its delimiter. */
export interface Recognised {
  kind: ReferenceKind;
  delimiter: string;
}

const delimiters = [',', '\t', ';', '|'];

/** Recognises a reference file by its header or shape, never by its name; null if it is none. */
export function recogniseReference(head: Buffer): Recognised | null {
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  if (/^\s*[{[]/.test(text)) return { kind: 'boundary', delimiter: '' };
  for (const delimiter of delimiters) {
    const kind = kindOf(firstRow({ text, delimiter }));
    if (kind) return { kind, delimiter };
  }
  return null;
}

function kindOf(cells: readonly string[]): ReferenceKind | null {
  if (lookupColumnsOf(cells)) return 'lookup';
  if (Object.values(fingertipsColumns).every((name) => placeOf(cells, name) >= 0))
    return 'deprivation';
  return looksLikeRegister(cells) || registerPlaces(cells) ? 'register' : null;
}

/** The position in a header of the first of some names that occurs, ignoring case and punctuation; -1 if none does. */
export function placeOf(header: readonly string[], ...names: readonly string[]): number {
  const bare = header.map(bareName);
  return names.map((name) => bare.indexOf(bareName(name))).find((place) => place >= 0) ?? -1;
}

/** The columns of a lookup by their names in a header; null if a required one is missing. */
export function lookupColumnsOf(header: readonly string[]) {
  for (const layout of lookupLayouts) {
    const columns = Object.entries(layout).map(([name, role]) => ({
      name,
      role,
      at: placeOf(header, name),
    }));
    const found = columns.filter(({ at }) => at >= 0);
    const roles = new Set(found.map(({ role }) => role));
    const whole = columns.every(({ role }) => roles.has(role) || lookupOptional.has(role));
    if (whole) return found;
  }
  return null;
}

/**
 * The positions of the practice list's columns under a header, -1 for missing ones; null if it is not such a header.
 */
export function registerPlaces(header: readonly string[]) {
  const places = Object.entries(registerColumns).map(([role, { names, optional }]) => ({
    role,
    optional,
    place: placeOf(header, ...names),
  }));
  if (places.some(({ place, optional }) => place < 0 && !optional)) return null;
  return Object.fromEntries(places.map(({ role, place }) => [role, place])) as Record<
    keyof typeof registerColumns,
    number
  >;
}

/**
 * Recognises a row of the practice list: the number of cells, a code in the first, a date like 19740401 in the
 * eleventh.
 */
const looksLikeRegister = (cells: readonly string[]) =>
  // Its last column is empty, and spreadsheets leave such a column out.
  (cells.length === registerWidth || cells.length === registerWidth - 1) &&
  /^[A-Z0-9]{3,6}$/.test(cells[0]!) &&
  /^(\d{4})-?\d\d-?\d\d/.test(cells[registerColumns.open_date.place]!);
