import { formatDay } from './months.ts';

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsInLondon(instant: Date): Record<string, string> {
  return Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** The day that an instant is of in England, as in 2018-04-30. */
export function dayInLondon(instant: Date): string {
  const { year, month, day } = partsInLondon(instant);
  return `${year}-${month}-${day}`;
}

/** What clocks in England show at an instant, as in 2018-04-30 09:30. */
export function timeInLondon(instant: Date): string {
  const { hour, minute } = partsInLondon(instant);
  return `${dayInLondon(instant)} ${hour}:${minute}`;
}

/** The day of an instant in England as people write it: "2 July 2026" for 2026-07-01T23:30:00Z. */
export const formatDayOf = (instant: string): string => formatDay(dayInLondon(new Date(instant)));
