import { type LevelId, levelOf, type PlaceLevel } from '../definitions/levels.ts';
import { formatCount } from '../definitions/numbers.ts';
import type { Verdict } from '../statistics/verdict.ts';
import { manyOf } from './places.ts';

/** Why there is no verdict, or none of higher or lower; null if there is one or nothing differs. */
export function whyNoSide(verdict: Verdict, level: PlaceLevel, unlike: boolean): string | null {
  if (verdict === 'not compared') return `too few ${manyOf(level)} to tell unusual from usual`;
  if (verdict !== 'no clear difference') return null;
  if (level !== 'practice')
    return `the difference is no larger than is usual between ${manyOf(level)}`;
  return unlike ? 'it is in the middle half of similar practices' : 'too few patients to tell';
}

/** A verdict for a table: "lower", "within the usual range of CCGs". */
export function verdictShort(verdict: Verdict, level: PlaceLevel): string {
  if (verdict !== 'no clear difference') return verdict;
  return level === 'practice'
    ? 'no clear difference'
    : `within the usual range of ${manyOf(level)}`;
}

const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** An ordinal number: "1st", "22nd". */
export const ordinal = (place: number): string =>
  `${formatCount(place)}${endings[ordinals.select(place)]}`;

/** A rank among places, highest first. */
export interface Rank {
  place: number;
  places: number;
  /** How many others have the same value, and so the same rank. */
  equal: number;
}

/** Whether no place is higher, or none is lower. */
export const isAtEnd = ({ place, places, equal }: Rank): boolean =>
  place === 1 || place + equal === places;

/**
 * A rank in words, of places or of those of a level: "22nd of 31 CCGs", "the highest of 31", "joint lowest of 31"; if
 * all are equal, "level with all 30 others", "level with the other CCG".
 */
export function placeAmong(rank: Rank, level?: LevelId): string {
  const { place, places, equal } = rank;
  if (equal > 0 && equal + 1 === places) return `level with ${allOthers(equal, level)}`;
  const all = `${formatCount(places)}${level ? ` ${manyOf(level)}` : ''}`;
  const which = isAtEnd(rank) ? (place === 1 ? 'highest' : 'lowest') : ordinal(place);
  if (equal > 0) return `joint ${which} of ${all}`;
  return `${isAtEnd(rank) ? 'the ' : ''}${which} of ${all}`;
}

function allOthers(count: number, level: LevelId | undefined): string {
  if (count === 1) return `the other ${level ? levelOf(level).one : 'one'}`;
  const all = `all ${formatCount(count)}`;
  return level ? `${all} other ${manyOf(level)}` : `${all} others`;
}
