import type { Measure } from './measures.ts';

/** Days moved or added for royal events, as proclaimed. Source: gov.uk/bank-holidays, England and Wales. */
const proclaimed: Readonly<Record<number, { instead?: Record<string, string>; added?: string[] }>> =
  {
    2011: { added: ['04-29'] },
    2012: { instead: { spring: '06-04' }, added: ['06-05'] },
    2020: { instead: { may: '05-08' } },
    2022: { instead: { spring: '06-02' }, added: ['06-03', '09-19'] },
    2023: { added: ['05-08'] },
  };

const dayInMs = 86_400_000;
const at = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const later = (date: Date, days: number) => new Date(date.getTime() + days * dayInMs);
const isWeekend = (date: Date) => date.getUTCDay() === 0 || date.getUTCDay() === 6;
const monthAndDay = (date: Date) => date.toISOString().slice(5, 10);

/** The date of Easter Sunday in the Gregorian calendar. Source: J. Meeus, Astronomical Algorithms (1991). */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return at(year, Math.floor(n / 31), (n % 31) + 1);
}

const firstMonday = (year: number, month: number) =>
  later(at(year, month, 1), (8 - at(year, month, 1).getUTCDay()) % 7);

function lastMonday(year: number, month: number): Date {
  const last = at(year, month + 1, 0);
  return later(last, -((last.getUTCDay() + 6) % 7));
}

/** The first weekday from a date that is not another holiday. */
function substitute(date: Date, taken: readonly string[]): Date {
  let day = date;
  while (isWeekend(day) || taken.includes(monthAndDay(day))) day = later(day, 1);
  return day;
}

/**
 * The bank holidays of England in a year, as `MM-DD` in order. A holiday at a weekend is replaced by its substitute
 * day. Future years may still gain a royal event. Source: Banking and Financial Dealings Act 1971, schedule 1, with the
 * days proclaimed under it.
 */
export function bankHolidays(year: number): string[] {
  const { instead = {}, added = [] } = proclaimed[year] ?? {};
  const christmas = at(year, 12, 25);
  const boxing = at(year, 12, 26);
  // If Christmas Day is at a weekend, Boxing Day keeps its own weekday and the substitute comes after it.
  const own = isWeekend(boxing) ? [] : [monthAndDay(boxing)];
  const forChristmas = monthAndDay(substitute(christmas, own));
  const forBoxing = own[0] ?? monthAndDay(substitute(boxing, [forChristmas]));
  const days = [
    monthAndDay(substitute(at(year, 1, 1), [])),
    monthAndDay(later(easter(year), -2)),
    monthAndDay(later(easter(year), 1)),
    instead.may ?? monthAndDay(firstMonday(year, 5)),
    instead.spring ?? monthAndDay(lastMonday(year, 5)),
    monthAndDay(lastMonday(year, 8)),
    forChristmas,
    forBoxing,
    ...added,
  ];
  return days.sort();
}

/** The number of weekdays of a month such as `2018-09` that are not bank holidays in England. */
export function workingDays(period: string): number {
  let days = known.get(period);
  if (days === undefined) known.set(period, (days = countedDays(period)));
  return days;
}

/** Kept, because every figure asks for one of the same few months. */
const known = new Map<string, number>();

function countedDays(period: string): number {
  const [year, month] = period.split('-').map(Number) as [number, number];
  const holidays = bankHolidays(year);
  let days = 0;
  for (let day = at(year, month, 1); day.getUTCMonth() === month - 1; day = later(day, 1)) {
    if (!isWeekend(day) && !holidays.includes(monthAndDay(day))) days++;
  }
  return days;
}

/** A value per working day of its month; null for measures that do not count transactions. */
export const valuePerWorkingDay = (
  value: number | null,
  { counts }: Measure,
  period: string,
): number | null =>
  value === null || counts !== 'transactions' ? null : value / workingDays(period);

/** A measure of transactions, restated per working day. */
export const perWorkingDay = (measure: Measure): Measure => ({
  ...measure,
  unit: 'per 1,000 patients and working day',
});
