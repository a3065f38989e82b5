import type { AreaRow } from '../store/queries/areas.ts';

/** One code of a list that a reader has pasted: what became of it, by its position from 1. */
export interface GroupCode {
  position: number;
  code: string;
  status: 'found' | 'unknown' | 'duplicate';
  /** What place a found code, or one that is no practice, belongs to. */
  area: AreaRow | null;
  /** A practice whose code is one typo away from an unknown one. */
  nearest: AreaRow | null;
}

/** The codes of a pasted text, in capitals: separated by anything that is no letter or digit. */
export const codesIn = (text: string): string[] => text.toUpperCase().match(/[A-Z0-9]+/g) ?? [];

/** What becomes of each code of a list: found, there before, or not a practice of the release. */
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
 * The first practice in the order of codes whose code has one character more, fewer or other, or two
 * neighbours swapped; looked up rather than measured, so that a list of wrong codes costs no time.
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
