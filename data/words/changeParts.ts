import type { Measure } from '../definitions/measures.ts';
import { formatRate } from '../definitions/numbers.ts';
import { changeUnit } from './english.ts';
import { decimalsOf, inPlaces } from './signed.ts';

export const changeParts = [
  'uptake',
  'changed_supplier',
  'list_sizes',
  'came',
  'left',
  'began_reporting',
  'stopped_reporting',
] as const;
export type ChangePart = (typeof changeParts)[number];

/** The source of each part of a change, to follow "from". */
export const partWords: Record<ChangePart, string> = {
  uptake: 'practices whose own figure changed',
  changed_supplier: 'practices that changed supplier',
  list_sizes: 'practices whose share of the patients changed',
  came: 'new practices',
  left: 'practices that closed or left',
  began_reporting: 'practices that began to report',
  stopped_reporting: 'practices that stopped reporting',
};

/** A difference in the unit, with its sign: "+1.8 percentage points". */
export const formatChange = (change: number, measure: Measure): string =>
  `${signed(change, placesAlone(change, measure))} ${changeUnit(measure)}`;

/** The decimal places of a change of which nothing else is said. */
export const placesAlone = (change: number, { form }: Measure): number =>
  form === 'count' ? 0 : decimalsOf(formatRate(change));

/** A number with its sign and this many decimal places. */
export function signed(change: number, places: number): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${inPlaces(Math.abs(change), places)}`;
}
