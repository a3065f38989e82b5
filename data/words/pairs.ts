import type { PlaceLevel } from '../definitions/levels.ts';
import { type Measure, measureOf, serviceWords } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { fixed, formatCount } from '../definitions/numbers.ts';
import { findTrait } from '../definitions/placeTraits.ts';
import type { RankCorrelation } from '../statistics/rankCorrelation.ts';
import type { Interval } from '../statistics/wilson.ts';
import { capital, uncapital, unitTitle } from './english.ts';
import { shortest } from './findings.ts';
import { figureSubject } from './measure.ts';
import { manyOf } from './places.ts';

/** What a correlation does not mean, shown wherever one is given. */
const correlationCaution =
  'It describes places, not the people in them, and does not say that one causes the other.';

/** The correlations from which a rank correlation is called strong or moderate: a convention, not a finding. */
const strengths = [
  [0.6, 'strong'],
  [0.3, 'moderate'],
  [0, 'weak'],
] as const;

/** A correlation as text, with a minus sign: "−0.45". */
const correlationText = (rho: number): string => fixed(rho, 2).replace('-', '−');

/** Whether chance is an unlikely explanation of the order. */
const isClear = ({ lower, upper }: Interval): boolean => lower > 0 || upper < 0;

/** What is on the horizontal axis, within a sentence: a trait of places, or a measure by its phrase. */
const acrossName = (across: string): string =>
  findTrait(across)?.name ?? figureSubject(measureOf(across));

const moreOf = (across: string): string => findTrait(across)?.more ?? 'higher';

/** A measure by its short name and its service: "set-up for booking appointments". */
function shortOfService({ short, service }: Measure): string {
  const name = uncapital(serviceWords[service].name);
  return / it$/.test(short)
    ? short.replace(/ it$/, ` ${name}`)
    : `${short} ${short === 'use' ? 'of' : 'for'} ${name}`;
}

/** The two figures in the title of a chart; measures of different services with their services. */
function shortsOf(measure: Measure, across: string): [string, string] {
  const trait = findTrait(across);
  if (trait) return [measure.short, trait.name];
  const other = measureOf(across);
  return measure.service === other.service
    ? [measure.short, other.short]
    : [shortOfService(measure), shortOfService(other)];
}

/** The title of the horizontal axis or its column, with its unit. */
export function acrossTitle(across: string): string {
  const trait = findTrait(across);
  if (trait) return trait.title;
  const measure = measureOf(across);
  return `${measure.title} (${unitTitle(measure)})`;
}

/**
 * How two figures of places are related, as the title of a chart; null if too few places have both, or they are the
 * same.
 */
export function pairsFinding(
  measure: Measure,
  across: string,
  found: RankCorrelation | null,
): string | null {
  if (!found?.interval || across === measure.id) return null;
  const [subject, other] = shortsOf(measure, across);
  const way = found.rho < 0 ? 'lower' : 'higher';
  return isClear(found.interval)
    ? shortest(
        `${capital(subject)} tends to be ${way} where ${other} is ${moreOf(across)}`,
        `Places higher in one of the two tend to be ${way} in the other`,
      )
    : shortest(
        `${capital(subject)} shows no clear link with ${other}`,
        'The two show no clear link',
      );
}

export interface PairsReading {
  measure: Measure;
  across: string;
  period: string;
  level: PlaceLevel;
  where: string;
  found: RankCorrelation | null;
}

/** How two figures of places are related, as sentences with their caution. */
export function pairsSentence(reading: PairsReading): string {
  const { measure, across, period, level, where, found } = reading;
  const month = formatMonth(period);
  if (across === measure.id) return 'Both figures are the same: choose another for one of the two.';
  if (!found) {
    return `In ${month}, too few ${manyOf(level)} ${where} have both figures, or all have the same, to say how they go together.`;
  }
  const { rho, interval, places } = found;
  const those = `${formatCount(places)} ${manyOf(level)} ${where}`;
  if (!interval) {
    return `In ${month}, ${those} have both figures, too few to say how they go together.`;
  }
  const among = `In ${month}, among ${those}`;
  const between = `, 95% confidence interval ${correlationText(interval.lower)} to ${correlationText(interval.upper)}`;
  const [, strength] = strengths.find(([least]) => Math.abs(rho) >= least)!;
  const told = `(Spearman’s rank correlation ${correlationText(rho)}${between})`;
  return isClear(interval)
    ? `${among}, ${figureSubject(measure)} tends to be ${rho < 0 ? 'lower' : 'higher'} where ${acrossName(across)} is ${moreOf(across)}: a ${strength} link ${told}. ${correlationCaution}`
    : `${among}, ${figureSubject(measure)} shows no clear link with ${acrossName(across)} ${told}. ${correlationCaution}`;
}
