import { changesByVersion } from '../../store/changesLog.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

export const changesLog = table({
  path: '/changes-log',
  summary: 'What changed in the API, in definitions and in how figures are worked out, by version',
  description:
    'The changes of this software that readers of its figures and programs that ask for them need to know, the latest version first. Changes of figures themselves are in `/revisions`.',
  parameters: [],
  columns: [
    { name: 'version', type: 'string', description: 'Version of the software.' },
    { name: 'version_date', type: 'string', description: 'The day of the version.' },
    { name: 'topic', type: 'string', description: 'What it is about.' },
    { name: 'change', type: 'string', description: 'What changed, in plain English.' },
  ],
  example: '',
  rows: () => whole([...changesByVersion()]),
});
