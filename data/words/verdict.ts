import type { PlaceLevel } from '../definitions/levels.ts';
import { formatCount } from '../definitions/numbers.ts';
import type { Verdict } from '../statistics/verdict.ts';
import { manyOf } from './places.ts';

/** Why there is no verdict, or none of higher or lower; null if there is one or nothing differs. */
export function whyNoSide(verdict: Verdict, level: PlaceLevel, unlike: boolean): string | null {
  if (verdict === 'not compared') return `too few ${manyOf(level)} to tell unusual from usual`;
  if (verdict !== 'no clear difference') return null;
  if (level !== 'practice')
    return `the difference is no larger than is usual between ${manyOf(level)}`;
  return unlike ? 'it is in the middle half of similar practices' : 'too few patients to tell';
}

/** A verdict for a table: "lower", "within the usual range of CCGs". */
export function verdictShort(verdict: Verdict, level: PlaceLevel): string {
  if (verdict !== 'no clear difference') return verdict;
  return level === 'practice'
    ? 'no clear difference'
    : `within the usual range of ${manyOf(level)}`;
}

const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** An ordinal number: "1st", "22nd". */
export const ordinal = (place: number): string =>
  `${formatCount(place)}${endings[ordinals.select(place)]}`;

/** A rank among others, highest first: "22nd of 31", "the highest of 31". */
export function placeAmong(place: number, places: number): string {
  if (place === 1) return `the highest of ${formatCount(places)}`;
  if (place === places) return `the lowest of ${formatCount(places)}`;
  return `${ordinal(place)} of ${formatCount(places)}`;
}
