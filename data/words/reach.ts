import { measureOf } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatApart, formatCount, formatPeople, formatPercent } from '../definitions/numbers.ts';
import { allOf, atPlaceIn, capital, placeText, plural, valueText } from './english.ts';
import { claimOf, rowSentence, type WordedFigure } from './figureRow.ts';
import { thoseCounted } from './measure.ts';
import { oddity } from './oddity.ts';
import { type RecentMove, recentMoveSentence } from './supplierChange.ts';

/** What it would take to bring a place to a level, as English; `text` names the level. */
export function reachSentence(
  row: WordedFigure,
  { text, value }: { text: string; value: number | null },
  more: number | null,
): string {
  if (row.value === null) return rowSentence(row);
  const figure = { ...row, value: row.value };
  if (value === null || more === null) {
    return `${claimOf(figure)}. ${capital(text)} is not known for ${formatMonth(row.period)}.`;
  }
  if (more === 0) {
    return `${claimOf(figure)}: already at ${text}, ${formatPercent(value)}, or above it.${oddity(row)}`;
  }
  const [own, level] = formatApart(row.value, value);
  return `${claimOf(figure, own)}; ${formatCount(more)} more would bring it to ${text}, ${level}.`;
}

export interface PromotionSaid {
  measure: string;
  period: string;
  place: Pick<WordedFigure, 'level' | 'area_name'>;
  towards: 'peers' | 'england' | 'top_tenth';
  /** The level they are compared with, in the unit, if it is the same for all. */
  level: number | null;
  gap: number;
  /** The number of practices short of their target, how many of them make up half of the gap, and how many reported. */
  short: number;
  holdHalf: number;
  reported: number;
  /** Changes of supplier by practices that are short, in the twelve months up to this one. */
  moved: readonly RecentMove[];
  /** The first month whose suppliers are known, if that is later than twelve months before; else null. */
  knownFrom: string | null;
}

const targets = {
  peers: 'the median of similar practices',
  england: 'the level in England',
  top_tenth: 'the level of the top tenth of practices in England',
};

/**
 * How many patients an area's practices are below the level of others, and how few practices make up half of that.
 */
export function promotionSentence(said: PromotionSaid): string {
  const { place, moved } = said;
  if (!moved.length) return shortfallSentence(said);
  const why = place.level === 'practice' ? recentMoveSentence(moved[0]!) : movesSentence(said);
  return `${shortfallSentence(said)} ${why}`;
}

/** How many of the practices that are short changed supplier, in the twelve months before or as long as is known. */
function movesSentence({ moved, short, period, knownFrom }: PromotionSaid): string {
  const some =
    moved.length === short
      ? allOf(short)
      : `${formatCount(moved.length)} of the ${formatCount(short)}`;
  const who = short === 1 ? 'It' : `${capital(some)} practices that were short`;
  const from = knownFrom ? `between ${formatMonth(knownFrom)} and` : 'in the twelve months to';
  return `${who} changed supplier ${from} ${formatMonth(period)}: registrations rarely survive a change of system.`;
}

function shortfallSentence(said: PromotionSaid): string {
  const { gap, short, holdHalf, reported, period, place } = said;
  const month = formatMonth(period);
  const alone = place.level === 'practice';
  const measure = measureOf(said.measure);
  const target = `${targets[said.towards]}${said.level === null ? '' : ` (${valueText(said.level, measure)})`}`;
  const name = placeText(place.level, place.area_name);
  const where = atPlaceIn(period, place.level, place.area_name);
  if (!reported) {
    return `For ${month} ${alone ? `${name} cannot` : `no practice ${where} can`} be compared with ${target}.`;
  }
  if (!gap) {
    return `In ${month} ${alone ? `${name} was not` : `no practice ${where} that reported was`} below ${target}.`;
  }
  const counting = `counting ${thoseCounted(measure)}`;
  const patients = `${formatPeople(gap)} ${plural(gap, 'patient')}`;
  if (alone) return `In ${month} ${name} was ${patients} below ${target}, ${counting}.`;
  const some =
    short === reported
      ? `${reported === 1 ? 'the one' : allOf(reported)} ${plural(reported, 'practice')}`
      : `${formatCount(short)} of the ${formatCount(reported)} practices`;
  const those = `${some} ${where} that reported`;
  const together = short === 1 ? '' : ' together';
  const whole = `In ${month}, ${those} ${plural(short, 'was', 'were')} below ${target}, by ${patients}${together}, ${counting}.`;
  if (short === 1) return whole;
  return `${whole} ${formatCount(holdHalf)} of them ${plural(holdHalf, 'accounts', 'account')} for at least half of that.`;
}
