import { compared, funnelAt, type funnelOf } from './methods.ts';

type Maybe = number | null;

/** A figure that is compared with another. */
export interface Held {
  level: string;
  measure: string;
  value: Maybe;
  numerator: Maybe;
  denominator: Maybe;
  lower_95: Maybe;
  upper_95: Maybe;
}

/** Whether a difference is too small to count as higher or lower: by points, and by quarters of the other figure. */
const isSmall = (measure: string, apart: number, rest: number): boolean =>
  apart === 0 ||
  (Math.abs(apart) < (measure.endsWith('_accessed') ? 0.1 : 1) && 4 * Math.abs(apart) < rest);

const isRate = (measure: string): boolean => /_(use|new)$/.test(measure);

/**
 * What a figure may be called beside another, and how the reason begins if there is no verdict; written a second time.
 */
export function verdictOn(
  own: Held,
  rest: Maybe,
  among: {
    /** For an area: the limits of the funnel of all such places there, if there are 20 or more; else null. */
    model?: ReturnType<typeof funnelOf>;
    /** For peers: the limits of the middle half of their figures. */
    middle?: { low: number; high: number } | null;
  },
): { word: string; why: string | null } {
  const none = (why: string) => ({ word: 'not compared', why });
  const { level, measure, value, numerator: x, denominator: n } = own;
  if (value === null) return none('not ');
  if (level === 'practice' && /_offered/.test(measure)) return none('a practice either offers');
  if (measure.endsWith('_use')) return none('transactions are not people');
  if (isRate(measure)) return none('a rate of patients can be published below none');
  if (x! > n!) return none('more are counted than there are');
  if (rest === null) return none('there is no figure to compare it with');
  const apart = value - rest;
  const side = apart > 0 ? 'higher' : 'lower';
  const small = isSmall(measure, apart, rest);
  if (level !== 'practice') {
    if (!among.model) return none('too few ');
    if (small) return { word: 'about the same', why: null };
    const { position } = funnelAt(among.model, { x, n }, true)!;
    return position?.startsWith(side === 'higher' ? 'above' : 'below')
      ? { word: side, why: null }
      : { word: 'no clear difference', why: 'the difference is no larger than is usual' };
  }
  const { middle } = among;
  if (middle && middle.high - middle.low > rest) return none('similar practices vary too much');
  if (small) return { word: 'about the same', why: null };
  if (compared(own.lower_95, own.upper_95, rest) === 'similar') {
    return { word: 'no clear difference', why: 'too few patients to tell' };
  }
  return middle && value >= middle.low && value <= middle.high
    ? { word: 'no clear difference', why: 'it is in the middle half' }
    : { word: side, why: null };
}

/** What higher or lower means for a measure of people who are or could be set up for a service. */
export const meaningOf = (word: string, measure: string): string | null =>
  isRate(measure) ? null : word === 'higher' ? 'better' : word === 'lower' ? 'worse' : null;
