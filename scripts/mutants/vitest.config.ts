import {
  BaseSequencer,
  type Reporter,
  type TestModule,
  type TestSpecification,
  type Vitest,
} from 'vitest/node';
import usual from '../../vitest.config.ts';

/** Starts with the quickest files: a change needs no more tests once one fails. */
class QuickestFirst extends BaseSequencer {
  /** How long each file took when nothing was changed, in milliseconds. */
  private readonly took = new Map<string, number>();

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    for (const { moduleId } of files) {
      if (this.took.has(moduleId)) continue;
      const last = this.ctx.cache.getFileTestResults(`:${moduleId.slice(root.length + 1)}`);
      if (last) this.took.set(moduleId, last.duration);
    }
    const tookOf = ({ moduleId }: TestSpecification) => this.took.get(moduleId) ?? 0;
    return [...files].sort((a, b) => tookOf(a) - tookOf(b));
  }
}

/**
 * Reports a file of tests that does not load, or cannot be made ready, as an error: Stryker looks only at tests that ran.
 */
class NotLoaded implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestModuleEnd(file: TestModule): void {
    const failed = file.state() === 'failed' && [...file.children.allTests('failed')].length === 0;
    if (!failed) return;
    this.vitest!.state.catchError(new Error(`${file.moduleId} does not load`), 'Unhandled Error');
    this.vitest!.cancelCurrentRun('test-failure');
  }
}

/** The settings with which Stryker runs tests on changed code. */
export default {
  ...usual,
  test: {
    ...usual.test,
    // Not by Stryker's option for test files: with it, what is made once when a module loads would never be changed.
    ...JSON.parse(process.env.MUTANTS_TESTS!),
    sequence: { sequencer: QuickestFirst },
    reporters: [new NotLoaded()],
    // Stryker runs tests in threads, which take no options of V8.
    execArgv: [],
    // A change may keep a test waiting for ever.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};
