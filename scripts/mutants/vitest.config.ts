import { BaseSequencer, type TestSpecification } from 'vitest/node';
import usual from '../../vitest.config.ts';

/** Starts with the files in which tests failed last, then the quickest: a change needs no more tests once one fails. */
class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const rank = ({ moduleId }: TestSpecification) => {
      const last = this.ctx.cache.getFileTestResults(`:${moduleId.slice(root.length + 1)}`);
      return last?.failed ? -1 : (last?.duration ?? 0);
    };
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

/** The settings with which Stryker runs tests on changed code. */
export default {
  ...usual,
  test: {
    ...usual.test,
    // Not by Stryker's option for test files: with it, what is made once when a module loads would never be changed.
    ...JSON.parse(process.env.MUTANTS_TESTS!),
    sequence: { sequencer: LikeliestFirst },
    // A change may keep a test waiting for ever.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};
