import type { Comparison } from '../../data/statistics/benchmark.ts';
import type { Figure } from '../../data/words/figure.ts';
import type { ComparisonsRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';

/** What a figure is held against, with the comparison in words. */
export interface Beside {
  level: ComparisonsRow['against_level'];
  code: string;
  name: string;
  value: number | null;
  comparison: Comparison;
  /** Why it is not compared; null where it is. */
  reason: string | null;
  sentence: string;
}

/** One figure of a place with its natural variation at 95%, beside all that it is held against. */
export interface Standing {
  figure: Figure;
  interval: readonly [number, number] | null;
  beside: Beside[];
}

/** The standings of a place by measure; empty where the place is not in the month. */
export type Standings = Record<string, Standing>;

/** The figures of one place in a month beside England, the areas it lies in and its peers. */
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
      comparison: row.comparison_95,
      reason: row.reason,
      sentence: row.sentence,
    });
  }
  return found;
}

/** What a standing is held against at a level, or undefined where there is no such thing. */
export const besideOf = (
  standing: Standing | undefined,
  level: Beside['level'],
): Beside | undefined => standing?.beside.find((one) => one.level === level);
