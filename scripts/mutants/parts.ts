/** A folder whose code is changed to see whether tests notice. */
export interface Part {
  folder: string;
  /** The least share of changes, in percent, that its tests are to notice. */
  aim: number;
  /** The tests that are run on each change, as globs. */
  tests: readonly string[];
}

const recomputed = 'tests/server/recomputed/*.test.ts';

/** The folders that mutants are made of. */
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

/** The folder that a path is or lies in; undefined for any other. */
export const partOf = (path: string): Part | undefined =>
  parts.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
