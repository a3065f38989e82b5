import { missingReference } from './references.ts';

/** What reference files can say about practices: the release table it is in, and what to say without it. */
export const traits = {
  deprivation: {
    table: 'practice_deprivation',
    missing: `${missingReference('deprivation', 'Deprivation is not known')}.`,
  },
  rurality: {
    table: 'practice_rurality',
    missing: 'This release does not say which practices are rural, so that is not used.',
  },
} as const;

export type Trait = keyof typeof traits;

export const traitIds = Object.keys(traits) as Trait[];
