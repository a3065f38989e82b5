import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the paths of the longest files. */
const longest = [
  ...['/browser/', '/deploy/', '/everyOperation.', '/generatedRequests.', '/kills.', '/gate.'],
  ...['/scripts/ingest.test', '/merging.', '/ingest/references.', '/everyMeasure.'],
];

/** Starts the longest files first, so that none is left to run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification) =>
      longest.some((part) => moduleId.includes(part));
    const sorted = await super.sort(files);
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/releases.ts'],
    sequence: { sequencer: LongestFirst },
    // A test that comes to no assertion, as where what it walks through is empty, has failed.
    // What is waited for may take long on a busy machine.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Loading every module anew for every file would take as long as a fifth of the tests.
    isolate: false,
    // Files share two cores with the servers and the browser that they start.
    maxWorkers: 2,
  },
});
