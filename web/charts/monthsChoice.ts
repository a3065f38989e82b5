import { filterIds } from '../../data/definitions/filterIds.ts';
import type { KindChoice } from './kind.ts';

/** The trend among the kinds that readers choose from, in a file of its own because most pages draw it. */
export const monthsChoice = {
  id: 'months',
  name: 'Trend',
  parameters: [
    'measure',
    'service',
    'area',
    'boundaries',
    'from',
    'to',
    'group',
    'against',
    'view',
    ...filterIds,
    'release',
  ],
  // More lines can hardly be told apart.
  most: 8,
  fits: () => null,
} as const satisfies KindChoice;
