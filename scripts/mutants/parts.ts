/** A folder whose code is changed to see whether tests notice. */
export interface Part {
  folder: string;
  /** The least percentage of changes that its tests should notice. */
  aim: number;
  /** Globs of the tests that are run on each change. */
  tests: readonly string[];
}

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
    tests: ['tests/server/figures/**/*.test.ts', recomputed],
  },
  {
    folder: 'server/api/endpoints',
    aim: 80,
    tests: ['tests/server/api/endpoints/*.test.ts', recomputed],
  },
  {
    folder: 'web/charts/specs',
    aim: 80,
    tests: ['tests/web/charts/specs/**/*.test.ts', 'tests/web/charts/*.test.ts'],
  },
];

/** The part that a path belongs to; undefined for any other path. */
export const partOf = (path: string): Part | undefined =>
  parts.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
