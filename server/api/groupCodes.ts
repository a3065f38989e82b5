import type { AreaRow } from '../store/queries/areas.ts';

/** What became of one code in a pasted list, with its position from 1. */
export interface GroupCode {
  position: number;
  code: string;
  status: 'found' | 'unknown' | 'duplicate';
  /** The place with this code, if there is one, even if it is not a practice. */
  area: AreaRow | null;
  /** A practice whose code is one typing error away from an unknown one. */
  nearest: AreaRow | null;
}

/** The codes in a pasted text, in capitals. Anything other than a letter or digit separates them. */
export const codesIn = (text: string): string[] => text.toUpperCase().match(/[A-Z0-9]+/g) ?? [];

/** What becomes of each code of a list: found, repeated, or not a practice of the release. */
export function readCodes(
  codes: readonly string[],
  areas: ReadonlyMap<string, AreaRow>,
): GroupCode[] {
  const seen = new Set<string>();
  return codes.map((code, i) => {
    const position = i + 1;
    const area = areas.get(code) ?? null;
    const status = seen.has(code) ? 'duplicate' : area?.level === 'practice' ? 'found' : 'unknown';
    seen.add(code);
    const nearest = area ? null : oneSlipAway(code, areas);
    return { position, code, status, area, nearest };
  });
}

const keys = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/**
 * The first practice, in the order of codes, whose code has one character more, fewer or different, or two neighbours
 * swapped. Variants are looked up instead of measuring distances, so that a long list of wrong codes takes no time.
 */
function oneSlipAway(code: string, areas: ReadonlyMap<string, AreaRow>): AreaRow | null {
  if (code.length > 10) return null;
  const slips: string[] = [];
  for (let i = 0; i <= code.length; i++) {
    const [before, after] = [code.slice(0, i), code.slice(i)];
    slips.push(...keys.map((key) => before + key + after));
    if (!after) continue;
    slips.push(before + after.slice(1), ...keys.map((key) => before + key + after.slice(1)));
    if (after.length > 1) slips.push(before + after[1]! + after[0]! + after.slice(2));
  }
  const practices = slips
    .map((slip) => areas.get(slip))
    .filter((area): area is AreaRow => area?.level === 'practice');
  return practices.sort((a, b) => (a.area_code < b.area_code ? -1 : 1))[0] ?? null;
}
