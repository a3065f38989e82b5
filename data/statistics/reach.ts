/** A millionth of a patient is rounding error. */
const hair = 1e-6;

/**
 * How many more of n patients, in whole patients, bring x of n to a level (a fraction 0 to 1): 0 if it is reached
 * already, null if x or n is missing or n is not above 0. Throws a RangeError for any other level.
 */
export function reach(x: number | null, n: number | null, level: number): number | null {
  if (!(level >= 0 && level <= 1)) throw new RangeError(`level outside 0 to 1: ${level}`);
  if (x === null || n === null || !(n > 0)) return null;
  return Math.max(0, Math.ceil(level * n - x - hair));
}
