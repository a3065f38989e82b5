import { valuePerWorkingDay } from '../definitions/bankHolidays.ts';
import type { Measure } from '../definitions/measures.ts';
import { fixed } from '../definitions/numbers.ts';
import { bareValue, valueText } from './english.ts';
import { decimalsOf, inPlaces, mostPlaces } from './signed.ts';

/** The ends of a change as text: both figures, and whether it is worth a direction. */
export interface Ends {
  way: 'stayed' | 'hardly changed' | 'rose' | 'fell';
  then: string;
  /** The later figure, bare and with its unit. */
  now: string;
  stands: string;
  /** The decimal places in which they agree with the change between them. */
  places: number;
}

/**
 * The ends of a change with enough decimal places to agree with it: 98.34% and 98.37% differ by 0.026, 98.3% and 98.4%
 * do not. A change by less than the last place that figures usually have is hardly one.
 */
export function endsOf(before: number, after: number, measure: Measure): Ends {
  const bare = [before, after].map((value) => bareValue(value, measure));
  const usual = bare.map(decimalsOf).filter(Boolean);
  const least = usual.length ? Math.min(...usual) : 0;
  const change = after - before;
  const from = Math.max(least, placeOf(change));
  const places = change === 0 ? least : placesToAddUp(after, [before, change], from);
  const [then, now] = [before, after].map((value, i) =>
    places > decimalsOf(bare[i]!) && value !== 0 && bare[i] !== '100%'
      ? bare[i]!.replace(/[\d.,]+/, inPlaces(Math.abs(value), places))
      : bare[i]!,
  ) as [string, string];
  return {
    way: wayOf(change, 10 ** -Math.max(0, ...usual), then === now),
    ...{ then, now, places },
    stands: valueText(after, measure).replace(bare[1]!, now),
  };
}

/** The same where the change is not given: only one that is hardly one takes more decimal places than usual. */
export function endsAlone(before: number, after: number, measure: Measure): Ends {
  const ends = endsOf(before, after, measure);
  if (ends.way === 'hardly changed') return ends;
  const [then, now] = [bareValue(before, measure), bareValue(after, measure)];
  return { ...ends, then, now, stands: valueText(after, measure) };
}

function wayOf(change: number, least: number, isSame: boolean): Ends['way'] {
  if (isSame) return 'stayed';
  if (Math.abs(change) < least) return 'hardly changed';
  return change < 0 ? 'fell' : 'rose';
}

/** How a figure moved: "rose from 4.0% to 4.5%"; `when` follows it, and `counts` its earlier value. */
export function movedText({ way, then }: Ends, now: string, when = '', counts = ''): string {
  if (way === 'stayed') return `stayed at ${now}${when}`;
  return way === 'hardly changed'
    ? `hardly changed${when}: ${then}${counts} to ${now}`
    : `${way} from ${then}${counts} to ${now}${when}`;
}

interface MonthValue {
  period: string;
  value: number;
}

/** The same for a rate of transactions per working day; null for anything else. */
export function endsByDay(before: MonthValue, after: MonthValue, measure: Measure): Ends | null {
  if (measure.unit !== 'per 1,000 patients') return null;
  const [then, now] = [before, after].map(({ value, period }) =>
    valuePerWorkingDay(value, measure, period),
  );
  return then == null || now == null ? null : endsAlone(then, now, measure);
}

/** The first decimal place in which a number differs from none. */
export function placeOf(value: number): number {
  let places = 0;
  while (places < mostPlaces && !/[1-9]/.test(fixed(value, places))) places += 1;
  return places;
}

/**
 * No more decimal places than these, or than one more, are given so that numbers agree; a last digit may then differ by
 * rounding.
 */
const mostToAddUp = 4;

/** The number of decimal places, from some on, with which parts add up to a whole as they are shown. */
export function placesToAddUp(whole: number, parts: readonly number[], from: number): number {
  const addUp = (places: number) => {
    const sum = parts.reduce((all, part) => all + Number(fixed(part, places)), 0);
    return fixed(sum, places) === fixed(whole, places);
  };
  const most = Math.max(mostToAddUp, from + 1);
  let places = from;
  while (places < most && !addUp(places)) places += 1;
  return places;
}
