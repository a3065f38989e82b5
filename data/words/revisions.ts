import type { PlaceLevel } from '../definitions/levels.ts';
import { type Measure, measureOf } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { figureValue } from '../definitions/units.ts';
import { atPlaceIn, capital, counted, listed, plural, valueText } from './english.ts';
import { type Figure, formatValue } from './figure.ts';

/** A figure on one side of two releases; counts are null if nobody reported it. */
export interface SideCounts {
  numerator: number | null;
  denominator: number | null;
}

/** A figure that differs between two releases; a side is null if that release does not have it. */
export interface Revision {
  period: string;
  level: PlaceLevel;
  area_name: string;
  measure: string;
  before: SideCounts | null;
  after: SideCounts | null;
}

/** How many practices account for a revision, by what happened to them. */
export interface Causes {
  restated: number;
  new: number;
  gone: number;
  moved: number;
}

/** Why a figure differs: something happened to practices, or the software counts differently. */
export const reasons = ['restated', 'new_practice', 'gone_practice', 'boundary', 'rule'] as const;
export type Reason = (typeof reasons)[number];

/** All reasons for a difference, most important first. */
export function reasonsOf({ restated, new: came, gone, moved }: Causes): Reason[] {
  const found: Reason[] = [
    ...(restated ? ['restated' as const] : []),
    ...(came ? ['new_practice' as const] : []),
    ...(gone ? ['gone_practice' as const] : []),
    ...(moved ? ['boundary' as const] : []),
  ];
  return found.length ? found : ['rule'];
}

/** A revision as text: "from 4.5% to 4.6%"; with its counts if both values look the same. */
export function fromTo({ measure: id, before, after }: Revision): string {
  const measure = measureOf(id);
  const [then, now] = [before, after].map((counts) => textOf(counts, measure));
  const alike = then === now;
  const text = (counts: SideCounts | null, value: string) =>
    alike && counts?.numerator != null ? `${value} (${exactly(counts, measure)})` : value;
  return `from ${text(before, then!)} to ${text(after, now!)}`;
}

function textOf(counts: SideCounts | null, measure: Measure): string {
  const value = counts && figureValue(measure, counts.numerator, counts.denominator);
  return value === null ? '[x]' : valueText(value, measure);
}

/** Exact counts: "3,487,666 of 58,149,151". */
function exactly({ numerator, denominator }: SideCounts, { form, counts, of }: Measure): string {
  const [number, whole] = [numerator, denominator].map((one) => formatCount(one ?? 0));
  if (form === 'count') return number!;
  return form === 'share' ? `${number} of ${whole}` : `${number} ${counts} for ${whole} ${of}`;
}

/** A figure's measure, place and month: "Any online service: patients set up, at Elm Road Surgery, April 2018". */
const ofWhat = ({ measure, period, level, area_name }: Revision): string =>
  `${measureOf(measure).title}, ${atPlaceIn(period, level, area_name)}, ${formatMonth(period)}`;

/** A difference of a figure between two releases, and why, as a sentence. */
export function revisionSentence(revision: Revision, causes: Causes, release: string): string {
  const { before, after, level } = revision;
  const because = causeWords(level, causes);
  if (!before) return `${ofWhat(revision)}: new in release ${release}, ${because}.`;
  if (!after) return `${ofWhat(revision)}: no longer in release ${release}, ${because}.`;
  return `${ofWhat(revision)}: revised ${fromTo(revision)} in release ${release}, ${because}.`;
}

function causeWords(level: PlaceLevel, { restated, new: came, gone, moved }: Causes): string {
  if (level === 'practice') {
    if (came) return 'because the practice was added to the month';
    if (gone) return 'because the practice was taken out of the month';
    return 'because its published numbers were restated';
  }
  const parts = [
    ...(restated
      ? [`${counted(restated, 'practice')} ${plural(restated, 'was', 'were')} restated`]
      : []),
    ...(came ? [`${counted(came, 'practice')} ${plural(came, 'was', 'were')} added`] : []),
    ...(gone ? [`${counted(gone, 'practice')} ${plural(gone, 'was', 'were')} taken out`] : []),
    ...(moved ? [`${counted(moved, 'practice')} moved across its boundary`] : []),
  ];
  return parts.length
    ? `because ${listed(parts)}`
    : 'though no practice in it changed: the software counts it otherwise';
}

/** How many figures differ between two releases, as sentences. */
export function revisionsSentence(
  { value, counts, new: came, gone }: { value: number; counts: number; new: number; gone: number },
  { before, after }: { before: string; after: string },
): string {
  const parts = [
    ...(value ? [`${formatCount(value)} ${plural(value, 'has', 'have')} another value`] : []),
    ...(counts
      ? [
          `${formatCount(counts)} ${plural(counts, 'has', 'have')} other counts behind the same value`,
        ]
      : []),
    ...(came ? [`${formatCount(came)} ${plural(came, 'is', 'are')} new`] : []),
    ...(gone ? [`${formatCount(gone)} ${plural(gone, 'is', 'are')} gone`] : []),
  ];
  const months = `the months that both have`;
  return parts.length
    ? `${capital(`of the figures of ${months}, in ${after} beside ${before}:`)} ${listed(parts)}.`
    : `No figure of ${months} differs between ${before} and ${after}.`;
}

/** A figure as one of several releases has it. */
interface Vintage extends Omit<Revision, 'before' | 'after'>, Figure {}

/** A release's figure compared with the previous release, as a sentence. */
export function vintageSentence(
  figure: Vintage,
  before: Figure | null,
  { release, withdrawn }: { release: string; withdrawn: boolean },
): string {
  const said = vintageClause(figure, before);
  return `${said} in release ${release}${withdrawn ? ', which was withdrawn' : ''}.`;
}

function vintageClause(figure: Vintage, before: Figure | null): string {
  if (before?.value === figure.value) return 'Unchanged';
  if (before) return `Revised ${fromTo({ ...figure, before, after: figure })}`;
  if (figure.value === null) return `No figure (${figure.marker ?? '[x]'})`;
  return `First published as ${formatValue(figure, measureOf(figure.measure))}`;
}

/**
 * Which of the figures shown were revised, by the release shown or since, as sentences for a page or picture. The
 * sentences are those of the first revised figure; empty if there is none.
 */
export function revisedLines(
  sentences: readonly string[],
  total: number,
  since: boolean,
): string[] {
  if (total === 0)
    return since ? ['The figures shown here are unchanged in the later release.'] : [];
  const more = total - sentences.length;
  const those = `${counted(total, 'figure')} shown here ${plural(total, 'was', 'were')} revised`;
  return [
    `[r] ${those} ${since ? 'since' : 'in this release'}.`,
    ...sentences,
    ...(more > 0 ? [`And ${formatCount(more)} more.`] : []),
  ];
}
