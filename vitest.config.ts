import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the paths of the longest files, the longest first. */
const longest = [
  ...['/browser/pages.', '/everyOperation.', '/browser/', '/said/said.', '/deploy/', '/gate.'],
  ...['/kills.', '/engines.', '/everyPage.', '/scripts/ingest.test', '/ingest/references.'],
  ...['/corrections.', '/generatedRequests.', '/everyMonth.', '/merging.', '/ingest/fixtures.'],
  ...['/headings.', '/charts/findings.', '/everyMeasure.'],
];

/** Starts the longest files first, so that none is left to run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
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
    // Many files wait for servers, browsers and clocks: one more than there are cores keeps those at work.
    maxWorkers: 3,
  },
});
