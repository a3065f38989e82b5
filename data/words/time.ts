import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { fewestPoints } from '../definitions/xmrViews.ts';
import type { Trend } from '../statistics/trend.ts';
import type { Signal } from '../statistics/xmrSignals.ts';
import { capital, valueText } from './english.ts';
import { figureSubject, kindOfFigure } from './measure.ts';

/** How a point of an XmR chart came to be a signal, to follow "the latest month". */
export const ruleWords: Record<Signal['rule'], Record<Signal['direction'], string>> = {
  outside_limits: { up: 'is above the upper limit', down: 'is below the lower limit' },
  trend: {
    up: 'is one of seven or more that rose without a pause',
    down: 'is one of seven or more that fell without a pause',
  },
  near_limit: {
    up: 'is one of two in three close to the upper limit',
    down: 'is one of two in three close to the lower limit',
  },
  one_side: {
    up: 'is one of seven or more in a row above the mean',
    down: 'is one of seven or more in a row below the mean',
  },
};

/** Limits from fewer months than this are provisional. */
const settled = 12;

export interface XmrMonth {
  period: string;
  value: number;
  signal: Signal | null;
}

export interface XmrReading {
  measure: Measure;
  /** For example "in England". */
  where: string;
  /** The months with a figure since the limits last started afresh, in order, with their signals. */
  months: readonly XmrMonth[];
  /** Their mean, in the unit; null if there are too few for limits. */
  mean: number | null;
}

const signalsIn = (months: readonly XmrMonth[]): number =>
  months.filter(({ signal }) => signal !== null).length;

/** Whether most months are signals, so that the figure moves rather than varies around a level. */
export const isMoving = (months: readonly XmrMonth[]): boolean =>
  signalsIn(months) * 2 > months.length;

/**
 * What an XmR chart shows about its last stretch, as sentences: whether the figure varies as usual, or has moved. If
 * most months are signals, it says that the figure moves, and that limits around a level are not meant for that.
 */
export function xmrSentence({ measure, where, months, mean }: XmrReading): string {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return `No month of the range has a figure ${where}.`;
  if (mean === null || months.length < fewestPoints) {
    return tooFewMonths(where, months);
  }
  if (isMoving(months)) {
    const values = [first, last].map(({ value }) => valueText(value, measure));
    return `${capital(figureSubject(measure, where))} was ${values[0]} in ${formatMonth(first.period)} and ${values[1]} in ${formatMonth(last.period)}. It moves rather than varying around a level, so limits around its mean (${valueText(mean, measure)}) do not show what is usual; its changes from month to month do.`;
  }
  const count = months.length;
  const signals = signalsIn(months);
  const stands = `${signals || 'none'} of ${count} months since ${formatMonth(first.period)} ${signals > 1 ? 'stand' : 'stands'} out from what is usual from month to month`;
  const said = `For ${figureSubject(measure, where)}, ${stands} (mean ${valueText(mean, measure)})${latestWords(last, measure)}.`;
  return [said, ...provisionalWords(months)].join(' ');
}

/** That the months since limits last started afresh are too few; `others` if some are set aside. */
export function tooFewMonths(
  where: string,
  months: readonly { period: string }[],
  others = false,
): string {
  const since = months[0] && !others ? ` since ${formatMonth(months[0].period)}` : '';
  return `Too few ${others ? 'other ' : ''}months ${where}${since} have a figure to show what is usual from month to month.`;
}

/** That limits are provisional, as a sentence; none from enough months. */
export const provisionalWords = (months: readonly XmrMonth[]): string[] =>
  months.length < settled ? [`Limits from fewer than ${settled} months are provisional.`] : [];

function latestWords({ period, value, signal }: XmrMonth, measure: Measure): string {
  if (!signal) return '';
  const words = ruleWords[signal.rule][signal.direction];
  return `; the latest, ${formatMonth(period)} (${valueText(value, measure)}), ${words}`;
}

export const trendWords = [
  'getting better',
  'getting worse',
  'increasing',
  'decreasing',
  'no significant change',
  'moved, but not steadily one way',
  'cannot be calculated',
] as const;
export type TrendWord = (typeof trendWords)[number];

/**
 * A recent trend in words. Better or worse only if the measure's polarity says which is which and the figure has gone
 * the same way since the first month considered; `change` is by how much.
 */
export function trendWord(
  { direction, unsteady }: Pick<Trend, 'direction' | 'unsteady'>,
  { polarity }: Measure,
  change: number | null,
): TrendWord {
  if (unsteady) return 'moved, but not steadily one way';
  if (direction === 'no_change') return 'no significant change';
  if (direction === 'cannot_be_calculated') return 'cannot be calculated';
  const rose = direction === 'increasing';
  if (polarity === 'none' || change === null || change > 0 !== rose) return direction;
  return rose === (polarity === 'higher is better') ? 'getting better' : 'getting worse';
}

/** Why a recent trend cannot be calculated; `known` is how many months of the window have a figure. */
export function noTrendReason(measure: Measure, known: number, window: number): string {
  if (measure.form !== 'share') {
    const why = measure.counts === 'transactions' ? ', because transactions are not people' : '';
    return `${kindOfFigure(measure)} has no confidence interval to tell a trend from noise${why}`;
  }
  if (known < 5) {
    const some = known === 0 ? 'none' : `only ${known}`;
    return `${some} of the last ${window} months ${known > 1 ? 'have' : 'has'} a figure, and five are needed`;
  }
  return 'one of the last five figures has no confidence interval, for instance because more people are counted than there are';
}
