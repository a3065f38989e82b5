import { formatCount, formatOf, formatPercent } from '../definitions/numbers.ts';
import { listed } from './english.ts';
import { isAtEnd, placeAmong, type Rank } from './verdict.ts';

/** Shares of practices that have everyday names, largest first, in percent. */
const shares: readonly (readonly [number, string])[] = [
  [95, 'nineteen in twenty practices'],
  [90, 'nine in ten practices'],
  [75, 'three quarters of practices'],
  [200 / 3, 'two thirds of practices'],
  [50, 'half of practices'],
];

/**
 * A percentile as a clause with the share: "a larger share of patients set up (9.2%) than at three quarters of
 * practices"; for few people, "3 of 4,095 patients set up, a smaller share than at …". Only for a share above none,
 * which other practices hardly ever have exactly as well.
 */
export function rankWords(
  percentile: number,
  value: number,
  what: string,
  few: { numerator: number; denominator: number } | null = null,
): string {
  const [word, reached] =
    percentile >= 50 ? (['larger', percentile] as const) : (['smaller', 100 - percentile] as const);
  const [, those] = shares.find(([share]) => reached >= share)!;
  return few
    ? `${formatOf(few.numerator, few.denominator)} ${what}, a ${word} share than at ${those}`
    : `a ${word} share of ${what} (${formatPercent(value)}) than at ${those}`;
}

/** A percentile for a table: "higher than 49 of every 100 other practices". */
export function percentileWords(percentile: number): string {
  const below = Math.floor(percentile);
  if (below === 100) return 'higher than all other practices';
  return below === 0
    ? 'lower than nearly all practices'
    : `higher than ${below} of every 100 other practices`;
}

/**
 * A practice's rank in its areas: "Counting from the highest share set up, it is 22nd of 31 in NHS Bolton CCG and 4th
 * of 6 in X PCN."
 */
export function placesSentence(among: readonly (Rank & { name: string })[]): string {
  const told = among.filter(({ places }) => places > 1);
  if (!told.length) return '';
  const where = told.map((rank) => `${placeAmong(rank)} in ${rank.name}`);
  return `${told.every(isAtEnd) ? 'By share set up' : 'Counting from the highest share set up,'} it is ${listed(where)}.`;
}

/**
 * Says that some of many areas look unusual by chance, as a sentence; empty for few. For areas that are judged by an
 * adjusted funnel: practices differ by far more than their intervals, so that these have no such rate.
 */
export function manyAtOnce(compared: number, what: string): string {
  const expected = Math.round(compared / 20);
  return compared < 20
    ? ''
    : `${formatCount(compared)} ${what} are compared at once: even if none were unusual, about ${formatCount(expected)} would look so at 95%.`;
}
