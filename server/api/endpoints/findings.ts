import { findingKinds } from '../../../data/definitions/findings.ts';
import {
  type FindingCountRow,
  type FindingRow,
  findingCountsQuery,
  findingsQuery,
} from '../../store/queries/findings.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

export const findings = table({
  path: '/findings',
  summary: 'What is unusual in the published files',
  description:
    'Findings do not change any figure. Each names the month, the practice or area, the file and the data row.',
  parameters: ['kind', 'period', 'practice'],
  columns: [
    {
      name: 'kind',
      type: 'string',
      enum: Object.keys(findingKinds),
      description: 'Kind of finding.',
    },
    { name: 'period', type: 'string', nullable: true, description: 'Month.' },
    { name: 'practice_code', type: 'string', nullable: true, description: 'Practice.' },
    { name: 'area_code', type: 'string', nullable: true, description: 'Area.' },
    { name: 'field', type: 'string', nullable: true, description: 'Published field or measure.' },
    { name: 'value', type: 'string', nullable: true, description: 'The value found.' },
    { name: 'other', type: 'string', nullable: true, description: 'What it is compared with.' },
    { name: 'message', type: 'string', description: 'The finding as a sentence.' },
    { name: 'file', type: 'string', nullable: true, description: 'Published file.' },
    {
      name: 'row',
      type: 'integer',
      nullable: true,
      description: 'Data row; 1 follows the header.',
    },
  ],
  example: 'period=latest',
  rows({ release: { database }, filters: { kind, period, practice } }) {
    const query = findingsQuery({
      kinds: kind && [kind],
      periods: period,
      practice: practice?.area_code,
    });
    return { chunks: database.chunks<FindingRow>(query) };
  },
});

export const findingCounts = table({
  path: '/findings/kinds',
  summary: 'What is looked for in the published files, and how often it was found',
  description:
    'Every kind of finding in words, with how many the release has, also where it has none; `/findings?kind=` lists them.',
  parameters: [],
  columns: [
    {
      name: 'kind',
      type: 'string',
      enum: Object.keys(findingKinds),
      description: 'Kind of finding.',
    },
    { name: 'title', type: 'string', description: 'Its title.' },
    { name: 'description', type: 'string', description: 'What it means for the figures.' },
    { name: 'findings', type: 'integer', description: 'How many there are.' },
    { name: 'practices', type: 'integer', description: 'How many practices they are about.' },
    {
      name: 'first_period',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'First month with one.',
    },
    {
      name: 'last_period',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'Last month with one.',
    },
  ],
  example: '',
  async rows({ release: { database } }) {
    const counted = await database.all<FindingCountRow>(findingCountsQuery());
    const byKind = new Map(counted.map((row) => [row.kind, row]));
    return whole(
      Object.entries(findingKinds).map(([kind, { title, description }]) => ({
        kind,
        title,
        description,
        findings: byKind.get(kind)?.findings ?? 0,
        practices: byKind.get(kind)?.practices ?? 0,
        first_period: byKind.get(kind)?.first_period ?? null,
        last_period: byKind.get(kind)?.last_period ?? null,
      })),
    );
  },
});
