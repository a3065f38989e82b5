import { momentIn } from '../../data/definitions/londonTimes.ts';
import { badParameter, notFound } from '../errors.ts';
import type { Releases } from '../store/releases.ts';

/** Matches `asOf` in an address. */
const inAddress = /(^|[?&])asOf=[^&]*/g;

/**
 * Replaces `asOf` in a query string by the release that was current at that time, so that the answer is that of the
 * release, byte for byte. Throws if no release was published then, or if another is named too.
 */
export function atItsTime(
  search: string,
  path: Record<string, string>,
  releases: Releases,
): string {
  const asked = new URLSearchParams(search);
  const text = asked.get('asOf');
  if (text === null) return search;
  if (asked.getAll('asOf').length > 1) {
    throw badParameter('asOf', text, 'asOf takes one value, and is given more than once');
  }
  if (asked.has('release') || path.release) {
    throw badParameter('asOf', text, 'asOf cannot be combined with a release');
  }
  const time = pastMoment('asOf', text, 'ends', releases.now());
  const release = releases.releaseIdAt(time);
  if (release === null) {
    throw notFound(`no release was out at that time: ${text}`, { parameter: 'asOf', value: text });
  }
  return search.replace(inAddress, `$1release=${release}`);
}

/** Whether a query string asks for a day or minute that has not ended, in which another release may still come. */
export function isStillOpen(search: string, now: number): boolean {
  const text = new URLSearchParams(search).get('asOf');
  return text !== null && momentIn(text.trim(), 'ends').getTime() > now;
}

/** Parses a time in the past, in ms since 1970. For today, the time is now. Throws for the future. */
export function pastMoment(
  name: string,
  text: string,
  ofDay: 'begins' | 'ends',
  now: number,
): number {
  const moment = (of: typeof ofDay) => {
    try {
      return momentIn(text.trim(), of).getTime();
    } catch (error) {
      throw badParameter(name, text, (error as Error).message);
    }
  };
  if (moment('begins') > now) throw badParameter(name, text, `${name} is in the future: ${text}`);
  return Math.min(moment(ofDay), now);
}
