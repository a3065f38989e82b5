import type { PlaceLevel } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { fewestPlaces } from '../statistics/verdict.ts';
import { endsAlone, movedText } from './ends.ts';
import { allOf, atPlaceIn, bareValue, capital, placeText, valueText } from './english.ts';
import { figureSubject } from './measure.ts';
import { manyOf } from './places.ts';

export interface SpreadReading {
  measure: Measure;
  period: string;
  where: string;
  practices: number;
  /** The first decile, the median and the ninth decile, in the unit. */
  p10: number;
  p50: number;
  p90: number;
  /** The lowest and the highest value, where practices are too few to say of eight in ten what holds of them. */
  ends?: { lowest: number; highest: number };
  /** The practice shown, with the percentage of the others below it. */
  here: { name: string; value: number; percentile: number | null } | null;
}

/** The values between which some of the practices are, and which of them that is said of: all if they are few. */
export function spreadOf({ p10, p90, ends }: Pick<SpreadReading, 'p10' | 'p90' | 'ends'>) {
  return ends
    ? { from: ends.lowest, to: ends.highest, whose: '' }
    : { from: p10, to: p90, whose: 'eight in ten of ' };
}

/** How a place's practices are spread, or that they are level, as a clause. */
function spreadClause(reading: SpreadReading, text: (value: number) => string): string {
  const { measure, where, practices, p50, ends } = reading;
  const subject = figureSubject(measure);
  if (practices === 1) return `the one practice ${where} is at ${text(p50)} in ${subject}`;
  const those = `the ${formatCount(practices)} practices ${where}`;
  const { from, to, whose } = spreadOf(reading);
  if (from === to) {
    const level = ends
      ? `${allOf(practices)} practices ${where}`
      : `at least eight in ten of ${those}`;
    return `${level} are at ${text(to)} in ${subject}`;
  }
  return `${whose}${those} are between ${bareValue(from, measure)} and ${text(to)} in ${subject}; the median is ${text(p50)}`;
}

/**
 * A percentage of the others of some practices, rounded down: "87 in every 100 other practices"; of fewer than a hundred
 * their number, "9 of 30 other practices".
 */
export function ofOthers(percentage: number, practices: number): string {
  if (percentage === 0) return 'none of the other practices';
  if (percentage === 100) return 'all other practices';
  const others = practices - 1;
  if (others < 100)
    return `${Math.round((percentage / 100) * others)} of ${others} other practices`;
  const hundredth = Math.floor(percentage);
  return hundredth
    ? `${hundredth} in every 100 other practices`
    : 'fewer than 1 in every 100 other practices';
}

/** The spread of a place's practices, and the position of one of them. */
export function spreadSentence(reading: SpreadReading): string {
  const { measure, here, practices } = reading;
  const text = (value: number) => valueText(value, measure);
  const spread = `In ${formatMonth(reading.period)}, ${spreadClause(reading, text)}.`;
  if (!here) return spread;
  const stands = here.percentile === null ? '' : `, above ${ofOthers(here.percentile, practices)}`;
  return `${here.name} has ${text(here.value)}${stands}. ${spread}`;
}

/** A place's position in a funnel, briefly. */
export const positionText = {
  above_998: 'above the outer limits',
  above_95: 'above the inner limits',
  inside: 'within the limits',
  below_95: 'below the inner limits',
  below_998: 'below the outer limits',
} as const;
export type FunnelPosition = keyof typeof positionText;

/** The limits that a position refers to. */
const limitsMeant: Record<FunnelPosition, string> = {
  above_998: ' (99.8%)',
  above_95: ' (95%), though not the outer ones (99.8%)',
  inside: '',
  below_95: ' (95%), though not the outer ones (99.8%)',
  below_998: ' (99.8%)',
};

export interface FunnelReading {
  measure: Measure;
  period: string;
  level: PlaceLevel;
  where: string;
  adjusted: boolean;
  /** The common mean of the places, in the unit. */
  mean: number;
  /** How many places it is of: those with a share. */
  places: number;
  counts: Record<FunnelPosition, number>;
  here: readonly { name: string; value: number; position: FunnelPosition }[];
}

/** How many places are beyond the limits of a funnel at 95%, and at 99.8%. */
export function beyondLimits(counts: FunnelReading['counts']) {
  const above = counts.above_95 + counts.above_998;
  const below = counts.below_95 + counts.below_998;
  return { above, below, outside: above + below, beyondOuter: counts.above_998 + counts.below_998 };
}

/** How many places are beyond a funnel's limits, which limits those are, and the positions of the places shown. */
export function funnelSentence(reading: FunnelReading): string {
  const { measure, period, level, where, adjusted, mean, places, counts, here } = reading;
  const { above, below, outside, beyondOuter } = beyondLimits(counts);
  if (places < fewestPlaces) {
    return `In ${formatMonth(period)}, ${formatCount(places)} ${manyOf(level)} ${where} have a figure, too few to tell unusual from usual. Their mean is ${valueText(mean, measure)}.`;
  }
  const explained = adjusted
    ? `what is usual between ${manyOf(level)} of their size`
    : 'what counting so few people leaves open, as nearly every place of this size does';
  const orNone = (count: number) => (count ? formatCount(count) : 'none');
  const sides = outside
    ? ` (${orNone(above)} above the upper 95% limit, ${orNone(below)} below the lower, ${orNone(beyondOuter)} beyond those of 99.8%; the mean is ${valueText(mean, measure)})`
    : ` (95% limits; the mean is ${valueText(mean, measure)})`;
  const lead = `In ${formatMonth(period)}, ${outside ? formatCount(outside) : 'none'} of ${formatCount(places)} ${manyOf(level)} ${where} ${outside === 1 ? 'is' : 'are'} beyond ${explained}${sides}.`;
  const stands = here.map(
    ({ name, value, position }) =>
      `${capital(placeText(level, name))}, with ${valueText(value, measure)}, is ${positionText[position]}${limitsMeant[position]}.`,
  );
  return [...stands, lead].join(' ');
}

export interface MovingPlace {
  level: PlaceLevel;
  name: string;
  first: { period: string; value: number };
  last: { period: string; value: number };
}

/** How places moved from first to last month, with the one that moved most. */
export function movesSentence(measure: Measure, places: readonly MovingPlace[]): string {
  const moved = [...places].sort(
    (a, b) => Math.abs(b.last.value - b.first.value) - Math.abs(a.last.value - a.first.value),
  );
  const most = moved[0];
  if (!most) return 'No figures were reported for these months.';
  const where = atPlaceIn(most.last.period, most.level, most.name);
  const ends = endsAlone(most.first.value, most.last.value, measure);
  const fromTo = `from ${ends.then} to ${ends.stands}`;
  const between = `between ${formatMonth(most.first.period)} and ${formatMonth(most.last.period)}`;
  if (places.length === 1) {
    return `${capital(figureSubject(measure, where))} ${movedText(ends, ends.stands, ` ${between}`)}.`;
  }
  const rose = places.filter(({ first, last }) => last.value > first.value).length;
  const some =
    rose === places.length ? allOf(rose) : `${formatCount(rose)} of ${formatCount(places.length)}`;
  const lead = `${capital(figureSubject(measure))} rose in ${rose ? `${some} ${manyOf(most.level)}` : places.length === 2 ? 'neither' : 'none'}`;
  const alike = places.every(
    ({ first, last }) => first.period === most.first.period && last.period === most.last.period,
  );
  return alike
    ? `${lead} ${between}, and moved most ${where}: ${fromTo}.`
    : `${lead} between the first and the last figure of each, and moved most ${where}: ${fromTo} ${between}.`;
}

const ruleTexts = {
  outside_limits: { up: 'above the upper limit', down: 'below the lower limit' },
  trend: { up: 'seven or more rising', down: 'seven or more falling' },
  near_limit: {
    up: 'two of three near the upper limit',
    down: 'two of three near the lower limit',
  },
  one_side: { up: 'seven or more above the mean', down: 'seven or more below the mean' },
} as const;

/** Why a month of an XmR chart stands out, briefly. */
export const ruleText = (rule: keyof typeof ruleTexts, direction: 'up' | 'down'): string =>
  ruleTexts[rule][direction];
