import { gateChecks } from '../../../data/definitions/gate.ts';
import { type AcceptanceRow, acceptancesQuery } from '../../store/queries/acceptances.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

const checks = Object.entries(gateChecks)
  .map(([kind, { description }]) => `\`${kind}\`: ${description}`)
  .join(' ');

export const acceptances = table({
  path: '/acceptances',
  summary: 'What was doubted of a release and accepted, and why',
  description: `Before a release becomes current it is compared with the one before and checked for plausibility. What fails is released only with a reason, which the release records for as long as it has that month. ${checks}`,
  parameters: [],
  columns: [
    {
      name: 'kind',
      type: 'string',
      enum: Object.keys(gateChecks),
      description: 'The check that failed.',
    },
    {
      name: 'period',
      type: 'string',
      nullable: true,
      description: 'Month; none where it is about the release.',
    },
    { name: 'area_code', type: 'string', nullable: true, description: 'Area.' },
    { name: 'value', type: 'string', nullable: true, description: 'The value found.' },
    {
      name: 'other',
      type: 'string',
      nullable: true,
      description: 'The value it was compared with.',
    },
    { name: 'message', type: 'string', description: 'The doubt as a sentence.' },
    { name: 'reason', type: 'string', description: 'Why it was accepted.' },
    { name: 'accepted_in', type: 'string', description: 'The release in which it was accepted.' },
  ],
  example: '',
  rows: async ({ release }) => whole(await release.database.all<AcceptanceRow>(acceptancesQuery())),
});
