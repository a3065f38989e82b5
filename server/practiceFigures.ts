import type { Measure } from '../data/definitions/measures.ts';
import type { Ancestor } from './queries/figures.ts';
import { type PracticeCounts, practiceCountsQuery } from './queries/practiceValues.ts';
import type { Release } from './releases.ts';

/** A practice's counts of a measure, with their value in its unit; null where it did not report. */
export interface PracticeFigure {
  name: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

/** The figures of one measure in a month by code, of an area's practices or of all. */
export async function practiceFigures(
  { database }: Release,
  measure: Measure,
  period: string,
  parent?: Ancestor,
): Promise<Map<string, PracticeFigure>> {
  const question = practiceCountsQuery(measure, [period], parent);
  const found = await database.columns<PracticeCounts>(question);
  return new Map(
    (found.practice_code ?? []).map((code, i) => {
      const numerator = found.numerator[i]!;
      const denominator = found.denominator[i]!;
      const value = denominator ? (numerator! / denominator) * measure.scale : null;
      return [code, { name: found.practice_name[i]!, numerator, denominator, value }];
    }),
  );
}
