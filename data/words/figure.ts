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

/** A figure as every part of the product hands it on; value and counts are null where there is none. */
export interface Figure {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** Why there is no value; null where there is one. */
  marker: string | null;
}

/** The three stages of one service at one place in one month, in percent of patients; null where unknown. */
export interface Stages {
  offered: number | null;
  enabled: number | null;
  accessed: number | null;
}

/** A value in its measure's unit, as text: "4.5%", "134 per 1,000 patients"; its marker where there is none. */
export const formatValue = ({ value, marker }: Figure, measure: Measure): string =>
  value === null ? (marker ?? '[x]') : valueText(value, measure);

/** How many practices there are, and how many of them a figure counts. */
export interface Coverage {
  practices: number;
  reported: number;
}

type Counted = Pick<Figure, 'numerator' | 'denominator'> & Partial<Coverage>;

/**
 * What a figure counts, to stand beside its value: "7,566 of 7,813", "844,037 at 6,591 of 6,846 practices", "1,204 transactions"; nothing
 * for a count, which says so itself.
 */
export function countsOf(
  { numerator, denominator, practices = 0, reported = practices }: Counted,
  measure: Measure,
): string {
  if (numerator === null || denominator === null) return '';
  if (measure.form === 'count') return '';
  if (measure.form === 'share') return formatOf(numerator, denominator);
  const at = reported < practices ? `at ${practicesOf({ practices, reported })}` : measure.counts;
  return `${formatPeople(numerator)} ${at}`;
}

/** What a figure counts, and that it is more than all where it is: "36,637 of 32,891, more than are registered, published so". */
export const countsWithOddity = (figure: Counted, measure: Measure): string =>
  isAboveAll(figure, measure)
    ? `${countsOf(figure, measure)}, ${aboveAll}`
    : countsOf(figure, measure);

/** Fewer people than this, or a smaller share in percent, are told as people. */
const few = { people: 10, share: 0.1 } as const;

/** Whether a share is of so few people that their number says more: "12 of 40,950 patients" and not "0.029%". */
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

/** A value where it is large: "4.5%"; of few people how many they are: "3 patients". */
export const peopleOrValue = (
  figure: Pick<Figure, 'numerator' | 'denominator'> & { value: number },
  measure: Measure,
): string =>
  figure.numerator && isFew(figure, measure)
    ? counted(figure.numerator, 'patient')
    : bareValue(figure.value, measure);

/** What a share of so many registered patients counts. */
export const countedOf = (
  value: number,
  registered: number,
  { scale }: Measure,
): { numerator: number; denominator: number } => ({
  numerator: Math.round((value * registered) / scale),
  denominator: registered,
});

/** Whether a share counts more than its whole, as extracts now and then do. */
export const isAboveAll = (
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
  { form }: Measure,
): boolean =>
  form === 'share' && numerator !== null && denominator !== null && numerator > denominator;

/** What is said at a share of more than all. */
export const aboveAll = 'more than are registered, published so';

/** So many of all: "12 of 4,095 patients", "none of the 4,095 patients". */
export function someOf(numerator: number, denominator: number, of: string): string {
  const those = formatOf(numerator, denominator);
  return numerator === 0 ? `none of the ${those.slice('0 of '.length)} ${of}` : `${those} ${of}`;
}

/** "6,591 of 6,846 practices" */
export const practicesOf = ({ practices, reported }: Coverage): string =>
  `${formatCount(reported)} of ${formatCount(practices)} practices`;

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
      : `For ${month} ${where.startsWith('at ') ? `it was not reported ${where}` : `no practice ${where} reported it`}.`;
  }
  if (measure.form === 'share') {
    const said = claim({ numerator, denominator, value }, measure, where, period);
    return isFew(figure, measure) ? `${said}.` : `${said} (${formatOf(numerator, denominator)}).`;
  }
  const text = measure.form === 'count' ? '' : `: ${valueText(value, measure)}${more}`;
  return `In ${month}, ${countedSentence(numerator, measure, where)}${text}.`;
}

/** How many a measure counts at a place, as a clause: "patients in England made no online transactions". */
function countedSentence(count: number, { counts, phrase }: Measure, where: string): string {
  const some = count === 0 ? 'no' : formatPeople(count);
  const one = things[counts];
  if (counts === 'transactions') {
    return `patients ${where} made ${some} ${phrase.replace(`${one}s`, plural(count, one))}`;
  }
  return `${some} ${plural(count, one)} ${where} ${didBy(count, phrase)}`;
}

/** A phrase as it is said of so many. */
const didBy = (count: number, phrase: string): string =>
  count === 1 ? phrase.replace(/^were\b/, 'was') : phrase;

/**
 * A value at a place in a month, as a sentence begins: "In March 2015, 4.5% of patients in England were set up to …";
 * of few people how many they are: "In March 2015, 3 of 4,095 patients at …".
 */
export function claim(
  figure: Pick<Figure, 'numerator' | 'denominator'> & { value: number },
  measure: Measure,
  where: string,
  period: string,
): string {
  const month = formatMonth(period);
  const { form, counts, of, unit, phrase } = measure;
  const { value } = figure;
  if (form === 'share') return `In ${month}, ${clause(figure, measure, where)}`;
  if (form === 'count') return `In ${month}, ${countedSentence(value, measure, where)}`;
  // Fewer than none are published now and then; they are no part of anybody.
  return counts === of && value >= 0
    ? `In ${month}, ${formatRate(value)} of every ${unit.slice('per '.length)} ${where} ${phrase}`
    : `In ${month} there were ${formatRate(value)} ${thoseCounted(measure)} ${unit} ${where}`;
}

/** A share at a place as a clause: "4.5% of patients in England were set up to …", "3 of 4,095 patients at …". */
export function clause(
  figure: Pick<Figure, 'numerator' | 'denominator'> & { value: number },
  measure: Measure,
  where: string,
): string {
  const { of, phrase } = measure;
  const { numerator, denominator, value } = figure;
  return isFew(figure, measure)
    ? `${someOf(numerator!, denominator!, of!)} ${where} ${didBy(numerator!, phrase)}`
    : `${formatPercent(value)} of ${of} ${where} ${phrase}`;
}

/** What a rate of transactions cannot say; goes wherever one stands. */
export const transactionsCaveat =
  'A transaction is not a person: one person can make several in a month, so this is a rate and never a share of patients.';

/** How many of every thousand a percentage is, in words where a number would mislead: "none", "almost all", "45". */
export function outOfThousand(value: number): string {
  if (value === 0) return 'none';
  if (value >= 100) return 'all';
  const count = perThousand(value)!;
  if (count === 0) return 'fewer than 1';
  if (count === 1000) return 'almost all';
  return formatCount(count);
}

/** The three stages as the picture of a thousand patients says them. */
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
    return `It is not known for how many patients ${where} the practice lets them ${does}.`;
  return `Of every 1,000 patients ${where}, ${listed(parts)}.`;
}

type Moved = Pick<Figure, 'numerator' | 'denominator' | 'value'>;

/**
 * How a figure moved, in words: "up from 3.0% in April 2014", of few people "up from 3 patients in April 2014"; null
 * where either is missing.
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
  const was = isFew(then, measure) ? fewWords(then.numerator!) : bareValue(then.value, measure);
  const isSame = people ? by === 0 : was === bareValue(now.value, measure);
  if (isSame) return `the same as in ${month}`;
  return `${by > 0 ? 'up' : 'down'} from ${was} in ${month}`;
}

/** "none", "1 patient", "12 patients" */
const fewWords = (people: number): string => (people === 0 ? 'none' : counted(people, 'patient'));
