import type { LevelId } from './levels.ts';

/** Words that link others in a name; ignored in searches that contain others. */
export const linkingWords: ReadonlySet<string> = new Set(
  'and at by for in near of off on the to upon with'.split(' '),
);

/** Words with which people ask for a place, before or after its name. */
export const askingWords: ReadonlySet<string> = new Set(
  'a an find search show me my our local nearest closest nearby around which what where is are called code ods postcode post gp gps please'.split(
    ' ',
  ),
);

/** Words between what is asked for and where: "surgery in Leeds". */
export const locatingWords: ReadonlySet<string> = new Set(
  'around at by in near nearby nearest within'.split(' '),
);

/** Words that say what kind of place it is, not which. A name that lacks one is still near. */
export const generalWords: ReadonlySet<string> = new Set(
  'surgery practice practitioner general medical health healthcare care centre doctor clinic group partner partnership family service primary network nhs ccg pcn stp commissioning region'.split(
    ' ',
  ),
);

/** Words in the names of areas that repeat their level. */
export const kindWords: ReadonlySet<string> = new Set(
  'nhs ccg pcn stp commissioning region'.split(' '),
);

/** Words that name a level of place. */
export const levelWords: ReadonlyMap<string, LevelId> = new Map([
  ['region', 'region'],
  ['stp', 'stp'],
  ['ccg', 'ccg'],
  ['pcn', 'pcn'],
  ['surgery', 'practice'],
  ['practice', 'practice'],
  ['doctor', 'practice'],
  ['clinic', 'practice'],
  ['medical', 'practice'],
]);
