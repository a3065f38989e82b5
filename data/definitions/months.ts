const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A month as text: "March 2015" for 2015-03. */
export function formatMonth(period: string): string {
  const [year, month] = period.split('-');
  return `${names[Number(month) - 1] ?? month} ${year}`;
}

/** A month as short text: "Mar 2015" for 2015-03. */
export const formatShortMonth = (period: string): string => {
  const [name, year] = formatMonth(period).split(' ');
  return `${name!.slice(0, 3)} ${year}`;
};

/** A range of months as text: "April 2018 to September 2018", or the single month. */
export const formatMonths = (first: string, last: string): string =>
  first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;

/** A date as text: "31 October 2017" for 2017-10-31. */
export const formatDay = (date: string): string =>
  `${Number(date.slice(8))} ${formatMonth(date.slice(0, 7))}`;

/** The month `by` months later, or earlier if negative: 2015-03 moved by -12 is 2014-03. */
export function movedMonth(period: string, by: number): string {
  const [year, month] = period.split('-').map(Number);
  const total = year! * 12 + month! - 1 + by;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** Every month from the first to the last, including those without data. */
export function monthsBetween(first: string, last: string): string[] {
  const all: string[] = [];
  for (let month = first; month <= last; month = movedMonth(month, 1)) all.push(month);
  return all;
}

/** Splits months into stretches without a gap. */
export function stretchesOf(months: readonly string[]): string[][] {
  const stretches: string[][] = [];
  for (const month of months) {
    const last = stretches.at(-1);
    if (last && movedMonth(last.at(-1)!, 1) === month) last.push(month);
    else stretches.push([month]);
  }
  return stretches;
}

/** The known months around a missing one: the last before it and the first after it. */
export const monthsAround = (held: readonly string[], month: string): string[] =>
  [held.findLast((one) => one < month), held.find((one) => one > month)].filter(
    (one) => one !== undefined,
  );
