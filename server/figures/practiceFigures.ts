import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import type { Database } from '../store/database.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { Ancestor } from '../store/queries/figures.ts';
import { type PracticeCounts, practiceCountsQuery } from '../store/queries/practiceValues.ts';
import type { Release } from '../store/releases.ts';

/** A practice's counts of a measure, with their value in its unit; null where it did not report. */
export interface PracticeFigure {
  name: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

export type PracticeFigures = ReadonlyMap<string, PracticeFigure>;

/** Measures and months whose figures of all England's practices are kept: about a megabyte each. */
const kept = new PerRelease<PracticeFigures>(24);

/**
 * The figures of one measure in a month by code, of an area's practices or of all; those of all are kept, because
 * every page of a practice asks for them.
 */
export function practiceFigures(
  release: Release,
  measure: Measure,
  period: string,
  parent?: Ancestor,
): Promise<PracticeFigures> {
  const read = () => readPracticeFigures(release.database, measure, period, parent);
  return parent && parent.level !== 'england'
    ? read()
    : kept.get(release, `${measure.id} ${period}`, read);
}

async function readPracticeFigures(
  database: Database,
  measure: Measure,
  period: string,
  parent?: Ancestor,
): Promise<PracticeFigures> {
  const question = practiceCountsQuery(measure, [period], parent);
  const found = await database.columns<PracticeCounts>(question);
  return new Map(
    (found.practice_code ?? []).map((code, i) => {
      const numerator = found.numerator[i]!;
      const denominator = found.denominator[i]!;
      const value = figureValue(measure, numerator, denominator);
      return [code, { name: found.practice_name[i]!, numerator, denominator, value }];
    }),
  );
}
