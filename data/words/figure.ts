import type { Measure, Service } from '../definitions/measures.ts';
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
import { listed, plural, valueText } from './english.ts';
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

/** "6,591 of 6,846 practices" */
export const practicesOf = ({ practices, reported }: Coverage): string =>
  `${formatCount(reported)} of ${formatCount(practices)} practices`;

/** A figure as one English sentence with its month, place, numerator and denominator. */
export function figureSentence(
  figure: Figure,
  measure: Measure,
  where: string,
  period: string,
): string {
  const month = formatMonth(period);
  const { numerator, denominator, value } = figure;
  if (value === null || numerator === null || denominator === null) {
    return figure.marker === '[z]'
      ? `The extracts of ${month} do not hold this measure.`
      : `For ${month} ${where.startsWith('at ') ? `it was not reported ${where}` : `no practice ${where} reported it`}.`;
  }
  if (measure.form === 'share') {
    return `${claim(value, measure, where, period)} (${formatOf(numerator, denominator)}).`;
  }
  const text = measure.form === 'count' ? '' : `: ${valueText(value, measure)}`;
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

/** A value at a place in a month, as a sentence begins: "In March 2015, 4.5% of patients in England were set up to …". */
export function claim(value: number, measure: Measure, where: string, period: string): string {
  const month = formatMonth(period);
  const { form, counts, of, unit, phrase } = measure;
  if (form === 'share') return `In ${month}, ${formatPercent(value)} of ${of} ${where} ${phrase}`;
  if (form === 'count') return `In ${month}, ${countedSentence(value, measure, where)}`;
  // Fewer than none are published now and then; they are no part of anybody.
  return counts === of && value >= 0
    ? `In ${month}, ${formatRate(value)} of every ${unit.slice('per '.length)} ${where} ${phrase}`
    : `In ${month} there were ${formatRate(value)} ${thoseCounted(measure)} ${unit} ${where}`;
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
export function thousandSentence(service: Service, stages: Stages, where: string): string {
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

/** How a value moved, in words: "up from 3.0% in April 2014"; null where either is missing. */
export function changeWords(
  now: number | null,
  then: number | null,
  thenPeriod: string,
  format: (value: number) => string = formatPercent,
): string | null {
  if (now === null || then === null) return null;
  const month = formatMonth(thenPeriod);
  if (format(now) === format(then)) return `the same as in ${month}`;
  return `${now > then ? 'up' : 'down'} from ${format(then)} in ${month}`;
}
