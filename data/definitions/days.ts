import { lazily } from './lazily.ts';
import { formatDay } from './months.ts';

// The Swedish format is the one wanted here: 2018-04-30 09:30.
const london = lazily(
  () =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    }),
);

/** The local time in England at an instant, as in 2018-04-30 09:30. */
export const timeInLondon = (instant: Date): string => london().format(instant);

/** The date in England at an instant, as in 2018-04-30. */
export const dayInLondon = (instant: Date): string => timeInLondon(instant).slice(0, 10);

/** The date in England at an instant, as text: "2 July 2026" for 2026-07-01T23:30:00Z. */
export const formatDayOf = (instant: string): string => formatDay(dayInLondon(new Date(instant)));
