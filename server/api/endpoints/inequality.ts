import { traits } from '../../../data/definitions/traits.ts';
import { inequality } from '../../../data/statistics/inequality.ts';
import { atPlaceIn } from '../../../data/words/english.ts';
import { inequalitySentence } from '../../../data/words/inequality.ts';
import { scoredPractices } from '../../figures/scoredPractices.ts';
import { asParent } from '../../store/catalogue.ts';
import { traitsIn } from '../../store/traits.ts';
import { type Column, whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { england } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { latestPlaceColumns, measureColumns, number, sentenceField } from './columns.ts';

const indexColumns: readonly Column[] = [
  { name: 'practices', type: 'integer', description: 'Practices with a figure and a score.' },
  {
    name: 'practices_reported',
    type: 'integer',
    description: 'Practices with a figure, those without a score among them.',
  },
  number('mean', 'The figure of the practices with a score, in the unit.'),
  number('at_most_deprived', 'Where the fitted line begins, at the most deprived; in the unit.'),
  number('at_least_deprived', 'Where it ends, at the least deprived; in the unit.'),
  number(
    'slope_index',
    'Slope index of inequality: the least less the most deprived, in the unit; above 0 where the less deprived have more.',
  ),
  number(
    'slope_index_lower_95',
    'Lower limit of its 95% confidence interval, which is too narrow with few practices.',
  ),
  number(
    'slope_index_upper_95',
    'Upper limit of its 95% confidence interval, which is too narrow with few practices.',
  ),
  number('relative_index', 'Relative index of inequality: the least over the most deprived.'),
  number(
    'relative_index_lower_95',
    'Lower limit of its 95% confidence interval, which is too narrow with few practices.',
  ),
  number(
    'relative_index_upper_95',
    'Upper limit of its 95% confidence interval, which is too narrow with few practices.',
  ),
  number(
    'concentration_index',
    'Concentration index, from -1 to 1: above 0 where the less deprived have more.',
  ),
];

export const inequalityTable = table({
  path: '/inequality',
  summary: 'Who is left out: a figure from the most to the least deprived practices',
  description:
    'For each month a straight line through the practices of an area (England without `area`), from those whose patients’ homes are most deprived to those where they are least, weighted by patients: the slope and relative index of inequality with intervals that do not presume equal variances, and the concentration index. It describes practices and where their patients live, not patients. Practices without a score are left out. With few practices the intervals are too narrow: of fewer than 20 the sentence claims no gap. Always on the boundaries published. Only where the release has scores of deprivation; else the table is empty and `meta.missing` says why.',
  parameters: ['measure', 'area', 'period', 'from', 'to'],
  required: ['measure'],
  one: ['area'],
  columns: [...latestPlaceColumns, ...measureColumns, ...indexColumns],
  meta: [
    {
      name: 'missing',
      type: 'string',
      nullable: true,
      description: 'Which reference file the release lacks; none where nothing does.',
    },
    { ...sentenceField, nullable: true },
  ],
  example: 'measure=records_enabled&period=latest',
  async rows({ release, filters }) {
    const { catalogue, database } = release;
    const periods = periodsOf(filters, catalogue);
    const area = filters.area
      ? single('area', filters.area, ({ area_code }) => area_code)
      : england(release);
    if (!(await traitsIn(database)).has('deprivation')) {
      return whole([], { missing: traits.deprivation.missing, sentence: null });
    }
    const rows: object[] = [];
    let sentence: string | null = null;
    for (const measure of filters.measure!) {
      const found = await scoredPractices(release, measure, periods, asParent(area));
      for (const period of periods) {
        const ofMonth = found.filter((one) => one.period === period);
        const scored = ofMonth.filter(({ score }) => score !== null);
        const index = inequality(
          scored.map(({ score, numerator, denominator }) => ({
            score: score!,
            weight: denominator,
            value: (numerator / denominator) * measure.scale,
          })),
        );
        if (index) {
          const where = atPlaceIn(period, area.level, area.area_name);
          if (measure === filters.measure![0]) {
            sentence = inequalitySentence(index, measure, where, period);
          }
        }
        rows.push({
          period,
          level: area.level,
          area_code: area.area_code,
          area_name: area.area_name,
          measure: measure.id,
          unit: measure.unit,
          practices: scored.length,
          practices_reported: ofMonth.length,
          mean: index?.mean ?? null,
          at_most_deprived: index?.atMostDeprived ?? null,
          at_least_deprived: index?.atLeastDeprived ?? null,
          slope_index: index?.slope ?? null,
          slope_index_lower_95: index?.slopeInterval.lower ?? null,
          slope_index_upper_95: index?.slopeInterval.upper ?? null,
          relative_index: index?.ratio ?? null,
          relative_index_lower_95: index?.ratioInterval?.lower ?? null,
          relative_index_upper_95: index?.ratioInterval?.upper ?? null,
          concentration_index: index?.concentration ?? null,
        });
      }
    }
    return whole(rows, { missing: null, sentence });
  },
});
