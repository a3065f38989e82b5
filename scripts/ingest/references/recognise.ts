import Papa from 'papaparse';
import {
  boundaryProperties,
  fingertipsColumns,
  lookupLayouts,
  type ReferenceId,
  registerWidth,
} from '../../../data/definitions/references.ts';

/** What a reference file is by its layout; which level a GeoJSON draws is told by its features alone. */
export type ReferenceKind = Exclude<ReferenceId, `boundary-${string}`> | 'boundary';

/** The kind of reference file that begins so, by its header or shape, never by its name; null where it is none. */
export function recogniseReference(head: Buffer): ReferenceKind | null {
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  if (/^\s*\{/.test(text)) return looksLikeBoundaries(text) ? 'boundary' : null;
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', preview: 1 });
  const cells = (data[0] ?? []).map((cell) => cell.trim());
  if (lookupLayouts.some((layout) => hasAll(cells, Object.keys(layout)))) return 'lookup';
  if (hasAll(cells, Object.values(fingertipsColumns))) return 'deprivation';
  return looksLikeRegister(cells) ? 'register' : null;
}

const hasAll = (cells: readonly string[], names: readonly string[]) =>
  names.every((name) => cells.includes(name));

const looksLikeBoundaries = (text: string) =>
  text.includes('"FeatureCollection"') ||
  Object.values(boundaryProperties).some((property) =>
    new RegExp(property.source.replace(/\^|\$/g, '"'), 'i').test(text),
  );

/** A row of the list of practices: so many cells, the first a code, the eleventh a date written 19740401. */
const looksLikeRegister = (cells: readonly string[]) =>
  cells.length === registerWidth && /^[A-Z0-9]{3,6}$/.test(cells[0]!) && /^\d{8}$/.test(cells[10]!);
