import { measures, polarities, services, stages } from '../../../data/definitions/measures.ts';
import { things } from '../../../data/definitions/units.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { unitColumn } from './columns.ts';

export const measureList = table({
  path: '/measures',
  summary: 'What is measured, and how',
  description:
    'The declaration of every measure: wording, unit, numerator, denominator and source.',
  parameters: [],
  columns: [
    { name: 'id', type: 'string', description: 'Id, as the parameter `measure` takes it.' },
    {
      name: 'service',
      type: 'string',
      enum: [...services, 'any'],
      description: 'The online service; `any` is at least one of them.',
    },
    {
      name: 'stage',
      type: 'string',
      enum: stages,
      description: 'The step of uptake: offered, enabled, accessed or use.',
    },
    unitColumn('What its values are in.'),
    { name: 'title', type: 'string', description: 'Title, as charts carry it.' },
    {
      name: 'phrase',
      type: 'string',
      description: 'What patients could do, were set up for or did.',
    },
    { name: 'numerator_label', type: 'string', description: 'What the numerator counts.' },
    { name: 'denominator_label', type: 'string', description: 'What the denominator counts.' },
    { name: 'description', type: 'string', description: 'How it is counted.' },
    { name: 'why_it_matters', type: 'string', description: 'Why it matters.' },
    {
      name: 'polarity',
      type: 'string',
      enum: polarities,
      description: 'Whether higher is better or lower, or no judgement.',
    },
    {
      name: 'published_as_wide',
      type: 'string',
      nullable: true,
      description: 'Column in the wide files of 2014 to 2017.',
    },
    {
      name: 'published_as_long',
      type: 'string',
      nullable: true,
      description: 'Field in the long files from 2018.',
    },
    { name: 'first_period', type: 'string', nullable: true, description: 'First month with it.' },
    { name: 'last_period', type: 'string', nullable: true, description: 'Last month with it.' },
    { name: 'counts', type: 'string', enum: Object.keys(things), description: 'What it counts.' },
    {
      name: 'stock',
      type: 'boolean',
      description:
        'Whether it counts the same people or practices month after month, so that its changes and not its level tell what is usual.',
    },
    {
      name: 'least_difference',
      type: 'number',
      nullable: true,
      description:
        'The least difference between two values that is worth a word, in the unit: a judgement, not a statistic. Beside a value below four times as much, it is a quarter of that value. None for rates, whose differences are not judged.',
    },
  ],
  example: '',
  rows({ release }) {
    const { periods, collected } = release.catalogue;
    return whole(
      measures.map((measure) => {
        const held = periods.filter(({ period }) => collected.get(period)!.has(measure.id));
        return {
          id: measure.id,
          service: measure.service,
          stage: measure.stage,
          unit: measure.unit,
          title: measure.title,
          phrase: measure.phrase,
          numerator_label: measure.numeratorLabel,
          denominator_label: measure.denominatorLabel,
          description: measure.description,
          why_it_matters: measure.whyItMatters,
          polarity: measure.polarity,
          published_as_wide: measure.publishedAs.wide,
          published_as_long: measure.publishedAs.long,
          first_period: held[0]?.period ?? null,
          last_period: held.at(-1)?.period ?? null,
          counts: measure.counts,
          stock: measure.stock,
          least_difference: measure.leastDifference,
        };
      }),
    );
  },
});
