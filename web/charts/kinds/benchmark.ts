import type { Measure } from '../../../data/definitions/measures.ts';
import { changeUnit } from '../../../data/words/english.ts';
import type { Ask } from '../../ask.ts';
import type { ChartQuery } from '../kind.ts';
import { fetchChartPlaces, type PlaceFigure, placeFigure } from './chartPlace.ts';

/** What the places of a chart may be compared with. */
interface Compared {
  england: PlaceFigure | null;
  /** The place chosen instead of England. */
  against?: PlaceFigure;
}

/** The figure of the place that a question compares others with; undefined if it names none, which means England. */
export async function fetchBenchmark(
  ask: Ask,
  query: ChartQuery,
  { measure, period }: { measure: Measure; period: string | undefined },
): Promise<PlaceFigure | undefined> {
  const { against, group, boundaries, release } = query;
  if (!against) return undefined;
  const [[place], { data }] = await Promise.all([
    fetchChartPlaces(ask, against, query),
    ask('/figures', { measure: measure.id, area: against, period, group, boundaries, release }),
  ]);
  const missing = { numerator: null, denominator: null, value: null, marker: '[z]' };
  const { level, code, name } = place!;
  return data[0]
    ? placeFigure(data[0])
    : { level, code, name, ...missing, lower: null, upper: null };
}

/** What places are compared with: the place chosen for it, otherwise England. */
export const benchmarkOf = ({ england, against }: Compared): PlaceFigure | null =>
  against ?? england;

/** The title of the column with the differences from it. */
export const againstTitle = (benchmark: { name: string } | null, measure: Measure): string =>
  `Against ${benchmark?.name ?? 'England'}, ${changeUnit(measure)}`;
