import { formatDay } from './months.ts';

/**
 * The local time in England at an instant, to the second, as in 2018-04-30 09:30:00, which is how Swedes write it. The
 * first costs 20 ms, each other 0.1 ms.
 */
export const secondInLondon = (instant: Date): string =>
  instant.toLocaleString('sv-SE', { timeZone: 'Europe/London' });

/** The local time in England at an instant, as in 2018-04-30 09:30. */
export const timeInLondon = (instant: Date): string => secondInLondon(instant).slice(0, 16);

/** The date in England at an instant, as in 2018-04-30. */
export const dayInLondon = (instant: Date): string => timeInLondon(instant).slice(0, 10);

/** The date in England at an instant, as text: "2 July 2026" for 2026-07-01T23:30:00Z. */
export const formatDayOf = (instant: string): string => formatDay(dayInLondon(new Date(instant)));
