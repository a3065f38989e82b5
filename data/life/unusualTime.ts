import { bankHolidays } from '../definitions/bankHolidays.ts';
import { secondInLondon } from '../definitions/days.ts';

const dayInMs = 86_400_000;
const noticeInDays = 28;

/**
 * What is unusual about a release time for official statistics, in sentences. They are published at 9:30am on a
 * weekday, announced four weeks before. Source: Code of Practice for Statistics, edition 3.0, standard 3.
 */
export function unusualTime(due: number, announcedAt: number): string[] {
  const [day, time] = secondInLondon(new Date(due)).split(' ') as [string, string];
  const date = new Date(`${day}T12:00:00Z`);
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    date,
  );
  const days = Math.floor((due - announcedAt) / dayInMs);
  return [
    ...(['Saturday', 'Sunday'].includes(weekday) ? [`It is a ${weekday}.`] : []),
    ...(bankHolidays(date.getUTCFullYear()).includes(day.slice(5))
      ? ['It is a bank holiday in England.']
      : []),
    ...(time === '09:30:00' ? [] : ['Official statistics are published at 9:30am.']),
    ...(days < noticeInDays
      ? [`It is less than four weeks away: ${days === 1 ? '1 day' : `${days} days`}.`]
      : []),
  ];
}
