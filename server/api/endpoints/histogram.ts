import { filterIds } from '../../../data/definitions/filterIds.ts';
import { stepsOf } from '../../../data/statistics/histogram.ts';
import { valuesByMonth } from '../../figures/practiceSpread.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { single } from '../scope.ts';
import { spreadAsked, spreadColumns } from './spread.ts';

export const histogram = table({
  path: '/histogram',
  summary: 'How practices spread: how many are in each step of the value',
  description:
    'Counts of practices by steps of equal width, from zero, at most about forty; steps without a practice are included. The highest hundredth of the practices shares one open step at the end, where it is far beyond the others.',
  parameters: ['measure', 'within', 'boundaries', 'period', ...filterIds],
  required: ['measure'],
  one: ['measure', 'within', 'period'],
  columns: [
    ...spreadColumns,
    { name: 'from', type: 'number', description: 'Where the step begins, in the unit; included.' },
    {
      name: 'to',
      type: 'number',
      nullable: true,
      missing: '[z]',
      description: 'Where it ends, in the unit; not included. None for the open step at the end.',
    },
    { name: 'practices', type: 'integer', description: 'Practices with a value in the step.' },
  ],
  example: 'measure=records_enabled&period=latest',
  async rows(question) {
    const asked = spreadAsked(question);
    const measure = single('measure', asked.measures, ({ id }) => id);
    const area = single('within', asked.areas, ({ code }) => code);
    const period = single('period', asked.periods, (one) => one);
    const { release } = question;
    const values = (await valuesByMonth(release, measure, [period], area)).get(period)!;
    return whole(
      stepsOf(values).map((step) => ({
        period,
        area_code: area.code,
        measure: measure.id,
        ...step,
      })),
    );
  },
});
