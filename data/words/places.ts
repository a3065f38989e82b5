import { type LevelId, levelOf, type PlaceLevel } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { atPlace, bareValue, valueText } from './english.ts';
import { claim, type Figure } from './figure.ts';
import { figureSubject } from './measure.ts';

interface Valued extends Pick<Figure, 'numerator' | 'denominator'> {
  level: PlaceLevel;
  name: string;
  value: number;
}

/** The plural of a level: "CCGs". */
export const manyOf = (level: PlaceLevel): string => levelOf(level as LevelId).many;

/**
 * How places of a level differ: areas by name from lowest to highest, practices by how many are above England, without
 * names.
 */
export function rangeSentence(
  measure: Measure,
  known: readonly Valued[],
  { period, where, england }: { period: string; where: string; england: number | null },
): string {
  const month = formatMonth(period);
  const inOrder = [...known].sort((a, b) => a.value - b.value);
  const [low, high] = [inOrder[0], inOrder.at(-1)];
  if (!low || !high) return `For ${month} no figure was reported ${where}.`;
  const all = england === null ? '' : ` England as a whole is at ${valueText(england, measure)}.`;
  if (low === high) {
    return `${claim(low, measure, atPlace(low.level, low.name), period)}.${all}`;
  }
  if (low.level === 'practice' && england !== null) {
    const more = known.filter(({ value }) => value > england).length;
    return `In ${month}, ${formatCount(more)} of ${formatCount(known.length)} practices ${where} are above England as a whole (${valueText(england, measure)}) in ${figureSubject(measure)}.`;
  }
  const from = `${bareValue(low.value, measure)} ${atPlace(low.level, low.name)}`;
  const to = `${valueText(high.value, measure)} ${atPlace(high.level, high.name)}`;
  return `In ${month}, ${figureSubject(measure)} ranges from ${from} to ${to} among ${formatCount(known.length)} ${manyOf(low.level)} ${where}.${all}`;
}
