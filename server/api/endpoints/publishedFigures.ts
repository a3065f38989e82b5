import { publishedFigures as known } from '../../../data/definitions/publishedFigures.ts';
import { badParameter } from '../../errors.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { measureColumns } from './columns.ts';

export const publishedFigures = table({
  path: '/published-figures',
  summary: 'What was said of England in public at the time',
  description:
    'National figures as they were quoted in public, each with its source: to compare the figures of the extracts with. They are no part of a release.',
  parameters: ['measure', 'from', 'to'],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    measureColumns[0]!,
    {
      name: 'value',
      type: 'number',
      nullable: true,
      missing: '[z]',
      description:
        'As it was rounded, in the unit of the measure; none where only a count was said.',
    },
    { name: 'said', type: 'string', description: 'As it was said.' },
    { name: 'source', type: 'string', description: 'Who said so, and when.' },
    { name: 'source_url', type: 'string', description: 'Where.' },
  ],
  example: 'measure=records_offered',
  rows({ filters: { measure, from, to } }) {
    if (from && to && from > to) throw badParameter('from', from, `from is later than to: ${from}`);
    const ids = measure?.map(({ id }) => id);
    const found = known.filter(
      (one) =>
        (!ids || ids.includes(one.measure)) &&
        (!from || one.period >= from) &&
        (!to || one.period <= to),
    );
    return whole(
      found.map((one) => ({
        period: one.period,
        measure: one.measure,
        value: one.value,
        said: one.said,
        source: one.source,
        source_url: one.sourceUrl,
      })),
    );
  },
});
