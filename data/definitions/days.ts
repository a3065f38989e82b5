import { formatDay } from './months.ts';

const timeZone = 'Europe/London';

/** The local time in England at an instant, to the second, as in 2018-04-30 09:30:00, which is how Swedes write it. */
export const secondInLondon = (instant: Date): string =>
  instant.toLocaleString('sv-SE', { timeZone });

/** The local time in England at an instant, as in 2018-04-30 09:30. */
export const timeInLondon = (instant: Date): string => secondInLondon(instant).slice(0, 16);

/** The date in England at an instant, as in 2018-04-30. */
export function dayInLondon(instant: Date): string {
  // England is at most an hour ahead of UTC. Formatting its time is slow: 20 ms the first time.
  const [day, time] = instant.toISOString().split('T') as [string, string];
  return time < '23' ? day : instant.toLocaleDateString('sv-SE', { timeZone });
}

/** The date in England at an instant, as text: "2 July 2026" for 2026-07-01T23:30:00Z. */
export const formatDayOf = (instant: string): string => formatDay(dayInLondon(new Date(instant)));
