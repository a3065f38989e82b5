import type { Measure } from '../definitions/measures.ts';
import { fixed, formatCount, formatRate } from '../definitions/numbers.ts';

/** A change with its sign, with enough decimal places to differ from none: "+0.25", "−0.12", "0.00". */
export const signedChange = (value: number, measure: Measure): string =>
  signedIn(placesOf(Math.abs(value)), value, measure);

/** A change with its sign: percentage points with this many decimal places, others with three significant figures. */
export function signedIn(places: number, value: number, { form }: Measure): string {
  const size = Math.abs(value);
  const text = form === 'share' ? fixed(size, places) : formatRate(size);
  if (!/[1-9]/.test(text)) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** Two decimal places, or as many as leave two significant figures. */
export const placesOf = (size: number): number =>
  size === 0 ? 2 : Math.min(mostPlaces, Math.max(2, 1 - Math.floor(Math.log10(size))));

/** More decimal places than this exceed what was counted. */
export const mostPlaces = 6;

/** The number of decimal places of a number as text. */
export const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** A number that is not negative with this many decimal places, and thousands separators. */
export function inPlaces(size: number, places: number): string {
  const [units, decimals] = fixed(size, places).split('.') as [string, string?];
  return decimals ? `${formatCount(Number(units))}.${decimals}` : formatCount(Number(units));
}
