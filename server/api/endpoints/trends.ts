import type { PlaceLevel } from '../../../data/definitions/levels.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { monthsBetween, movedMonth } from '../../../data/definitions/months.ts';
import { figureValue } from '../../../data/definitions/units.ts';
import { intervalOf } from '../../../data/statistics/figureInterval.ts';
import type { MonthCounts } from '../../../data/statistics/targets.ts';
import {
  recentTrend,
  type TrendDirection,
  type TrendPoint,
} from '../../../data/statistics/trend.ts';
import { noTrendReason, trendWord, trendWords } from '../../../data/words/time.ts';
import { recentChanges } from '../../figures/supplierChanges.ts';
import { table } from '../endpoint.ts';
import { measuresIn, periodsOf, single } from '../scope.ts';
import { type Series, seriesOfPlaces } from '../series.ts';
import { figuresAsked } from '../size.ts';
import { measureColumns, placeColumns, supplierChangedColumn } from './columns.ts';

/** How many months back a trend looks for its five figures. */
const reach = 12;

const directions = [
  'increasing',
  'decreasing',
  'no_change',
  'cannot_be_calculated',
] as const satisfies readonly TrendDirection[];

export const trends = table({
  path: '/trends',
  summary: 'The recent trend, as Fingertips works it out',
  description: `For each place of the month, whether its last five figures of the ${reach} months up to it rise or fall: a line weighted by their intervals, the recent trend of the Office for Health Improvement and Disparities (Fingertips). It was made for yearly samples of different people. Patients set up are the same people month after month, so that it sees hardly any change of single practices and one in nearly every area: \`/xmr?view=changes\` tells what is usual from month to month. Rates of transactions have no such intervals, so their trend cannot be calculated. Better and worse are said only where the figure went the same way over all the months looked at.`,
  parameters: ['measure', 'level', 'area', 'parent', 'boundaries', 'period'],
  one: ['period'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    { name: 'value', type: 'number', nullable: true, description: 'The figure, in the unit.' },
    {
      name: 'direction',
      type: 'string',
      enum: directions,
      description: 'Whether the last five figures rise or fall.',
    },
    {
      name: 'word',
      type: 'string',
      enum: trendWords,
      description:
        'The same in words: better or worse where the measure says which; moved, but not steadily one way, where the test value is large but leaving out one of the five reverses the line.',
    },
    {
      name: 'slope',
      type: 'number',
      nullable: true,
      description: 'Change a month, in the unit, of the line through the five.',
    },
    {
      name: 'chi_squared',
      type: 'number',
      nullable: true,
      description: 'Slope over its standard error, squared; a trend needs more than 9.5495.',
    },
    {
      name: 'from_period',
      type: 'string',
      nullable: true,
      description: 'First of the five months.',
    },
    { name: 'to_period', type: 'string', nullable: true, description: 'Last of the five months.' },
    {
      name: 'reason',
      type: 'string',
      nullable: true,
      description: 'Why it cannot be calculated, where it cannot.',
    },
    supplierChangedColumn,
  ],
  example: 'measure=records_enabled&level=region&period=latest',
  most: figuresAsked,
  rows(question) {
    const { release, filters } = question;
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    const measures = filters.measure ?? measuresIn(release.catalogue, [period]);
    const window = monthsBetween(movedMonth(period, 1 - reach), period);
    const periods = release.catalogue.periods
      .map((row) => row.period)
      .filter((one) => window.includes(one));
    async function* chunks() {
      const moved = await recentChanges(release, period);
      for await (const series of seriesOfPlaces(question, measures, periods, period)) {
        yield series.map((one) => ({
          ...trendRow(one, window),
          supplier_changed_period:
            one.level === 'practice' ? (moved.get(one.area_code)?.period ?? null) : null,
        }));
      }
    }
    return { chunks: chunks() };
  },
});

/** The recent trend of one measure of one place, up to the month asked for. */
function trendRow({ months, measure, ...place }: Series, window: readonly string[]): object {
  const byMonth = new Map(months.map((one) => [one.month, pointOf(place.level, measure, one)]));
  const points = window.map((month) => byMonth.get(month) ?? { value: null, interval: null });
  const trend = recentTrend(points);
  const { direction, slope, chiSquared, from, to } = trend;
  const known = points.filter(({ value }) => value !== null).length;
  return {
    period: window.at(-1)!,
    ...place,
    measure: measure.id,
    unit: measure.unit,
    value: points.at(-1)!.value,
    direction,
    word: trendWord(trend, measure, changeOver(points)),
    slope,
    chi_squared: chiSquared,
    from_period: from === null ? null : window[from]!,
    to_period: to === null ? null : window[to]!,
    reason:
      direction === 'cannot_be_calculated' ? noTrendReason(measure, known, window.length) : null,
  };
}

/** The change of a figure from its first known month to its last; null without two. */
function changeOver(points: readonly TrendPoint[]): number | null {
  const known = points.flatMap(({ value }) => value ?? []);
  return known.length < 2 ? null : known.at(-1)! - known[0]!;
}

function pointOf(
  level: PlaceLevel,
  measure: Measure,
  { numerator, denominator }: MonthCounts,
): TrendPoint {
  const value = figureValue(measure, numerator, denominator);
  if (value === null) return { value: null, interval: null };
  return {
    value,
    interval: intervalOf({ level, measure: measure.id, numerator, denominator }, 0.95),
  };
}
