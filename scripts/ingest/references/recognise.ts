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

/** What a reference file is by its layout; which level a GeoJSON draws only its features say. */
export type ReferenceKind = Exclude<ReferenceId, `boundary-${string}`> | 'boundary';

/** A kind of reference file and what parts its cells. */
export interface Recognised {
  kind: ReferenceKind;
  delimiter: string;
}

const delimiters = [',', '\t', ';', '|'];

/** What the reference file that begins so is, by its header or shape, never by its name; null where it is none. */
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

/** The place of the first of some names that a header has, capitals and signs aside; -1 where it has none. */
export function placeOf(header: readonly string[], ...names: readonly string[]): number {
  const bare = header.map(bareName);
  return names.map((name) => bare.indexOf(bareName(name))).find((place) => place >= 0) ?? -1;
}

/** The columns of the layout of lookups that a header has, by their names; null where it lacks one it must have. */
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

/** Where the columns of a list of practices are under a header, -1 for one that it lacks; null where that is no such header. */
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

/** A row of the list of practices: so many cells, the first a code, the eleventh a date written 19740401. */
const looksLikeRegister = (cells: readonly string[]) =>
  cells.length === registerWidth &&
  /^[A-Z0-9]{3,6}$/.test(cells[0]!) &&
  /^(\d{4})-?\d\d-?\d\d/.test(cells[registerColumns.open_date.place]!);
