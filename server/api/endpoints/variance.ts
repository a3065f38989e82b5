import {
  type Grouping,
  groupingOf,
  varianceShares,
} from '../../../data/statistics/sumsOfSquares.ts';
import { varianceComponents } from '../../../data/statistics/varianceComponents.ts';
import { varianceSentence } from '../../../data/words/variance.ts';
import { giveWay, inSteps } from '../../pace.ts';
import { asParent } from '../../store/catalogue.ts';
import { practicesByTraitQuery, type TraitColumns } from '../../store/queries/practicesByTrait.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { england } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { measureColumn, sentenceField } from './columns.ts';

const varianceKinds = ['between', 'nested', 'component'] as const;
const varianceLevels = ['region', 'subregion', 'ccg', 'supplier', 'practice'] as const;
const nestedLevels = ['region', 'subregion', 'ccg', 'practice'] as const;
const weightings = ['patients', 'practices'] as const;

interface Share {
  kind: (typeof varianceKinds)[number];
  weights: (typeof weightings)[number];
  level: string;
  groups: number;
  variance: number;
  share: number;
  mean: number;
}

/** The groupings of practices by level. At the lowest, each practice is a group of its own. */
function groupingsOf(found: TraitColumns): Record<string, Grouping> {
  return {
    region: groupingOf(found.region_code),
    subregion: groupingOf(found.subregion_code),
    ccg: groupingOf(found.ccg_code),
    supplier: groupingOf(found.supplier),
    practice: groupingOf(found.practice_code),
  };
}

async function sharesOf(found: TraitColumns, values: Float64Array): Promise<Share[]> {
  const groupings = groupingsOf(found);
  await giveWay();
  const exact = weightings.flatMap((weights) => {
    const weight =
      weights === 'patients'
        ? new Float64Array(found.denominator)
        : new Float64Array(values.length).fill(1);
    return (['between', 'nested'] as const).flatMap((kind) => {
      const levels = kind === 'nested' ? nestedLevels : varianceLevels.slice(0, -1);
      const shares = varianceShares(
        values,
        weight,
        levels.map((level) => groupings[level]!),
        { nested: kind === 'nested' },
      )!;
      return levels.map((level, i) => ({
        kind,
        weights,
        level,
        ...shares.groupings[i]!,
        mean: shares.mean,
      }));
    });
  });
  await giveWay();
  const random = varianceLevels.slice(0, -1);
  const {
    groupings: components,
    residual,
    mean,
  } = await inSteps(
    varianceComponents(
      values,
      random.map((level) => groupings[level]!),
    ),
  );
  const all = [...components, { groups: values.length, variance: residual }];
  const total = all.reduce((sum, { variance }) => sum + variance, 0);
  return [
    ...exact,
    ...all.map(({ groups, variance }, i) => ({
      kind: 'component' as const,
      weights: 'practices' as const,
      level: varianceLevels[i]!,
      groups,
      variance,
      share: total > 0 ? (variance / total) * 100 : 0,
      mean,
    })),
  ];
}

export const variance = table({
  path: '/variance',
  summary: 'Where the differences are: between regions, CCGs, suppliers or practices',
  description:
    'How much of all differences between the practices of England in a month is between the places of each level and between suppliers. `between` takes each level by itself (eta squared) and `nested` each within the one above, as exact sums of squares, by patients and with every practice counting alike; `component` splits them into components of variance, levels within each other and suppliers across them, by restricted maximum likelihood.',
  parameters: ['measure', 'period'],
  required: ['measure'],
  one: ['measure', 'period'],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    measureColumn,
    { name: 'kind', type: 'string', enum: varianceKinds, description: 'How it is computed.' },
    {
      name: 'weights',
      type: 'string',
      enum: weightings,
      description: 'Whether practices count by their patients or all alike.',
    },
    { name: 'level', type: 'string', enum: varianceLevels, description: 'Between what.' },
    { name: 'groups', type: 'integer', description: 'How many there are.' },
    { name: 'variance', type: 'number', description: 'In squared units of the measure.' },
    {
      name: 'share',
      type: 'number',
      description:
        'Of all variance, in percent; those of `nested` and of `component` add up to 100.',
    },
    { name: 'mean', type: 'number', description: 'The mean that is differed from, in the unit.' },
    { name: 'practices', type: 'integer', description: 'Practices with a figure.' },
  ],
  meta: [{ ...sentenceField, nullable: true }],
  example: 'measure=records_enabled',
  async rows({ release, filters }) {
    const measure = single('measure', filters.measure, ({ id }) => id);
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    const found = await release.database.columns<TraitColumns>(
      practicesByTraitQuery(measure, [period], asParent(england(release)), false),
    );
    const practices = found.practice_code?.length ?? 0;
    if (practices < 3) return whole([], { sentence: null });
    const values = Float64Array.from(
      found.numerator,
      (numerator, i) => (numerator / found.denominator[i]!) * measure.scale,
    );
    const shares = await sharesOf(found, values);
    const component = (level: string) =>
      shares.find((one) => one.kind === 'component' && one.level === level)!;
    const [practice, ccg] = [component('practice'), component('ccg')];
    return whole(
      shares.map((share) => ({ period, measure: measure.id, ...share, practices })),
      {
        // Data of a single CCG say nothing about differences between CCGs.
        sentence:
          ccg.groups > 1
            ? varianceSentence({ practice: practice.share, ccg: ccg.share }, measure, period)
            : null,
      },
    );
  },
});
