import type { Measure } from '../../../data/definitions/measures.ts';
import { figureValue } from '../../../data/definitions/units.ts';
import type { Counts, UnitContribution, UnitKind } from '../../../data/statistics/decompose.ts';
import { sortInSteps } from '../../../data/statistics/steps.ts';
import { inSteps } from '../../pace.ts';
import { type Column, rowsOf } from '../../table.ts';
import { changeOf } from '../decomposition.ts';
import { table } from '../endpoint.ts';
import { changeDefaults, changeMonths, changeNames } from './changes.ts';
import { measureColumn, unitColumn } from './columns.ts';

const kinds = [
  'both',
  'changed_supplier',
  'came',
  'left',
  'began_reporting',
  'stopped_reporting',
] as const;

const countColumns = (when: 'before' | 'after', month: string): Column[] =>
  ['numerator', 'denominator', 'value'].map((name) => ({
    name: `${name}_${when}`,
    type: name === 'value' ? 'number' : 'integer',
    nullable: true,
    description: `Its ${name} in the ${month} month; none where it did not report.`,
  }));

export const practiceChanges = table({
  path: '/changes/practices',
  summary: 'What each practice did to a change between two months',
  description: `Every practice behind the change of a place's figure with what it contributed, largest first; the contributions add up to the change. ${changeDefaults}`,
  parameters: changeNames,
  required: ['measure'],
  one: ['measure', 'area'],
  columns: [
    ...changeMonths,
    {
      name: 'level',
      type: 'string',
      enum: ['practice'],
      description: 'Level of the place: practice.',
    },
    { name: 'area_code', type: 'string', description: 'Code of the practice.' },
    { name: 'area_name', type: 'string', description: 'Its latest name of the two months.' },
    measureColumn,
    unitColumn('What values and contributions are in.'),
    {
      name: 'kind',
      type: 'string',
      enum: kinds satisfies readonly UnitKind[],
      description:
        'Whether it reported in both months (on another supplier’s system in the later one: changed_supplier), came, left, began or stopped reporting.',
    },
    {
      name: 'contribution',
      type: 'number',
      description: "What it adds to the place's figure, in the unit.",
    },
    { name: 'through_uptake', type: 'number', description: 'Of that, through its own figure.' },
    {
      name: 'through_size',
      type: 'number',
      description: 'Of that, through its share of the patients: grown or shrunk, come or gone.',
    },
    ...countColumns('before', 'earlier'),
    ...countColumns('after', 'later'),
  ],
  meta: [
    { name: 'from', type: 'string', nullable: true, description: 'Earlier month.' },
    { name: 'to', type: 'string', description: 'Later month.' },
    {
      name: 'practices',
      type: 'integer',
      description: 'Practices behind the change, on all pages.',
    },
  ],
  example: 'measure=records_enabled&area=E92000001',
  async rows(question) {
    const { measure, from, to, taken, units } = await changeOf(question);
    const sizes = await inSteps(sortInSteps(taken?.units ?? [], largestFirst));
    const rowOf = ({ code, kind, rate, weight }: UnitContribution) => {
      const { name, before, after } = units.get(code)!;
      return {
        from_period: from,
        to_period: to,
        level: 'practice',
        area_code: code,
        area_name: name,
        measure: measure.id,
        unit: measure.unit,
        kind,
        contribution: rate + weight,
        through_uptake: rate,
        through_size: weight,
        ...valuesOf('before', before, measure),
        ...valuesOf('after', after, measure),
      };
    };
    return rowsOf(sizes, rowOf, { from, to, practices: sizes.length });
  },
});

const sizeOf = ({ rate, weight }: UnitContribution): number => Math.abs(rate + weight);

const largestFirst = (a: UnitContribution, b: UnitContribution): number =>
  sizeOf(b) - sizeOf(a) || (a.code < b.code ? -1 : 1);

const valuesOf = (when: 'before' | 'after', counts: Counts | null, measure: Measure) => {
  const { numerator = null, denominator = null } = counts ?? {};
  return {
    [`numerator_${when}`]: numerator,
    [`denominator_${when}`]: denominator,
    [`value_${when}`]: figureValue(measure, numerator, denominator),
  };
};
