import type { Catalogue } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';

/** A postcode or the beginning of one: `TS18` and, where more of it is given, `1` or `1HU`. */
interface Postcode {
  outward: string;
  inward: string;
}

/** The postcode that a text is, whatever its capitals and spaces, or null where it is none. */
export function parsePostcode(text: string): Postcode | null {
  const written = text.trim().toUpperCase();
  const [, outward, inward = ''] =
    /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{0,2})?$/.exec(written.replace(/\s+/g, ' ')) ?? [];
  return outward ? { outward, inward } : null;
}

/**
 * The practices at a postcode by code; where there is none at all of it, those of its sector (`TS18 1`), or else
 * of its district (`TS18`). None where the text is no postcode or the release knows no postcodes.
 */
export function practicesAt(text: string, { addresses, areas }: Catalogue): AreaRow[] {
  const asked = parsePostcode(text);
  if (!asked || !addresses.size) return [];
  for (const inward of new Set([asked.inward, asked.inward.slice(0, 1), ''])) {
    const start = `${asked.outward} ${inward}`;
    const found = [...addresses.values()].filter(({ postcode }) => postcode?.startsWith(start));
    if (found.length) return found.map(({ practice_code }) => areas.get(practice_code)!);
  }
  return [];
}
