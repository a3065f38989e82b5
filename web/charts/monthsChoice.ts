import type { KindChoice } from './kind.ts';

/** The trend among the kinds that readers choose from; apart from the others, because most pages draw it. */
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
    'view',
    'release',
  ],
  fits: () => null,
} as const satisfies KindChoice;
