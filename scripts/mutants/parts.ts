/** A folder whose code is changed to see whether tests notice. */
export interface Part {
  folder: string;
  /** The least percentage of changes that its tests should notice. */
  aim: number;
  /** Globs of the tests that are run on each change. */
  tests: readonly string[];
  /** Globs of those of them that are left out, because they would take minutes. */
  except?: readonly string[];
  /** Files of tests that look at all that its code holds once it has loaded. */
  looking?: readonly string[];
  /** Why its aim is not met, or not known to be. */
  shortfall?: string;
}

const endpointTest = (name: string) => `tests/server/api/endpoints/${name}.test.ts`;
/** The quickest tests of endpoints that run all that figures are made of. */
const quickAboutFigures = [
  ...['search', 'comparisons', 'projections', 'lifecycle', 'breakdowns', 'supplierEvents'],
  ...['reach', 'targets', 'peers', 'promote', 'figures', 'groups', 'revisions'],
].map(endpointTest);
const recomputed = 'tests/server/recomputed/*.test.ts';

/** The folders in which mutants are made. */
export const parts: readonly Part[] = [
  {
    folder: 'data/statistics',
    aim: 90,
    tests: ['tests/data/statistics/*.test.ts'],
  },
  {
    folder: 'data/words',
    aim: 80,
    tests: ['data/words', 'data/life', 'web/sections'].map((path) => `tests/${path}/*.test.ts`),
  },
  {
    folder: 'server/figures',
    aim: 90,
    tests: ['tests/server/figures/**/*.test.ts', ...quickAboutFigures, recomputed],
    except: ['**/publishedNames.test.ts'],
    shortfall:
      'of the nine that survived, six change no figure, one is noticed by the tests of corrections, which take too long to be run on each change, and two have tests since. The three samples before it, of other changes, killed 49, 44 and 42 of 60.',
  },
  {
    folder: 'server/api/endpoints',
    aim: 80,
    tests: [endpointTest('*'), recomputed],
    looking: ['tests/scripts/describe/apiTypes.test.ts'],
  },
  {
    folder: 'web/charts/specs',
    aim: 80,
    tests: ['tests/web/charts/specs/**/*.test.ts', 'tests/web/charts/*.test.ts'],
    except: ['**/forms.*', '**/findings.*', '**/kinds.*'],
  },
];

/** The part that a path belongs to; undefined for any other path. */
export const partOf = (path: string): Part | undefined =>
  parts.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
