import { type LevelId, levelOf } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { fixed, formatCount, formatPercent } from '../definitions/numbers.ts';
import { things } from '../definitions/units.ts';
import { fewestPlaces } from '../statistics/verdict.ts';
import {
  beyondLimits,
  type FunnelReading,
  type MovingPlace,
  ofOthers,
  positionText,
  ruleText,
  type SpreadReading,
  spreadOf,
} from './charts.ts';
import { type Ends, endsAlone, endsByDay, movedText } from './ends.ts';
import {
  allOf,
  atPlaceIn,
  bareValue,
  capital,
  changeUnit,
  counted,
  listed,
  placeText,
  plural,
  uncapital,
} from './english.ts';
import { isFewCounted, type Stages } from './figure.ts';
import { areFew } from './inequality.ts';
import { manyOf, type ValuedPlace } from './places.ts';
import { whereIs } from './ranges.ts';

/** The longest title, in characters. A chart's title is one clause that is true of what is drawn. */
export const longestFinding = 100;

/** The first of some titles that is short enough; earlier ones say more. */
export const shortest = (...titles: readonly string[]): string | null =>
  titles.find((one) => one.length <= longestFinding) ?? null;

const subject = ({ short }: Measure): string => capital(short);

/** A value for a title, whose subtitle has the full unit: "4.5%", "134 per 1,000", "12 practices". */
const briefValue = (value: number, measure: Measure): string =>
  briefText(bareValue(value, measure), measure);

function briefText(bare: string, { form, counts }: Measure): string {
  if (form === 'rate') return `${bare} per 1,000`;
  return form === 'count' ? `${bare} ${counts}` : bare;
}

/**
 * How places differ in a month: areas by name from lowest to highest, practices by how many are above the benchmark.
 */
export function placesFinding(
  measure: Measure,
  places: readonly ValuedPlace[],
  { period, benchmark }: { period: string; benchmark: ValuedPlace | null },
): string | null {
  const [first] = places;
  if (!first) return null;
  if (places.length === 1)
    return shortest(
      `${subject(measure)} is ${briefValue(first.value, measure)} ${atPlaceIn(period, first.level, first.name)}`,
      `${subject(measure)} is ${briefValue(first.value, measure)}`,
    );
  if (first.level === 'practice' && benchmark)
    return aboveBenchmark(measure, places, { ...benchmark, period });
  return rangeFinding(measure, places, period);
}

function aboveBenchmark(
  measure: Measure,
  places: readonly ValuedPlace[],
  { level, name, value: limit, period }: ValuedPlace & { period: string },
): string | null {
  const above = places.filter(({ value }) => value > limit).length;
  const below = places.filter(({ value }) => value < limit).length;
  const brief = briefValue(limit, measure);
  const whole =
    level === 'england' ? `England’s ${brief}` : `the ${brief} ${atPlaceIn(period, level, name)}`;
  const all = counted(places.length, 'practice');
  const told = (whole: string) => {
    if (above === places.length) return `All ${all} are above ${whole}`;
    if (below === places.length) return `All ${all} are below ${whole}`;
    return `${formatCount(above)} of ${all} ${plural(above, 'is', 'are')} above ${whole}, ${formatCount(below)} below`;
  };
  return shortest(told(whole), told(brief));
}

/** The lowest and highest place; practices without their names. */
function rangeFinding(
  measure: Measure,
  places: readonly ValuedPlace[],
  period: string,
): string | null {
  const inOrder = [...places].sort((a, b) => a.value - b.value);
  const [low, high] = [inOrder[0]!, inOrder.at(-1)!];
  const many = `${formatCount(places.length)} ${manyOf(low.level)}`;
  const [from, to] = [bareValue(low.value, measure), briefValue(high.value, measure)];
  if (from === bareValue(high.value, measure))
    return `${subject(measure)} is ${to} in ${allOf(places.length)} ${manyOf(low.level)}`;
  const among = `${subject(measure)} ranges from ${from} to ${to} among ${many}`;
  if (low.level === 'practice') return shortest(among);
  const [lowAt, highAt] = [low, high].map(({ value }) => whereIs(value, places, period));
  return shortest(
    `${subject(measure)} ranges from ${from} ${lowAt} to ${to} ${highAt}`,
    ...(inOrder.at(-2)!.value < high.value
      ? [`${subject(measure)} is highest ${highAt}, at ${to}, among ${many}`]
      : []),
    `${subject(measure)} is highest ${highAt}, at ${to}`,
    among,
  );
}

/**
 * The figures of two places that a reader chose, in a month, or the highest and lowest of several. Says of how many it
 * is the highest, because England, drawn beside them, may be higher.
 */
export function comparedFinding(
  measure: Measure,
  places: readonly ValuedPlace[],
  period: string,
): string | null {
  const inOrder = [...places].sort((a, b) => b.value - a.value);
  const [high, low] = [inOrder[0]!, inOrder.at(-1)!];
  const [highAt, lowAt] = [high, low].map(({ value }) => whereIs(value, places, period));
  const [most, least] = [briefValue(high.value, measure), bareValue(low.value, measure)];
  const lead = `In ${formatMonth(period)} ${measure.short}`;
  if (least === bareValue(high.value, measure)) return `${lead} is the same in all, ${most}`;
  const highest = `Of ${formatCount(places.length)} places, ${measure.short} in ${formatMonth(period)} is highest ${highAt} (${most})`;
  return shortest(
    ...(places.length === 2 ? [`${lead} is ${most} ${highAt} and ${least} ${lowAt}`] : []),
    `${highest} and lowest ${lowAt} (${least})`,
    highest,
    `${lead} ranges from ${least} to ${most}`,
  );
}

interface MonthValue {
  period: string;
  value: number;
  /** What it counts, if few of them are to be told as such. */
  numerator?: number | null;
}

/**
 * How one place moved from its first month to its last, and where England was then. Names those that are not the first
 * or last month shown, because a subtitle names these.
 */
export function trendFinding(
  measure: Measure,
  { first, last }: { first: MonthValue; last: MonthValue },
  england: number | null,
  shown = { first: first.period, last: last.period },
): string | null {
  const text = (value: number) => bareValue(value, measure);
  const beside =
    england === null || text(england) === text(last.value)
      ? ''
      : `, ${last.value > england ? 'above' : 'below'} England’s ${text(england)}`;
  if (first.period === last.period)
    return `${subject(measure)} was ${briefValue(last.value, measure)} in ${formatMonth(last.period)}${beside}`;
  const few = fewCounted(measure, [first, last]);
  if (few) return shortest(few);
  const ends = endsAlone(first.value, last.value, measure);
  const now = briefText(ends.now, measure);
  const when = unlikeShown([first.period, last.period], shown);
  const moved = `${
    ends.way === 'stayed'
      ? `is the same as in ${formatMonth(first.period)}, ${now}`
      : movedText(ends, now, when)
  }${butByDay(ends.way, endsByDay(first, last, measure))}`;
  return shortest(`${subject(measure)} ${moved}${beside}`, `${subject(measure)} ${moved}`);
}

/** Few people or transactions in two months, as a title; null if they are many, or as many. */
function fewCounted(measure: Measure, months: readonly MonthValue[]): string | null {
  const [then, now] = months.map(({ numerator = null }) => numerator);
  const isFew = months.every(({ numerator = null }) => isFewCounted({ numerator }, measure));
  if (!isFew || then === now) return null;
  const said = months.map(
    ({ period, numerator }) =>
      `${numerator ? counted(numerator, things[measure.counts]) : 'none'} in ${formatMonth(period)}`,
  );
  return `${subject(measure)}: ${said.join(', ')}`;
}

/** That a rate of transactions went another way per working day; empty if it did not. */
function butByDay(way: Ends['way'], byDay: Ends | null): string {
  const isMove = (one: Ends['way']) => one === 'rose' || one === 'fell';
  if (!byDay || byDay.way === way || !(isMove(way) || isMove(byDay.way))) return '';
  return `, but ${byDay.way} ${byDay.way === 'stayed' ? 'the same ' : ''}per working day`;
}

/** The months of a change, to follow it, in so far as they are not the first and last month shown. */
function unlikeShown(
  [from, to]: readonly [string, string],
  shown: { first: string; last: string },
): string {
  if (from !== shown.first && to !== shown.last)
    return ` between ${formatMonth(from)} and ${formatMonth(to)}`;
  if (from !== shown.first) return ` since ${formatMonth(from)}`;
  return to === shown.last ? '' : ` by ${formatMonth(to)}`;
}

const stageWords: Record<keyof Stages, string> = {
  offered: 'offered to',
  enabled: 'set up for',
  accessed: 'used by',
};

/**
 * The stages of a service at one place in one month: "Offered to 97.2% of patients, set up for 4.5% and used by 0.39%".
 */
export function stagesFinding(stages: Stages): string | null {
  const told = (['offered', 'enabled', 'accessed'] as const).flatMap((stage) => {
    const value = stages[stage];
    return value === null ? [] : [`${stageWords[stage]} ${formatPercent(value)}`];
  });
  const [first, ...others] = told;
  return first ? capital(listed([`${first} of patients`, ...others])) : null;
}

/** How practices are spread, or where the one shown is among them. */
export function spreadFinding({
  measure,
  practices,
  p10,
  p50,
  p90,
  ends,
  here,
}: Pick<SpreadReading, 'measure' | 'practices' | 'p10' | 'p50' | 'p90' | 'ends' | 'here'>):
  | string
  | null {
  const text = (value: number) => bareValue(value, measure);
  const { from, to } = spreadOf({ p10, p90, ends });
  const median = briefValue(p50, measure);
  const level = `${ends ? capital(allOf(practices)) : 'At least eight in ten'} practices are at ${median}`;
  const among =
    practices === 1
      ? `The one practice is at ${median}`
      : from === to
        ? level
        : `The median practice is at ${median}, and ${ends ? 'all' : 'eight in ten'} are from ${text(from)} to ${text(to)}`;
  if (!here || here.percentile === null) return among;
  const at = briefValue(here.value, measure);
  const above = `above ${ofOthers(here.percentile, practices)}`;
  return shortest(`${here.name}, at ${at}, is ${above}`, `At ${at} the practice is ${above}`);
}

/** How many places are beyond a funnel's 95% limits, or where the one shown is. */
export function funnelFinding({
  measure,
  level,
  places,
  counts,
  here,
}: Pick<FunnelReading, 'measure' | 'level' | 'places' | 'counts' | 'here'>): string | null {
  const { above, below, outside } = beyondLimits(counts);
  const { many } = levelOf(level as LevelId);
  if (places < fewestPlaces) return `Too few ${many} to tell unusual from usual`;
  const every = outside
    ? `${formatCount(outside)} of ${formatCount(places)} ${many} ${plural(outside, 'is', 'are')} beyond the 95% limits: ${formatCount(above)} above, ${formatCount(below)} below`
    : `None of ${formatCount(places)} ${many} is beyond the 95% limits`;
  const [one, other] = here;
  if (!one || other) return every;
  const at = `at ${briefValue(one.value, measure)}, is ${positionText[one.position]}`;
  return shortest(`${capital(placeText(level, one.name))}, ${at}`, every);
}

export interface SignalledMonth {
  period: string;
  signal: keyof typeof ruleKinds | null;
  direction: 'up' | 'down' | null;
}
const ruleKinds = { outside_limits: 1, trend: 1, near_limit: 1, one_side: 1 } as const;

/** Which months are unusual; null if most are, because then nothing is usual. */
export function unusualFinding(months: readonly SignalledMonth[]): string | null {
  const found = months.filter(({ signal }) => signal !== null);
  if (!months.length || found.length * 2 > months.length) return null;
  const [one] = found;
  if (!one) return 'No month differs from what is usual';
  if (found.length > 1)
    return `${formatCount(found.length)} of ${formatCount(months.length)} months differ from what is usual`;
  return `${formatMonth(one.period)} differs from what is usual: ${ruleText(one.signal!, one.direction!)}`;
}

/** In how many places a measure rose, and where it moved most. */
export function movesFinding(measure: Measure, places: readonly MovingPlace[]): string | null {
  const [most] = [...places].sort(
    (a, b) => Math.abs(b.last.value - b.first.value) - Math.abs(a.last.value - a.first.value),
  );
  if (!most) return null;
  if (places.length === 1) return trendFinding(measure, most, null);
  const many = manyOf(most.level);
  const count = (ways: number) =>
    ways === places.length
      ? `in ${allOf(ways)} ${many}`
      : `in ${formatCount(ways)} of ${formatCount(places.length)} ${many}`;
  const rose = places.filter(({ first, last }) => last.value > first.value).length;
  const fell = places.filter(({ first, last }) => last.value < first.value).length;
  if (!rose && !fell) return `${subject(measure)} is the same ${count(places.length)}`;
  const isFall = fell > rose;
  const byDay = places.flatMap(({ first, last }) => endsByDay(first, last, measure) ?? []);
  const asDaily = byDay.filter(({ way }) => way === (isFall ? 'fell' : 'rose')).length;
  const daily = byDay.length ? ` (per working day in ${formatCount(asDaily)})` : '';
  const lead = `${subject(measure)} ${isFall ? `fell ${count(fell)}` : `rose ${count(rose)}`}${daily}`;
  const [from, to] = [bareValue(most.first.value, measure), bareValue(most.last.value, measure)];
  const where = atPlaceIn(most.last.period, most.level, most.name);
  return shortest(
    `${lead}, and moved most ${where}: from ${from} to ${to}`,
    `${lead}, and moved most ${where}`,
    lead,
  );
}

/**
 * A figure at the ends of some fifths of deprivation, the most deprived first; null for fewer than two, or so few
 * practices that they say little.
 */
export function fifthsFinding(
  measure: Measure,
  fifths: readonly { name: string; practices: number; value: number | null }[],
): string | null {
  const [most, least] = [fifths[0], fifths.at(-1)];
  if (!most || !least || most === least || areFew(fifths)) return null;
  const lead = `${subject(measure)} is ${briefValue(most.value!, measure)} in the ${uncapital(most.name)}`;
  const end = `${briefValue(least.value!, measure)} in the ${uncapital(least.name)}`;
  return shortest(`${lead} of practices, ${end}`, `${lead}, ${end}`);
}

export interface AfterChange {
  mean: number;
  /** 95% confidence interval, in the unit; null if there is none. */
  interval: readonly [number, number] | null;
}

/**
 * What practices lost or gained in the first month on a new system, compared with others, if chance does not explain
 * it.
 */
export function supplierFinding(measure: Measure, after: AfterChange | null): string | null {
  if (!after?.interval) return null;
  const [lower, upper] = after.interval;
  const when = 'in the first month on a new system';
  if (lower <= 0 && upper >= 0) return `${subject(measure)} shows no clear change ${when}`;
  const size = unsigned(after.mean, measure);
  return /[1-9]/.test(size)
    ? `${subject(measure)} is on average ${size} ${changeUnit(measure)} ${after.mean < 0 ? 'lower' : 'higher'} ${when}`
    : `${subject(measure)} changes little ${when}`;
}

const unsigned = (value: number, measure: Measure): string =>
  measure.form === 'share' ? fixed(Math.abs(value), 1) : bareValue(Math.abs(value), measure);
