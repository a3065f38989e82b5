import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { MonthCounts } from '../../data/statistics/targets.ts';
import { countColumn, countsQuery } from '../store/queries/counts.ts';
import { sliced } from '../table.ts';
import type { Question } from './endpoint.ts';
import { placesOf } from './places.ts';

/** One measure of one place by month, oldest first; counts are null where it reported nothing. */
export interface Series {
  level: PlaceLevel;
  area_code: string;
  area_name: string;
  measure: Measure;
  months: MonthCounts[];
}

type Texts = Partial<Record<'area_code' | 'area_name' | 'measure', string[]>>;

/**
 * The counts of the places that are there in `period`, which no other month of `periods` is after, by
 * level, measure and code, with their names of that month, a few at a time. Practices are read a measure at a time, for there are many.
 */
export async function* seriesOfPlaces(
  { release, filters }: Question<'level' | 'area' | 'parent' | 'boundaries'>,
  measures: readonly Measure[],
  periods: readonly string[],
  period: string,
): AsyncGenerator<Series[]> {
  const months = [...new Set([...periods, period])].sort();
  for (const places of placesOf(filters)) {
    const { level } = places;
    const atOnce = level === 'practice' && !places.areas ? 1 : measures.length;
    for (let i = 0; i < measures.length; i += atOnce) {
      const some = measures.slice(i, i + atOnce);
      const query = countsQuery({
        ...places,
        measures: some,
        periods: months,
      });
      const columns = await release.database.columns(query);
      for (const measure of some) yield* collect(columns, measure, level, months);
    }
  }
}

function* collect(
  columns: Record<string, unknown[]>,
  measure: Measure,
  level: PlaceLevel,
  months: readonly string[],
): Generator<Series[]> {
  const { area_code = [], area_name = [], measure: measures } = columns as Texts;
  const pairs = months.map((month, i) => ({
    month,
    numerator: columns[countColumn('numerator', i)] as (number | null)[],
    denominator: columns[countColumn('denominator', i)] as (number | null)[],
  }));
  const rows = [...area_code.keys()].filter((row) => !measures || measures[row] === measure.id);
  for (const some of sliced(rows)) {
    yield some.map((row) => ({
      level,
      area_code: area_code[row]!,
      area_name: area_name[row]!,
      measure,
      months: pairs.map(({ month, numerator, denominator }) => ({
        month,
        numerator: numerator[row]!,
        denominator: denominator[row]!,
      })),
    }));
  }
}
