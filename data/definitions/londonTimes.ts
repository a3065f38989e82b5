import { secondInLondon } from './days.ts';
import { formatDay } from './months.ts';

/** A time in England as text: "9:30am on Thursday 30 May 2019", with seconds if there are any. */
export function formatTimeOf(instant: Date): string {
  const [day, time] = secondInLondon(instant).split(' ') as [string, string];
  const weekday = instant.toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'long',
  });
  const on = `${weekday} ${formatDay(day)}`;
  // "Midnight" alone could mean the beginning or the end of a day.
  if (time === '00:00:00') return `midnight at the start of ${on}`;
  return `${time === '12:00:00' ? 'midday' : clockTime(time)} on ${on}`;
}

function clockTime(time: string): string {
  const [hour, minute, second] = time.split(':') as [string, string, string];
  const seconds = second === '00' ? '' : `:${second}`;
  const past = minute === '00' && !seconds ? '' : `:${minute}${seconds}`;
  return `${Number(hour) % 12 || 12}${past}${Number(hour) < 12 ? 'am' : 'pm'}`;
}

const hourInMs = 3_600_000;

/**
 * The instant of a local time in England such as 2019-05-30 09:30 or 2019-05-30 09:30:15. Throws a message if the text
 * is not a time, or if the clock change skips or repeats that time.
 */
export function londonTime(text: string): Date {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)$/.exec(text.trim()) ?? [];
  const wanted = `${day} ${time?.length === 5 ? `${time}:00` : time}`;
  const winter = new Date(`${wanted.replace(' ', 'T')}Z`);
  // JavaScript would read 30 February as a day in March.
  if (Number.isNaN(winter.getTime()) || winter.toISOString().slice(0, 10) !== day) {
    throw new Error(`not a time such as 2019-05-30 09:30: ${text || '(empty)'}`);
  }
  const summer = new Date(winter.getTime() - hourInMs);
  const fitting = [winter, summer].filter((instant) => secondInLondon(instant) === wanted);
  if (fitting.length === 1) return fitting[0]!;
  throw new Error(
    fitting.length
      ? `${text} comes twice: clocks in England go back from 2:00 to 1:00 that night, so choose another hour`
      : `${text} does not exist: clocks in England go forward from 1:00 to 2:00 that night, so choose another hour`,
  );
}

/**
 * The instant of a day or time such as 2019-05-01, 2019-05-01T12:00 or, in UTC, 2019-05-01T11:00Z. For a day it is its
 * beginning or end, as asked. Throws if the text is neither.
 */
export function momentIn(text: string, ofDay: 'begins' | 'ends'): Date {
  const inUtc = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)Z$/i.exec(text)?.[1];
  if (inUtc) {
    const instant = new Date(`${inUtc.toUpperCase()}Z`);
    const isThere =
      !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(inUtc.slice(0, 10));
    if (!isThere) throw new Error(notAMoment(text));
    return instant;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    try {
      // Clocks are never changed at midnight, so this fails only for a day that there is not.
      return londonTime(`${text} ${ofDay === 'begins' ? '00:00:00' : '23:59:59'}`);
    } catch {
      throw new Error(notAMoment(text));
    }
  }
  if (!/^\d{4}-\d\d-\d\dT/.test(text)) throw new Error(notAMoment(text));
  return londonTime(text);
}

const notAMoment = (text: string): string =>
  `not a day or a time such as 2019-05-01 or 2019-05-01T12:00: ${text}`;
