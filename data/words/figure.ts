import type { Measure, ServiceChoice } from '../definitions/measures.ts';
import { serviceWords } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import {
  formatCount,
  formatOf,
  formatPeople,
  formatPercent,
  formatRate,
  perThousand,
} from '../definitions/numbers.ts';
import { things } from '../definitions/units.ts';
import { bareValue, counted, listed, plural, valueText } from './english.ts';
import { thoseCounted } from './measure.ts';

/** A figure in the form shared by all parts of the project; value and counts are null if there are none. */
export interface Figure {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** Why there is no value; null if there is one. */
  marker: string | null;
}

/** The three stages of one service at one place in one month, in percent of patients; null if unknown. */
export interface Stages {
  offered: number | null;
  enabled: number | null;
  accessed: number | null;
}

/** A value in its measure's unit, as text: "4.5%", "134 per 1,000 patients"; its marker if there is none. */
export const formatValue = ({ value, marker }: Figure, measure: Measure): string =>
  value === null ? (marker ?? '[x]') : valueText(value, measure);

/** The number of practices, and how many of them a figure counts. */
export interface Coverage {
  practices: number;
  reported: number;
}

type Counted = Pick<Figure, 'numerator' | 'denominator'> & Partial<Coverage>;

/**
 * The counts beside a value: "7,566 of 7,813", "844,037 at 6,591 of 6,846 practices", "1,204 transactions"; empty for a
 * count, which needs none.
 */
export function countsOf(
  { numerator, denominator, practices = 0, reported = practices }: Counted,
  measure: Measure,
): string {
  if (numerator === null || denominator === null) return '';
  if (measure.form === 'count') return '';
  if (measure.form === 'share') return formatOf(numerator, denominator);
  const at =
    reported < practices
      ? `at ${practicesOf({ practices, reported })}`
      : plural(numerator, things[measure.counts]);
  return `${formatPeople(numerator)} ${at}`;
}

/** The counts, with a remark if they exceed the whole: "36,637 of 32,891, more than are registered, as published". */
export const countsWithOddity = (figure: Counted, measure: Measure): string =>
  isAboveAll(figure, measure)
    ? `${countsOf(figure, measure)}, ${aboveAll}`
    : countsOf(figure, measure);

/** Below this number of people, or this share in percent, a figure is given as people. */
const few = { people: 10, share: 0.1 } as const;

/** Whether a share is of so few people that their number is clearer: "12 of 40,950 patients" rather than "0.029%". */
export const isFew = (
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
  { form, counts }: Measure,
): boolean =>
  form === 'share' &&
  counts === 'patients' &&
  numerator !== null &&
  denominator !== null &&
  numerator >= 0 &&
  (numerator < few.people || numerator * 100 < denominator * few.share);

/** Whether so few people or transactions are counted that their number says more than its rate or change. */
export const isFewCounted = (
  { numerator }: Pick<Figure, 'numerator'>,
  { counts }: Measure,
): boolean =>
  counts !== 'practices' && numerator !== null && numerator >= 0 && numerator < few.people;

/** A value, or for few people their number: "4.5%", "3 patients". */
export const peopleOrValue = (
  figure: Pick<Figure, 'numerator' | 'denominator'> & { value: number },
  measure: Measure,
  text = bareValue(figure.value, measure),
): string =>
  figure.numerator && isFew(figure, measure) ? counted(figure.numerator, 'patient') : text;

/** The number of people behind a share of the registered patients. */
export const countedOf = (
  value: number,
  registered: number,
  { scale }: Measure,
): { numerator: number; denominator: number } => ({
  numerator: Math.round((value * registered) / scale),
  denominator: registered,
});

/** Whether a share counts more than its whole, as extracts sometimes do. */
export const isAboveAll = (
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
  { form }: Measure,
): boolean =>
  form === 'share' && numerator !== null && denominator !== null && numerator > denominator;

/** The remark on a share of more than the whole. */
export const aboveAll = 'more than are registered, as published';

/** A part of a whole: "12 of 4,095 patients", "none of the 4,095 patients". */
function someOf(numerator: number, denominator: number, of: string): string {
  const those = formatOf(numerator, denominator);
  return numerator === 0 ? `none of the ${those.slice('0 of '.length)} ${of}` : `${those} ${of}`;
}

/** For example "6,591 of 6,846 practices". */
const practicesOf = ({ practices, reported }: Coverage): string =>
  `${formatCount(reported)} of ${formatCount(practices)} practices`;

/** A share of people is told without its coverage from this percentage of practices on; a rate or count says all. */
const nearlyAll = 95;

const covered = ({ practices = 0, reported = practices }: Partial<Coverage>): number =>
  practices > 1 ? (100 * reported) / practices : 100;

/** At how many practices a figure and an earlier one are counted, as a sentence; empty if both count all or nearly all. */
export function coverageSentence(
  now: Partial<Coverage>,
  then: (Partial<Coverage> & { period: string }) | null,
  { form }: Measure,
): string {
  const enough = form === 'share' ? nearlyAll : 100;
  if (covered(now) >= enough && (!then || covered(then) >= enough)) return '';
  const at = ({ practices = 0, reported = practices }: Partial<Coverage>) =>
    `at ${practicesOf({ practices, reported })}`;
  const before = then ? `; in ${formatMonth(then.period)} ${at(then)}` : '';
  return `Counted ${at(now)}${before}.`;
}

/** Whether a rate or count and an earlier one count so different parts of the practices that they hardly compare. */
export const isCoveredOtherwise = (
  now: Partial<Coverage>,
  then: Partial<Coverage>,
  { form }: Measure,
): boolean => form !== 'share' && Math.abs(covered(now) - covered(then)) > 100 - nearlyAll;

/** A figure as one English sentence with its month, place, numerator and denominator; `more` follows a rate. */
export function figureSentence(
  figure: Figure,
  measure: Measure,
  where: string,
  period: string,
  more = '',
): string {
  const month = formatMonth(period);
  const { numerator, denominator, value } = figure;
  if (value === null || numerator === null || denominator === null) {
    return figure.marker === '[z]'
      ? `This measure is not in the extracts of ${month}.`
      : `For ${month}, ${notReported(measure, where)}.`;
  }
  if (measure.form === 'share') {
    const said = claim({ numerator, denominator, value }, measure, where, period);
    return isFew(figure, measure) ? `${said}.` : `${said} (${formatOf(numerator, denominator)}).`;
  }
  const text =
    measure.form === 'count' || numerator === 0 ? '' : `: ${valueText(value, measure)}${more}`;
  return `In ${month}, ${countedSentence(numerator, measure, where)}${text}.`;
}

/** That a measure is lacking at a place, as a clause. */
function notReported(measure: Measure, where: string): string {
  const what = `the number of ${thoseCounted(measure)}`;
  return where.startsWith('at ')
    ? `${what} was not reported ${where}`
    : `no practice ${where} reported ${what}`;
}

/** What a measure counts at a place, as a clause: "patients in England made no online transactions". */
export function countedSentence(count: number, { counts, phrase }: Measure, where: string): string {
  const some = count === 0 ? 'no' : formatPeople(count);
  const one = things[counts];
  if (counts === 'transactions') {
    return `patients ${where} made ${some} ${phrase.replace(`${one}s`, plural(count, one))}`;
  }
  return `${some} ${plural(count, one)} ${where} ${didBy(count, phrase)}`;
}

/** A measure's phrase in agreement with a number. */
const didBy = (count: number, phrase: string): string =>
  count === 1 ? phrase.replace(/^were\b/, 'was') : phrase;

/**
 * A value at a place in a month, to begin a sentence: "In March 2015, 4.5% of patients in England were set up to …";
 * for few people: "In March 2015, 3 of 4,095 patients at …". `percent` is the text of a share, if not the usual one.
 */
export function claim(
  figure: Pick<Figure, 'numerator' | 'denominator'> & { value: number },
  measure: Measure,
  where: string,
  period: string,
  percent?: string,
): string {
  const month = formatMonth(period);
  const { form, counts, of, unit, phrase } = measure;
  const { value } = figure;
  if (form === 'share') return `In ${month}, ${clause(figure, measure, where, percent)}`;
  if (form === 'count') return `In ${month}, ${countedSentence(value, measure, where)}`;
  // Negative counts are published now and then; they cannot be a part of anybody.
  return counts === of && value >= 0
    ? `In ${month}, ${formatRate(value)} of every ${unit.slice('per '.length)} ${where} ${phrase}`
    : `In ${month} there were ${formatRate(value)} ${thoseCounted(measure)} ${unit} ${where}`;
}

/** A share at a place as a clause: "4.5% of patients in England were set up to …", "3 of 4,095 patients at …". */
export function clause(
  figure: Pick<Figure, 'numerator' | 'denominator'> & { value: number },
  measure: Measure,
  where: string,
  percent = formatPercent(figure.value),
): string {
  const { of, phrase } = measure;
  const { numerator, denominator } = figure;
  return isFew(figure, measure)
    ? `${someOf(numerator!, denominator!, of!)} ${where} ${didBy(numerator!, phrase)}`
    : `${percent} of ${of} ${where} ${phrase}`;
}

/** What a rate of transactions cannot say; shown with every such rate. */
export const transactionsCaveat =
  'A transaction is not a person: one person can make several in a month, so this is a rate and never a share of patients.';

/**
 * A percentage as a number per thousand, in words if a number would mislead: "none", "almost all", "45"; for more than
 * are registered, as extracts sometimes have it, "over 1,000".
 */
export function outOfThousand(value: number): string {
  if (value === 0) return 'none';
  if (value > 100) return 'over 1,000';
  if (value === 100) return 'all';
  const count = perThousand(value)!;
  if (count === 0) return 'fewer than 1';
  if (count === 1000) return 'almost all';
  return formatCount(count);
}

/** The three stages, as text for the picture of a thousand patients. */
export function thousandSentence(service: ServiceChoice, stages: Stages, where: string): string {
  const { does, did } = serviceWords[service];
  const parts: string[] = [];
  const say = (value: number | null, done: string) => {
    if (value === null) return;
    const count = outOfThousand(value);
    parts.push(`${count} ${didBy(count === '1' ? 1 : 2, done)}`);
  };
  say(stages.offered, `were registered where patients can ${does}`);
  say(stages.enabled, parts.length ? 'were set up for it' : `were set up to ${does}`);
  say(stages.accessed, parts.length ? 'did so in the month' : `${did} in the month`);
  if (!parts.length)
    return where.startsWith('at ')
      ? `It is not known whether ${where.slice('at '.length)} lets its patients ${does}.`
      : `It is not known for how many patients ${where} the practice lets them ${does}.`;
  const isAbove = Object.values(stages).some((value) => value > 100);
  return `Of every 1,000 patients ${where}, ${listed(parts)}${isAbove ? `: ${aboveAll}` : ''}.`;
}

type Moved = Pick<Figure, 'numerator' | 'denominator' | 'value'>;

/**
 * The change of a figure: "up from 3.0% in April 2014"; between few people "up from 3 patients in April 2014", and from
 * few or to few with the counts of then. Of transactions in a month it names no direction; null if either is missing.
 */
export function changeWords(
  now: Moved | undefined,
  then: Moved | undefined,
  thenPeriod: string,
  measure: Measure,
): string | null {
  if (now?.value == null || then?.value == null) return null;
  const month = formatMonth(thenPeriod);
  const people = isFew(now, measure) && isFew(then, measure);
  const by = people ? now.numerator! - then.numerator! : now.value - then.value;
  const was = people ? fewWords(then.numerator!) : wasText(then, now, measure);
  const isSame = people
    ? by === 0
    : bareValue(then.value, measure) === bareValue(now.value, measure);
  if (isSame) return `the same as in ${month}`;
  const areFew = [now, then].every((one) => isFewCounted(one, measure));
  if (measure.form === 'rate' && areFew)
    return `compared with ${then.numerator || 'none'} in ${month}`;
  // Transactions follow working days: they may have gone another way for each of them.
  const isByMonth = measure.counts === 'transactions' && measure.unit === 'per 1,000 patients';
  const way = isByMonth ? 'compared with' : by > 0 ? 'up from' : 'down from';
  return `${way} ${was} in ${month}`;
}

/** An earlier figure beside a later one: "3.0%", "0.12% (5 of 4,086)" where one of both counts few people, "none". */
function wasText(then: Moved, now: Moved, measure: Measure): string {
  if (then.numerator === 0) return 'none';
  // A sentence that nobody did something has no unit.
  if (now.numerator === 0 && measure.form === 'rate') return valueText(then.value!, measure);
  const bare = bareValue(then.value!, measure);
  return isFew(then, measure) || isFew(now, measure)
    ? `${bare} (${formatOf(then.numerator!, then.denominator!)})`
    : bare;
}

/** "none", "1 patient", "12 patients" */
const fewWords = (people: number): string => (people === 0 ? 'none' : counted(people, 'patient'));
