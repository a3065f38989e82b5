import type { Measure } from '../../data/definitions/measures.ts';
import type { Ancestor } from '../store/queries/figures.ts';
import { practicesByTraitQuery, type TraitColumns } from '../store/queries/practicesByTrait.ts';
import type { Release } from '../store/releases.ts';
import { monthsKept } from './ancestors.ts';
import { deprivationOf } from './deprivation.ts';
import { keptLevel } from './levelFigures.ts';
import { practicesIn } from './practiceFigures.ts';

/** A practice with a figure in a month, and how deprived its patients are; null if unknown. */
export interface ScoredPractice {
  period: string;
  numerator: number;
  denominator: number;
  score: number | null;
}

/** The most practice figures taken from those kept; beyond that a query is faster. */
const most = 4000;

/** The practices of a place that have a figure of a measure, by month and code. */
export async function scoredPractices(
  release: Release,
  measure: Measure,
  periods: readonly string[],
  place: Ancestor,
): Promise<ScoredPractice[]> {
  const figures = keptLevel(release, 'practice');
  if (figures && place.level !== 'england' && periods.length <= monthsKept) {
    const codes = await Promise.all(periods.map((period) => practicesIn(release, period, place)));
    if (codes.flat().length <= most) {
      const deprivation = await deprivationOf(release);
      return periods.flatMap((period, i) =>
        figures.of(codes[i]!, [period], [measure]).flatMap(({ area_code, ...figure }) => {
          const { numerator, denominator } = figure;
          if (numerator === null || !denominator) return [];
          return {
            period,
            numerator,
            denominator,
            score: deprivation?.get(area_code)?.score ?? null,
          };
        }),
      );
    }
  }
  return readPractices(release, measure, periods, place);
}

async function readPractices(
  { database }: Release,
  ...[measure, periods, place]: [Measure, readonly string[], Ancestor]
): Promise<ScoredPractice[]> {
  const found = await database.columns<TraitColumns>(
    practicesByTraitQuery(measure, periods, place, true),
  );
  return (found.period ?? []).map((period, i) => ({
    period,
    numerator: found.numerator[i]!,
    denominator: found.denominator[i]!,
    score: found.score[i]!,
  }));
}
