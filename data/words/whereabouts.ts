import type { PlaceLevel } from '../definitions/levels.ts';
import { formatMonth } from '../definitions/months.ts';
import { readableName } from '../definitions/names.ts';
import { formatCount } from '../definitions/numbers.ts';
import { capital, counted, listed, placeText, plural } from './english.ts';
import { manyOf } from './places.ts';

/** The first and last month of a place in a release. */
export interface Held {
  first: string;
  last: string;
}

/**
 * Says that a place is not in the extracts of some months, as a sentence, if they are all after its last month or
 * before its first; else null.
 */
export function notHeldSentence(
  place: { level: PlaceLevel; name: string },
  held: Held,
  months: Held,
): string | null {
  if (months.first > held.last) return endedSentence(place, held.last);
  if (months.last >= held.first) return null;
  return `${nameOf(place)} is not in the extracts before ${formatMonth(held.first)}.`;
}

/** Says that a place is in no extract after a month, as a sentence. */
export const endedSentence = (place: { level: PlaceLevel; name: string }, last: string): string =>
  `${nameOf(place)} is not in the extracts after ${formatMonth(last)}.`;

const nameOf = ({ level, name }: { level: PlaceLevel; name: string }): string =>
  capital(placeText(level, name));

export interface WhereaboutsReading {
  level: PlaceLevel;
  /** The month in which the practices are looked for. */
  period: string;
  /** Whether the extracts of that month name any place of its level. */
  named: boolean;
  /** How many practices the place had. */
  practices: number;
  /** The places of its level that they are in, those with most practices first. */
  places: readonly { name: string; practices: number }[];
}

/** Up to this many places are named; the others are counted. */
const mostNamed = 3;

/** Where the practices of a place are in a month whose extracts do not contain it, as a sentence. */
export function whereaboutsSentence({
  level,
  period,
  named,
  practices,
  places,
}: WhereaboutsReading): string {
  if (!named) return `The extracts of ${formatMonth(period)} name no ${manyOf(level)}.`;
  const month = `In ${formatMonth(period)}`;
  const its =
    practices === 1 ? 'its one practice was' : `its ${formatCount(practices)} practices were`;
  const [only] = places;
  if (!only) return `${month}, ${its} in no extract.`;
  const gone = practices - places.reduce((sum, place) => sum + place.practices, 0);
  const text = (name: string) => placeText(level, readableName(name));
  if (places.length === 1) {
    if (!gone) return `${month}, ${its} in ${text(only.name)}.`;
    const some = `${formatCount(only.practices)} of its ${counted(practices, 'practice')} ${plural(only.practices, 'was', 'were')}`;
    return `${month}, ${some} in ${text(only.name)}; ${formatCount(gone)} ${plural(gone, 'was', 'were')} in no extract.`;
  }
  const others = places.slice(mostNamed);
  const parts = [
    ...places
      .slice(0, mostNamed)
      .map(({ name, practices: some }) => `${formatCount(some)} in ${text(name)}`),
    ...(others.length
      ? [
          `${formatCount(others.reduce((sum, place) => sum + place.practices, 0))} in ${formatCount(others.length)} other ${manyOf(level)}`,
        ]
      : []),
    ...(gone ? [`${formatCount(gone)} in no extract`] : []),
  ];
  return `${month}, its ${counted(practices, 'practice')} were split: ${listed(parts)}.`;
}
