/** A folder whose code is changed to see whether tests notice. */
export interface Part {
  folder: string;
  /** The least percentage of changes that its tests should notice. */
  aim: number;
  /** Globs of the tests that are run on each change. */
  tests: readonly string[];
  /** Globs of those of them that are left out, because they would take too long to run for every change. */
  slow?: readonly string[];
}

const endpoints = 'tests/server/api/endpoints/*.test.ts';
const slowEndpoints = ['**/likeForLike.*', '**/provenance.*'];
const recomputed = 'tests/server/recomputed/*.test.ts';

/** The folders in which mutants are made. */
export const parts: readonly Part[] = [
  { folder: 'data/statistics', aim: 90, tests: ['tests/data/statistics/*.test.ts'] },
  {
    folder: 'data/words',
    aim: 80,
    tests: ['tests/data/words/*.test.ts', 'tests/web/sections/*.test.ts'],
  },
  {
    folder: 'server/figures',
    aim: 90,
    tests: ['tests/server/figures/**/*.test.ts', endpoints, recomputed],
    slow: ['**/publishedNames.*', '**/news.*', ...slowEndpoints],
  },
  {
    folder: 'server/api/endpoints',
    aim: 80,
    tests: [endpoints, recomputed],
    slow: slowEndpoints,
  },
  {
    folder: 'web/charts/specs',
    aim: 80,
    tests: [
      'tests/web/charts/specs/**/*.test.ts',
      'tests/web/charts/*.test.ts',
      'tests/server/images/images.test.ts',
    ],
    slow: ['**/forms.*', '**/findings.*', '**/kinds.*'],
  },
];

/** The part that a path belongs to; undefined for any other path. */
export const partOf = (path: string): Part | undefined =>
  parts.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
