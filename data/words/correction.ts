import { type LevelId, levelOf } from '../definitions/levels.ts';
import { measureOf } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { counted, listed, placeText, plural } from './english.ts';
import { type Causes, fromTo, type Revision } from './revisions.ts';

/** All differences between a release and the previous one that a notice mentions. */
export interface Correction {
  release: string;
  before: string;
  /** How many practices were restated, joined, left or moved. */
  practices: Causes;
  periods: readonly string[];
  measures: readonly string[];
  /** How many places have a revised figure, by level. */
  places: readonly { level: LevelId; count: number }[];
  /** The number of revised figures. */
  figures: number;
  /** England's revised figures. */
  england: readonly Revision[];
  /** The figure of another place that changed most. */
  furthest: Revision | null;
}

/** The most revised figures of England that are listed singly, and the most measures that are named. */
const mostOfEngland = 4;
const mostMeasures = 4;

/** A draft notice about what a release revised, as sentences to be edited before it is published. */
export function correctionSentences(correction: Correction): string[] {
  const { release, before, periods, measures, figures, england, furthest } = correction;
  if (figures === 0) return [`Release ${release} revises no figure of release ${before}.`];
  const titles =
    measures.length > mostMeasures
      ? [counted(measures.length, 'measure')]
      : measures.map((id) => `“${measureOf(id).title}”`);
  const more = england.length - mostOfEngland;
  return [
    happenedSentence(correction),
    `This affects ${listed(titles)} for ${monthsText(periods)}.`,
    `${counted(figures, 'figure')} ${plural(figures, 'is', 'are')} revised: of ${placesText(correction.places)}.`,
    ...england
      .slice(0, mostOfEngland)
      .map(
        (one) =>
          `England, ${formatMonth(one.period)}, ${measureOf(one.measure).title}: ${fromTo(one)}.`,
      ),
    ...(more > 0
      ? [`${counted(more, 'more figure')} of England ${plural(more, 'is', 'are')} revised.`]
      : []),
    ...(furthest
      ? [
          `The largest change: ${placeText(furthest.level, furthest.area_name)}, ${formatMonth(furthest.period)}, ${measureOf(furthest.measure).title}, ${fromTo(furthest)}.`,
        ]
      : []),
    `Revised figures are marked [r] in release ${release}; release ${before} still has the former ones.`,
  ];
}

function happenedSentence({ practices, before }: Correction): string {
  const { restated, new: came, gone, moved } = practices;
  const parts = [
    ...(restated ? [`the numbers of ${counted(restated, 'practice')} were restated`] : []),
    ...(came ? [`${counted(came, 'practice')} ${plural(came, 'was', 'were')} added`] : []),
    ...(gone ? [`${counted(gone, 'practice')} ${plural(gone, 'was', 'were')} taken out`] : []),
    ...(moved ? [`${counted(moved, 'practice')} moved to another area`] : []),
  ];
  return parts.length
    ? `Since release ${before} ${listed(parts)}.`
    : `Since release ${before} some figures are worked out in another way; no practice’s numbers changed.`;
}

const monthsText = (periods: readonly string[]): string =>
  periods.length > 4
    ? `${formatCount(periods.length)} months from ${formatMonth(periods[0]!)} to ${formatMonth(periods.at(-1)!)}`
    : listed(periods.map(formatMonth));

const placesText = (places: Correction['places']): string =>
  listed(
    places.map(({ level, count }) => {
      const { one, many } = levelOf(level);
      return level === 'england' ? 'England' : counted(count, one, many);
    }),
  );
