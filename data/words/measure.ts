import { type Measure, serviceWords } from '../definitions/measures.ts';
import { uncapital } from './english.ts';

const forms = { share: 'share', rate: 'rate', count: 'number' } as const;

/**
 * What a measure counts: "patients in England who were set up to …", "transactions to … in England"; or without a
 * place.
 */
export function thoseCounted({ counts, phrase }: Measure, where = ''): string {
  const there = where && ` ${where}`;
  if (counts === 'transactions') return `${phrase}${there}`;
  return `${counts}${there} ${counts === 'practices' ? 'that' : 'who'} ${phrase}`;
}

/** What a figure is, within a sentence: "the share of patients in England who were set up to …". */
export const figureSubject = (measure: Measure, where = ''): string =>
  `the ${forms[measure.form]} of ${thoseCounted(measure, where)}`;

/** A measure in a list to choose from, told apart by its first words: "Set up: seeing your record". */
export const listedMeasure = ({ heading, service }: Measure): string =>
  `${heading}: ${uncapital(serviceWords[service].name)}`;

/** The kind of a measure's figures: "a share of patients", "a rate of transactions". */
export const kindOfFigure = ({ form, counts }: Measure): string => `a ${forms[form]} of ${counts}`;

/** Why a measure's figures have no confidence interval; null if they have one. */
export function whyNoInterval(measure: Measure): string | null {
  if (measure.form === 'share') return null;
  return measure.counts === 'transactions'
    ? `transactions are not people, so ${kindOfFigure(measure)} has no confidence interval`
    : `${kindOfFigure(measure)} ${measure.counts === measure.of ? 'can be published below none' : 'is no part of a whole'}, so it has no confidence interval`;
}
