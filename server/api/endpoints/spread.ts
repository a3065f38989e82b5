import { type FilterId, filterIds } from '../../../data/definitions/filterIds.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { percentRank } from '../../../data/statistics/deciles.ts';
import { quantileGroup } from '../../../data/statistics/quantileGroup.ts';
import { badParameter } from '../../errors.ts';
import { ascendingValues, practiceFigures } from '../../figures/practiceFigures.ts';
import { practiceSpread } from '../../figures/practiceSpread.ts';
import { asParent } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { Ancestor } from '../../store/queries/figures.ts';
import type { Release } from '../../store/releases.ts';
import { type Column, sliced } from '../../table.ts';
import { choiceOf } from '../chosenPractices.ts';
import { type Question, table } from '../endpoint.ts';
import { england } from '../places.ts';
import { measuresIn, periodsOf } from '../scope.ts';
import { practicesAsked } from '../size.ts';
import { measureColumn, measureColumns, placeColumns } from './columns.ts';

const decileNames = ['p10', 'p20', 'p30', 'p40', 'p50', 'p60', 'p70', 'p80', 'p90'] as const;

/** The month, area and measure of a spread. */
export const spreadColumns: readonly Column[] = [
  { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
  {
    name: 'area_code',
    type: 'string',
    description: 'Code of the area whose practices are meant.',
  },
  measureColumn,
];

export const decileTable = table({
  path: '/deciles',
  summary: 'How practices spread: deciles of their values',
  description:
    'For each month the nine deciles of the values of practices that have one, by linear interpolation; `p50` is the median. Of chosen practices (`supplier` and the like) only theirs.',
  parameters: ['measure', 'within', 'boundaries', 'period', 'from', 'to', ...filterIds],
  columns: [
    ...spreadColumns,
    { name: 'practices', type: 'integer', description: 'Practices with a value.' },
    ...decileNames.map(
      (name): Column => ({
        name,
        type: 'number',
        nullable: true,
        description: `${name.slice(1)}% of practices are below it; in the unit of the measure.`,
      }),
    ),
  ],
  example: 'measure=records_enabled&period=latest',
  most(question) {
    const { areas, measures, periods } = spreadAsked(question);
    return areas.length * measures.length * periods.length;
  },
  rows(question) {
    const { areas, measures, periods } = spreadAsked(question);
    async function* chunks() {
      for (const area of areas) {
        for (const measure of measures) {
          yield await decileRows(question.release, measure, periods, area);
        }
      }
    }
    return { chunks: chunks() };
  },
});

/** The areas with their chosen practices, the measures and the months whose spread is asked for. */
export function spreadAsked({
  release,
  filters,
}: Question<'measure' | 'within' | 'period' | 'from' | 'to' | FilterId>) {
  const periods = periodsOf(filters, release.catalogue);
  const measures = filters.measure ?? measuresIn(release.catalogue, periods);
  const only = choiceOf(filters, release, { measures, periods });
  const areas = (filters.within ?? [england(release)]).map((area) => ({ ...asParent(area), only }));
  return { areas, measures, periods };
}

/** The deciles of an area's practices, a row per month. */
async function decileRows(
  release: Release,
  measure: Measure,
  periods: readonly string[],
  area: Ancestor,
): Promise<object[]> {
  const spread = await practiceSpread(release, measure, periods, area);
  return spread.map(({ period, practices, deciles }) => ({
    ...{ period, area_code: area.code, measure: measure.id, practices },
    ...(deciles ?? Object.fromEntries(decileNames.map((name) => [name, null]))),
  }));
}

export const percentiles = table({
  path: '/percentiles',
  summary: 'Where practices are among others: percentile and group',
  description:
    "Each practice's percentile among the practices of an area (what percentage of the others are below it) and its group of equal size, 1 the lowest.",
  parameters: [
    'measure',
    'area',
    'within',
    'boundaries',
    'period',
    'from',
    'to',
    'quantiles',
    ...filterIds,
  ],
  columns: [
    ...placeColumns,
    ...measureColumns,
    { name: 'within', type: 'string', description: 'Code of the area whose practices are meant.' },
    { name: 'value', type: 'number', description: 'The value, in the unit.' },
    {
      name: 'percentile',
      type: 'number',
      nullable: true,
      description:
        'Percentage of the other practices that are below it; none where it is the only one, or offers a service to all of its patients or to none.',
    },
    {
      name: 'quantile_group',
      type: 'integer',
      nullable: true,
      description:
        'Its group, 1 the lowest; none where there are fewer practices than groups, or where there is no percentile.',
    },
    { name: 'practices', type: 'integer', description: 'Practices with a value.' },
  ],
  examples: { area: '{practice}' },
  example: 'measure=records_enabled&period=latest',
  most(question) {
    const { measures, periods } = spreadAsked(question);
    const { filters, release } = question;
    const named = practicesOf(filters.area);
    const areas = filters.within ?? [england(release)];
    const practices = areas.map((area) =>
      named ? named.length * periods.length : practicesAsked(area, periods, release.catalogue),
    );
    return measures.length * practices.reduce((sum, number) => sum + number, 0);
  },
  rows(question) {
    const { areas, measures, periods } = spreadAsked(question);
    const practices = practicesOf(question.filters.area);
    async function* chunks() {
      for (const area of areas) {
        for (const measure of measures) {
          for (const period of periods) {
            yield* standings(question, measure, period, area, practices);
          }
        }
      }
    }
    return { chunks: chunks() };
  },
});

/** The codes of the practices asked for, including members of a group; null for all. */
function practicesOf(areas: readonly AreaRow[] | undefined): string[] | null {
  if (!areas) return null;
  const codes = areas.flatMap(({ level, area_code, members }) => {
    if (level !== 'practice' && !members) {
      throw badParameter('area', area_code, `only practices have percentiles: ${area_code}`);
    }
    return members ?? [area_code];
  });
  return [...new Set(codes)].sort();
}

async function* standings(
  { release, filters }: Question<'quantiles'>,
  measure: Measure,
  period: string,
  area: Ancestor,
  practices: readonly string[] | null,
): AsyncGenerator<object[]> {
  const figures = await practiceFigures(release, measure, period, area);
  const ascending = ascendingValues(figures);
  for (const codes of sliced(practices ?? [...figures.keys()])) {
    yield codes.flatMap((code) => {
      const figure = figures.get(code);
      if (!figure || figure.value === null) return [];
      return {
        period,
        level: 'practice',
        area_code: code,
        area_name: figure.name,
        measure: measure.id,
        unit: measure.unit,
        within: area.code,
        value: figure.value,
        percentile: measure.allOrNone ? null : percentRank(ascending, figure.value),
        quantile_group: measure.allOrNone
          ? null
          : quantileGroup(ascending, figure.value, filters.quantiles ?? 5),
        practices: ascending.length,
      };
    });
  }
}
