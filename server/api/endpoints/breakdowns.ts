import {
  type Breakdown,
  breakdownIds,
  breakdownOf,
  notKnown,
  unknownSupplier,
} from '../../../data/definitions/breakdowns.ts';
import {
  measures as allMeasures,
  type Measure,
  measureOf,
} from '../../../data/definitions/measures.ts';
import { traits } from '../../../data/definitions/traits.ts';
import { figureValue } from '../../../data/definitions/units.ts';
import { type ClusterSums, clusteredInterval } from '../../../data/statistics/clustered.ts';
import { breakdownRows } from '../../figures/breakdownRows.ts';
import { markerOf } from '../../figures/figureRow.ts';
import { asParent, type Catalogue } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { BreakdownRow } from '../../store/queries/breakdowns.ts';
import { traitsIn } from '../../store/traits.ts';
import { type Column, whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { england } from '../places.ts';
import { askedMeasures, periodsOf } from '../scope.ts';
import {
  countColumns,
  coverageColumns,
  latestPlaceColumns,
  limitColumns,
  measureColumns,
} from './columns.ts';

const groupColumns: readonly Column[] = [
  {
    name: 'by',
    type: 'string',
    enum: breakdownIds,
    description: 'What practices are divided by.',
  },
  { name: 'group_code', type: 'string', description: 'Code of the group.' },
  { name: 'group_name', type: 'string', description: 'Name of the group.' },
];

export const breakdowns = table({
  path: '/breakdowns',
  summary: 'What is behind a figure: practices by supplier, list size, deprivation or status',
  description:
    'Figures of groups of the practices of an area (England without `area`), each with its own coverage and its share of the area’s patients. By deprivation only where the release has a reference file of it; otherwise the table is empty and `meta.missing` says why.',
  parameters: ['measure', 'area', 'boundaries', 'by', 'period', 'from', 'to'],
  required: ['by'],
  columns: [
    ...latestPlaceColumns,
    ...groupColumns,
    ...measureColumns,
    ...countColumns,
    ...coverageColumns,
    ...limitColumns(
      'the confidence interval, clustered by practice,',
      'none where fewer than two practices reported or all are alike',
    ),
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Registered patients of all practices of the group.',
    },
    {
      name: 'share_of_patients',
      type: 'number',
      nullable: true,
      description: 'Their share of the area’s registered patients, in percent.',
    },
  ],
  meta: [
    {
      name: 'missing',
      type: 'string',
      nullable: true,
      description: 'Which reference file the release lacks; none where nothing does.',
    },
  ],
  example: 'measure=records_enabled&by=supplier&period=latest',
  async rows({ release, filters }) {
    const { catalogue, database } = release;
    const periods = periodsOf(filters, catalogue);
    const measures = askedMeasures(filters.measure, catalogue, periods);
    const by = filters.by!;
    if (by === 'deprivation' && !(await traitsIn(database)).has('deprivation')) {
      return whole([], { missing: traits.deprivation.missing });
    }
    const latest = catalogue.periods.at(-1)!.period;
    async function* chunks() {
      for (const area of filters.area ?? [england(release)]) {
        const question = { by, measures, periods, area: asParent(area), latest };
        yield tableOf(await breakdownRows(release, question), breakdownOf(by), area, catalogue);
      }
    }
    return { chunks: chunks(), meta: { missing: null } };
  },
});

/**
 * The uncertainty of a group's figure from differences between its practices, at 95% and 99.8%, in the unit; null if
 * there are none.
 */
function clusteredLimits(row: BreakdownRow, measure: Measure) {
  const sums: ClusterSums = {
    clusters: measure.base === 'extract' ? row.practices : row.practices_reported,
    numerator: row.numerator ?? 0,
    denominator: row.denominator ?? 0,
    numeratorSquared: row.numerator_squared,
    product: row.product,
    denominatorSquared: row.denominator_squared,
  };
  const usual = clusteredInterval(sums, 0.95, measure.scale);
  const wide = clusteredInterval(sums, 0.998, measure.scale);
  return {
    lower_95: usual?.lower ?? null,
    upper_95: usual?.upper ?? null,
    lower_998: wide?.lower ?? null,
    upper_998: wide?.upper ?? null,
  };
}

const measureIds = allMeasures.map(({ id }) => id);

/** The rows of one area in order of month, measure and group, with each group's share of patients. */
function tableOf(
  found: readonly BreakdownRow[],
  breakdown: Breakdown,
  area: AreaRow,
  catalogue: Catalogue,
): object[] {
  const groups = [...(breakdown.groups ?? [unknownSupplier]), notKnown];
  const nameOf = (code: string) => groups.find((group) => group.code === code)?.name ?? code;
  // Undeclared groups come first, by code; unknown ones last.
  const position = (code: string) => groups.findIndex((group) => group.code === code);
  const monthly = new Map<string, number>();
  for (const { period, measure, registered } of found) {
    const key = `${period} ${measure}`;
    monthly.set(key, (monthly.get(key) ?? 0) + (registered ?? 0));
  }
  return found
    .toSorted(
      (a, b) =>
        (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) ||
        measureIds.indexOf(a.measure) - measureIds.indexOf(b.measure) ||
        position(a.group_code) - position(b.group_code) ||
        (a.group_code < b.group_code ? -1 : 1),
    )
    .map((row) => {
      const all = monthly.get(`${row.period} ${row.measure}`)!;
      const measure = measureOf(row.measure);
      return {
        period: row.period,
        level: area.level,
        area_code: area.area_code,
        area_name: area.area_name,
        by: breakdown.id,
        group_code: row.group_code,
        group_name: nameOf(row.group_code),
        measure: row.measure,
        unit: measure.unit,
        numerator: row.numerator,
        denominator: row.denominator,
        value: figureValue(measure, row.numerator, row.denominator),
        marker: markerOf(row, measure, row.period, catalogue),
        practices: row.practices,
        practices_reported: row.practices_reported,
        ...clusteredLimits(row, measure),
        registered: row.registered,
        share_of_patients: all && row.registered !== null ? (row.registered / all) * 100 : null,
      };
    });
}
