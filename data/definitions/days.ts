import { formatDay } from './months.ts';

// Sweden writes a time as it is written here: 2018-04-30 09:30.
const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What clocks in England show at an instant, as in 2018-04-30 09:30. */
export const timeInLondon = (instant: Date): string => london.format(instant);

/** The day that an instant is of in England, as in 2018-04-30. */
export const dayInLondon = (instant: Date): string => timeInLondon(instant).slice(0, 10);

/** The day of an instant in England as people write it: "2 July 2026" for 2026-07-01T23:30:00Z. */
export const formatDayOf = (instant: string): string => formatDay(dayInLondon(new Date(instant)));
