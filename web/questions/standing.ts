import type { Verdict } from '../../data/statistics/verdict.ts';
import type { Figure } from '../../data/words/figure.ts';
import type { Rank } from '../../data/words/verdict.ts';
import type { ComparisonsRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';

/** What a figure is compared with, and the comparison in words. */
export interface Beside {
  level: ComparisonsRow['against_level'];
  code: string;
  name: string;
  value: number | null;
  /** The same without the place itself, which the figure is compared with. */
  rest: number | null;
  verdict: Verdict;
  /** Why there is no verdict; null if there is one. */
  reason: string | null;
  /** Its rank among the places there or, for peers, among them and itself; null if none is given. */
  rank: Rank | null;
  sentence: string;
}

/** One figure of a place with its 95% confidence interval, and everything that it is compared with. */
export interface Standing {
  figure: Figure;
  interval: readonly [number, number] | null;
  beside: Beside[];
}

/** The comparisons of a place by measure; empty if the place is not in the month. */
export type Standings = Record<string, Standing>;

/** The figures of one place in a month compared with England, the areas it is in and its peers. */
export async function fetchStandings(
  ask: Ask,
  asked: { area: string; measures?: readonly string[]; period: string; meta: Meta },
): Promise<Standings> {
  const { data } = await ask('/comparisons', {
    area: asked.area,
    measure: asked.measures?.join(','),
    period: asked.period,
    release: asked.meta.release,
  });
  const found: Standings = {};
  for (const row of data) {
    const { numerator, denominator, value, marker, lower_95: lower, upper_95: upper } = row;
    found[row.measure] ??= {
      figure: { numerator, denominator, value, marker },
      interval: lower === null || upper === null ? null : [lower, upper],
      beside: [],
    };
    found[row.measure]!.beside.push({
      level: row.against_level,
      code: row.against_code,
      name: row.against_name,
      value: row.against_value,
      rest: row.rest_value,
      verdict: row.word,
      reason: row.reason,
      rank: rankOf(row),
      sentence: row.sentence,
    });
  }
  return found;
}

function rankOf({ place, places, places_equal: equal }: ComparisonsRow): Rank | null {
  return place === null || places === null || equal === null ? null : { place, places, equal };
}

/** The benchmark at a level, or undefined if there is none. */
export const besideOf = (
  standing: Standing | undefined,
  level: Beside['level'],
): Beside | undefined => standing?.beside.find((one) => one.level === level);
