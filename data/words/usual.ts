import type { Measure } from '../definitions/measures.ts';
import { formatMonth, movedMonth } from '../definitions/months.ts';
import { fewestChangesTold } from '../definitions/news.ts';
import { fixed, formatCount } from '../definitions/numbers.ts';
import { fewestPoints } from '../definitions/xmrViews.ts';
import type { XmrLimits } from '../statistics/xmr.ts';
import type { Signal } from '../statistics/xmrSignals.ts';
import { bareValue, capital, changeUnit, counted, listed, valueText } from './english.ts';
import { figureSubject, thoseCounted } from './measure.ts';
import { mostPlaces, placesOf, signedChange, signedIn } from './signed.ts';
import { provisionalWords, ruleWords, tooFewMonths, type XmrMonth } from './time.ts';

/** A month with the change of its figure since the month before, in the unit. */
export interface MonthChange {
  period: string;
  change: number;
  signal: Signal | null;
}

export interface UsualReading {
  measure: Measure;
  where: string;
  /** The months with a change since limits last started afresh, in order. */
  months: readonly MonthChange[];
  limits: XmrLimits | null;
  /** Changes with a known cause, which do not count towards what is usual. */
  setAside: readonly SetAside[];
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
function placesOfRange({ lower, upper }: XmrLimits, outside: readonly number[]): number {
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

/** How many changes limits are from, and how many are set aside. */
interface ChangesCounted {
  changes: number;
  setAside: number;
}

/** The changes of twelve months. */
const year = 11;

/** Whether limits are provisional: from less than a year of changes, or from too few of them. */
const isProvisional = ({ changes, setAside }: ChangesCounted): boolean =>
  changes + setAside < year || changes < fewestChangesTold;

/** The usual monthly change of a figure, and what it is judged by. */
export interface UsualChange extends ChangesCounted {
  limits: XmrLimits;
}

/** The same as a sentence after one that names the figure. */
export const usualInShort = ({ limits, ...counts }: UsualChange, measure: Measure): string =>
  `It usually changes ${usualRange(limits, measure)}${isProvisional(counts) ? `, judging by only ${counts.changes} changes` : ''}.`;

/** Up to this many unusual months are named; more are counted. */
const mostNamed = 3;

/** The usual monthly change of a rising figure, and whether the latest month was usual, as sentences. */
export function usualSentence(reading: UsualReading): string {
  const { people } = reading;
  if (people && people.length > 1) return peopleSaid(reading, people);
  return [
    usualSaid(reading),
    ...reading.setAside.map((one) => asideSaid(one, reading.measure)),
  ].join(' ');
}

function usualSaid({ measure, where, months, limits, setAside }: UsualReading): string {
  const last = months.at(-1);
  const subject = capital(figureSubject(measure, where));
  const tooFew = tooFewMonths(where, months, setAside.length > 0);
  if (!last || !limits) return tooFew;
  const inside = setAside.length ? 'in other months' : `since ${formatMonth(months[0]!.period)}`;
  if (months.every(({ change }) => change === 0)) return `${subject} has not changed ${inside}.`;
  if (months.length < fewestPoints) return tooFew;
  const signals = months.filter(({ signal }) => signal !== null);
  if (signals.length * 2 > months.length) {
    return `${subject} has moved too unevenly from month to month to show what is usual.`;
  }
  const outside = signals
    .filter(({ signal }) => signal!.rule === 'outside_limits')
    .map(({ change }) => change);
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
  const others = signals.filter((month) => !isLatest || month !== last);
  if (others.length > 0 && others.length <= mostNamed) {
    const named = others.map((month) => `${formatMonth(month.period)} (${inPlaces(month)})`);
    sentences.push(`${listed(named)} ${others.length === 1 ? 'was' : 'were'} not usual.`);
  } else if (others.length) {
    sentences.push(`${others.length} of ${months.length} months were not usual.`);
  }
  if (isProvisional({ changes: months.length, setAside: setAside.length })) {
    sentences.push(`Limits from ${counted(months.length, 'change')} are provisional.`);
  }
  return sentences.join(' ');
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
  return `In ${formatMonth(period)}${cause ? `, when ${cause},` : ''} it ${moved}${cause ? '' : ', a break with the months around it'}.`;
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
export const afreshSentence = (restarts: readonly Restart[]): string =>
  restarts.length ? `Limits start afresh ${eachOf(restarts)}.` : '';

/** The months in which limits could start afresh, as a sentence; empty for none. */
export function restartSentence(restarts: readonly Restart[]): string {
  if (!restarts.length) return '';
  return `Limits could start afresh ${eachOf(restarts)}.`;
}

/** Months with their causes: "from May 2018, when …, and from August 2018, when the figures break". */
function eachOf(restarts: readonly Restart[]): string {
  const each = restarts.map(
    ({ period, cause }) => `from ${formatMonth(period)}, when ${cause ?? 'the figures break'}`,
  );
  const last = each.pop()!;
  return each.length ? `${each.join(', ')}, and ${last}` : last;
}
