import { table } from '../endpoint.ts';
import { badParameter, unknown } from '../errors.ts';
import { type FindingRow, findingKindsQuery, findingsQuery } from '../queries/findings.ts';

export const findings = table({
  path: '/findings',
  summary: 'What is odd in the published files, and was published so',
  description:
    'Findings do not change any figure. Each names the month, the practice or area, the file and the data row.',
  parameters: ['kind', 'period', 'practice'],
  columns: [
    { name: 'kind', type: 'string', description: 'Kind of finding.' },
    { name: 'period', type: 'string', nullable: true, description: 'Month.' },
    { name: 'practice_code', type: 'string', nullable: true, description: 'Practice.' },
    { name: 'area_code', type: 'string', nullable: true, description: 'Area.' },
    { name: 'field', type: 'string', nullable: true, description: 'Published field or measure.' },
    { name: 'value', type: 'string', nullable: true, description: 'What stands there.' },
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
  async rows({ release: { database }, filters: { kind, period, practice } }) {
    if (kind) {
      const kinds = (await database.all<{ kind: string }>(findingKindsQuery())).map(
        (row) => row.kind,
      );
      if (!kinds.includes(kind)) {
        throw badParameter('kind', kind, unknown('kind of finding', kind, kinds));
      }
    }
    const query = findingsQuery({ kind, periods: period, practice: practice?.area_code });
    return { chunks: database.chunks<FindingRow>(query) };
  },
});
