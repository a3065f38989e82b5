import { measureOf } from '../../data/definitions/measures.ts';
import { compare } from '../../data/statistics/benchmark.ts';
import {
  fewestPlaces,
  leastThatMatters,
  type Verdict,
  verdictByFunnel,
  verdictByInterval,
} from '../../data/statistics/verdict.ts';
import type { Interval } from '../../data/statistics/wilson.ts';
import { decides, whyNotCompared } from '../../data/words/comparison.ts';
import { isAllOrNothing } from '../../data/words/figureRow.ts';
import { whyNoSide } from '../../data/words/verdict.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Against } from './benchmarks.ts';

export interface Verdicted {
  verdict: Verdict;
  /** Why there is no verdict; null if there is one, or if the two are about the same. */
  reason: string | null;
}

/** Peers differ too much to compare with if their middle half is wider than their median is high. */
export const varyTooMuch = ({ p25, p75 }: { p25: number; p75: number }, median: number): boolean =>
  p75 - p25 > median;

/** The verdict on a figure against a benchmark, and the reason if there is none. */
export function verdictOn(
  row: FigureRow,
  interval: Interval | null,
  against: Pick<Against, 'level' | 'rest' | 'value' | 'among' | 'middle'>,
): Verdicted {
  const { value } = row;
  if (value !== null && isAllOrNothing(row)) return { verdict: 'not compared', reason: decides };
  const unfit = whyNotCompared(row, against.rest);
  if (unfit !== null) return { verdict: 'not compared', reason: unfit };
  const difference = value! - against.rest!;
  const least = leastThatMatters(measureOf(row.measure).leastDifference ?? 0, against.rest!);
  if (row.level === 'practice') {
    if (against.level === 'peers') return amongPeers(value!, interval, against, least);
    const verdict = verdictByInterval(compare(interval, against.rest), difference, least);
    return { verdict, reason: whyNoSide(verdict, 'practice', false) };
  }
  if (row.level === 'group') return { verdict: 'not compared', reason: ofOnesOwn };
  const { among } = against;
  const enough = among !== null && among.places >= fewestPlaces;
  const verdict = verdictByFunnel(enough ? among.position : null, difference, least);
  return { verdict, reason: whyNoSide(verdict, row.level, false) };
}

const ofOnesOwn = 'there are no other groups like it to tell unusual from usual';

/** Against peers there is a verdict only outside their middle half, and none if they differ too much. */
function amongPeers(
  value: number,
  interval: Interval | null,
  { rest: median, middle }: Pick<Against, 'rest' | 'middle'>,
  least: number,
): Verdicted {
  if (varyTooMuch(middle!, median!)) {
    return {
      verdict: 'not compared',
      reason: 'similar practices vary too much among themselves to compare with',
    };
  }
  const byInterval = verdictByInterval(compare(interval, median), value - median!, least);
  const inside = value >= middle!.p25 && value <= middle!.p75;
  const sided = byInterval === 'higher' || byInterval === 'lower';
  const verdict = sided && inside ? 'no clear difference' : byInterval;
  return { verdict, reason: whyNoSide(verdict, 'practice', sided && inside) };
}
