import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { MonthCounts } from '../../data/statistics/targets.ts';
import { allFigures } from '../figures/figureRows.ts';
import type { ColumnChunk } from '../store/database.ts';
import { countColumn, countsQuery } from '../store/queries/counts.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import { sliced } from '../table.ts';
import type { Question } from './endpoint.ts';
import { placesOf } from './places.ts';

/** One measure of one place by month, oldest first; counts are null if nothing was reported. */
export interface Series {
  level: PlaceLevel;
  area_code: string;
  area_name: string;
  measure: Measure;
  months: MonthCounts[];
}

type Texts = Record<'area_code' | 'area_name', string[]> & { measure?: string[] };

/** Series per piece of an answer; more would block other requests. */
const seriesAtOnce = 64;

/**
 * The counts in `periods` of the places that exist in `period`, by level, measure and code, with their names in that
 * month, in pieces. Practices are read one measure at a time, because there are many.
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
    if (places.areas && !places.parent && level !== 'group') {
      const rows = await allFigures(release, { ...places, measures, periods: months });
      for (const some of sliced(seriesOfFigures(rows, measures, months, period), seriesAtOnce))
        yield some;
      continue;
    }
    const atOnce = level === 'practice' && !places.areas ? 1 : measures.length;
    for (const some of sliced(measures, atOnce)) {
      const query = countsQuery({ ...places, measures: some, periods: months }, period);
      for await (const chunk of release.database.columnChunks(query, seriesAtOnce)) {
        yield seriesOf(chunk, level, some, months);
      }
    }
  }
}

/** The same for named places, from their figures, most of which are kept. */
function seriesOfFigures(
  rows: readonly FigureRow[],
  measures: readonly Measure[],
  months: readonly string[],
  period: string,
): Series[] {
  const byPlace = new Map<string, Map<string, FigureRow>>();
  for (const row of rows) {
    const key = `${row.area_code} ${row.measure}`;
    const own = byPlace.get(key);
    if (own) own.set(row.period, row);
    else byPlace.set(key, new Map([[row.period, row]]));
  }
  const codes = [...new Set(rows.map(({ area_code }) => area_code))];
  return measures.flatMap((measure) =>
    codes.flatMap((code): Series[] => {
      const own = byPlace.get(`${code} ${measure.id}`);
      const named = own?.get(period);
      if (!own || !named) return [];
      const { level, area_code, area_name } = named;
      const counts = months.map((month) => {
        const { numerator = null, denominator = null } = own.get(month) ?? {};
        return { month, numerator, denominator };
      });
      return [{ level, area_code, area_name, measure, months: counts }];
    }),
  );
}

function seriesOf(
  { columns, count }: ColumnChunk,
  level: PlaceLevel,
  measures: readonly Measure[],
  months: readonly string[],
): Series[] {
  const { area_code, area_name, measure } = columns as Texts;
  const pairs = months.map((month, i) => ({
    month,
    numerator: columns[countColumn('numerator', i)] as (number | null)[],
    denominator: columns[countColumn('denominator', i)] as (number | null)[],
  }));
  return Array.from({ length: count }, (_, row) => ({
    level,
    area_code: area_code[row]!,
    area_name: area_name[row]!,
    measure: measure ? measures.find(({ id }) => id === measure[row])! : measures[0]!,
    months: pairs.map(({ month, numerator, denominator }) => ({
      month,
      numerator: numerator[row]!,
      denominator: denominator[row]!,
    })),
  }));
}
