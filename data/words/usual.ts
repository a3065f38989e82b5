import type { Measure } from '../definitions/measures.ts';
import { formatMonth, movedMonth } from '../definitions/months.ts';
import { fewestChangesTold } from '../definitions/news.ts';
import { fixed, formatCount } from '../definitions/numbers.ts';
import { fewestPoints } from '../definitions/xmrViews.ts';
import type { XmrLimits } from '../statistics/xmr.ts';
import { bareValue, capital, changeUnit, counted, listed, valueText } from './english.ts';
import { figureSubject, thoseCounted } from './measure.ts';
import { mostPlaces, placesOf, signedChange, signedIn } from './signed.ts';
import { isMoving, provisionalWords, ruleWords, tooFewMonths, type XmrMonth } from './time.ts';

/** A month with the change of its figure since the month before, in the unit; the signal is that of the change. */
export interface MonthChange extends XmrMonth {
  change: number;
}

/** The changes of a figure, and what they are judged by. */
export interface UsualChange {
  measure: Measure;
  /** The months with a change since limits last started afresh, in order. */
  months: readonly MonthChange[];
  limits: XmrLimits | null;
  /** Changes with a known cause, which do not count towards what is usual. */
  setAside: readonly SetAside[];
}

export interface UsualReading extends UsualChange {
  where: string;
  /** The number of people in each of these months, in order, if it is small; else null. */
  people: readonly MonthPeople[] | null;
}

/** The number of people that a month counts. */
export interface MonthPeople {
  period: string;
  people: number;
}

/** A change that is reported separately from what is usual. */
export interface SetAside {
  period: string;
  change: number;
  cause: string | null;
}

/** The decimal places for a range: those of its larger end, or enough to show that values outside it are outside. */
export function placesOfRange({ lower, upper }: XmrLimits, outside: readonly number[]): number {
  const isTold = (places: number) =>
    outside.every((change) =>
      [lower, upper].every((end) => fixed(change, places) !== fixed(end, places)),
    );
  let places = placesOf(Math.max(Math.abs(lower), Math.abs(upper)));
  while (places < mostPlaces && !isTold(places)) places++;
  return places;
}

/** The usual monthly change of a figure: "by −0.12 to +0.63 percentage points a month (+0.25 on average)". */
export function usualRange(
  limits: XmrLimits,
  measure: Measure,
  outside: readonly number[] = [],
): string {
  const { lower, mean, upper } = limits;
  const places = placesOfRange(limits, outside);
  const [from, to, middle] = [lower, upper, mean].map((one) => signedIn(places, one, measure));
  const unit = changeUnit(measure);
  return from === to
    ? `by ${from} ${unit} a month`
    : `by ${from} to ${to} ${unit} a month (${middle} on average)`;
}

/** The changes of twelve months. */
const year = 11;

/** Whether limits are provisional: from less than a year of changes, or from too few of them. */
const isProvisional = ({ months, setAside }: UsualChange): boolean =>
  months.length + setAside.length < year || months.length < fewestChangesTold;

/** Up to this many months are named; more are counted. */
const mostNamed = 3;
const times = ['once', 'twice', 'three times'];

/** The months that changes are told of, to end a clause. */
const spanOf = ({ months, setAside }: UsualChange): string =>
  setAside.length ? 'in other months' : `since ${formatMonth(monthBefore(months[0]!))}`;

const monthBefore = ({ period }: MonthChange): string => movedMonth(period, -1);

/** That a figure changed in few months or none, to follow its subject; null if in more, or if too few are known. */
function hardlyChanged(reading: UsualChange): string | null {
  const { measure, months } = reading;
  const moved = months.filter(({ change }) => change !== 0);
  const span = spanOf(reading);
  if (!moved.length) return `has not changed ${span}`;
  const each = moved.map(
    ({ period, change }, i) =>
      `${signedChange(change, measure)}${i ? '' : ` ${changeUnit(measure)}`} in ${formatMonth(period)}`,
  );
  const isHardly =
    months.length >= fewestPoints && moved.length <= mostNamed && moved.length * 2 < months.length;
  if (!isHardly || !each.every((one) => /^[+−]/.test(one))) return null;
  return `has changed only ${times[moved.length - 1]} ${span}: by ${listed(each)}`;
}

/**
 * Whether limits show what is usual: not if most changes are signals, nor if a limit leads to less than none from every
 * value of these months, or to more than all.
 */
function showUsual({ lower, upper }: XmrLimits, { measure, months }: UsualChange): boolean {
  const values = months.flatMap(({ value, change }) => [value, value - change]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isPossible =
    most + lower >= Math.min(0, least) &&
    (measure.form !== 'share' || least + upper <= Math.max(100, most));
  return isPossible && !isMoving(months);
}

/** The usual monthly change of a figure, as a sentence after one that names it; null if its changes show none. */
export function usualInShort(reading: UsualChange): string | null {
  const { measure, months, limits, setAside } = reading;
  if (!limits) return null;
  const still = hardlyChanged(reading);
  if (still) return setAside.length ? null : `It ${still}.`;
  if (months.length < fewestPoints || !showUsual(limits, reading)) return null;
  const few = isProvisional(reading) ? `, judging by only ${months.length} changes` : '';
  return `It usually changes ${usualRange(limits, measure, outsideOf(months))}${few}.`;
}

/** The changes outside the limits. */
const outsideOf = (months: readonly MonthChange[]): number[] =>
  months.filter(({ signal }) => signal?.rule === 'outside_limits').map(({ change }) => change);

/** The usual monthly change of a rising figure, and whether the latest month was usual, as sentences. */
export function usualSentence(reading: UsualReading): string {
  const { people } = reading;
  if (people && people.length > 1) return peopleSaid(reading, people);
  return [
    usualSaid(reading),
    ...reading.setAside.map((one) => asideSaid(one, reading.measure)),
  ].join(' ');
}

function usualSaid(reading: UsualReading): string {
  const { measure, where, months, limits, setAside } = reading;
  const last = months.at(-1);
  const subject = capital(figureSubject(measure, where));
  const since = months.slice(0, 1).map((first) => ({ period: monthBefore(first) }));
  const tooFew = tooFewMonths(where, since, setAside.length > 0);
  if (!last || !limits) return tooFew;
  const still = hardlyChanged(reading);
  if (still) return `${subject} ${still}.`;
  if (months.length < fewestPoints) return tooFew;
  if (!showUsual(limits, reading)) return `${subject} ${movedSaid(reading)}.`;
  const outside = outsideOf(months);
  const places = placesOfRange(limits, outside);
  const inPlaces = ({ change }: MonthChange) => signedIn(places, change, measure);
  const latest = `${formatMonth(last.period)} (${inPlaces(last)})`;
  const isLatest = setAside.every(({ period }) => period < last.period);
  const said = last.signal
    ? `; ${latest} ${ruleWords[last.signal.rule][last.signal.direction]}`
    : `; ${latest} was usual`;
  const sentences = [
    `${subject} usually changes ${usualRange(limits, measure, outside)}${isLatest ? said : ''}.`,
  ];
  const others = months.filter(({ signal }, i) => signal && !(isLatest && i === months.length - 1));
  if (others.length > 0 && others.length <= mostNamed) {
    const named = others.map((month) => `${formatMonth(month.period)} (${inPlaces(month)})`);
    sentences.push(`${listed(named)} ${others.length === 1 ? 'was' : 'were'} not usual.`);
  } else if (others.length) {
    const all = isLatest ? `the other ${months.length - 1}` : months.length;
    sentences.push(`${others.length} of ${all} months were not usual.`);
  }
  if (isProvisional(reading)) {
    sentences.push(`Limits from ${counted(months.length, 'change')} are provisional.`);
  }
  return sentences.join(' ');
}

/** The range of all changes, to follow the subject. */
function movedSaid(reading: UsualReading): string {
  const { measure, months } = reading;
  const changes = months.map(({ change }) => change);
  const [least, most] = [Math.min(...changes), Math.max(...changes)];
  const range = [least, most].map((one) => signedChange(one, measure)).join(' to ');
  return `has changed by ${range} ${changeUnit(measure)} from one month to the next ${spanOf(reading)}`;
}

/** The monthly changes of a small number of people, as a sentence. */
function peopleSaid({ measure, where }: UsualReading, months: readonly MonthPeople[]): string {
  const those = `The number of ${thoseCounted(measure, where)}`;
  const [first, last] = [months[0]!, months.at(-1)!];
  const some = months.map(({ people }) => people);
  if (some.every((people) => people === last.people)) {
    return `${those} was ${last.people || 'none'} in every month since ${formatMonth(first.period)}.`;
  }
  const changes = months.slice(1).flatMap(({ period, people }, i) => {
    const before = months[i]!;
    return movedMonth(before.period, 1) === period ? [people - before.people] : [];
  });
  const [least, most] = [Math.min(...changes), Math.max(...changes)];
  const range = [...new Set([least, most])].map(signedCount).join(' to ');
  return `${those} was ${formatCount(last.people)} in ${formatMonth(last.period)}; since ${formatMonth(first.period)} it has changed by ${range} from one month to the next.`;
}

const signedCount = (by: number): string => `${by > 0 ? '+' : ''}${formatCount(by)}`;

function asideSaid({ period, change, cause }: SetAside, measure: Measure): string {
  const size = signedChange(Math.abs(change), measure).slice(1);
  const moved =
    change === 0
      ? 'did not change'
      : `${change < 0 ? 'fell' : 'rose'} by ${size} ${changeUnit(measure)}`;
  return `In ${formatMonth(period)}${cause ? `, when ${cause},` : ''} it ${moved}${cause ? '' : ', out of line with most other months'}.`;
}

/** A climb with the limits along it, and whether the latest month is within them, as sentences. */
export function climbSentence({
  measure,
  where,
  months,
  limits,
}: {
  measure: Measure;
  where: string;
  months: readonly XmrMonth[];
  /** Those of the latest month; null if there are too few months or one is missing. */
  limits: XmrLimits | null;
}): string {
  const last = months.at(-1);
  if (!last) return `No month of the range has a figure ${where}.`;
  if (!limits || months.length < fewestPoints) {
    return `Too few months in a row ${where} have a figure to draw a trend through them.`;
  }
  const outside = months.filter(({ signal }) => signal !== null).length;
  const [from, to] = [limits.lower, limits.upper].map((one) => bareValue(one, measure));
  const stands = last.signal ? 'outside' : 'within';
  const others = `${outside || 'none'} of ${months.length} months since ${formatMonth(months[0]!.period)} ${outside > 1 ? 'are' : 'is'} outside the limits along its trend`;
  const said = `For ${figureSubject(measure, where)}, ${others}; ${formatMonth(last.period)} (${valueText(last.value, measure)}) is ${stands} them (${from} to ${to}).`;
  return [said, ...provisionalWords(months)].join(' ');
}

/** Where limits may start afresh, and why: a practice's change of supplier, or a break in its figures. */
export interface Restart {
  period: string;
  /** "the practice moved from EMIS to TPP"; null if only the figures show it. */
  cause: string | null;
}

/** The months in which limits do start afresh because of a known cause, as a sentence; empty for none. */
export function afreshSentence(restarts: readonly Restart[]): string {
  if (!restarts.length) return '';
  const each = restarts.map(({ period, cause }) => `from ${formatMonth(period)}, when ${cause}`);
  const last = each.pop()!;
  return `Limits start afresh ${each.length ? `${each.join(', ')}, and ${last}` : last}.`;
}

/** The months in which limits could be restarted, and why, as a sentence; empty for none. */
export function restartSentence(restarts: readonly Restart[]): string {
  if (!restarts.length) return '';
  const known = restarts.filter(({ cause }) => cause !== null);
  const each = known.map(({ period, cause }) => `${cause} in ${formatMonth(period)}`);
  const others = restarts.filter(({ cause }) => cause === null);
  const jumps = others.map(({ period }) => formatMonth(period));
  if (jumps.length) each.push(`the figures jump in ${listed(jumps)}`);
  return `${capital(listed(each))}; limits could be restarted there.`;
}
