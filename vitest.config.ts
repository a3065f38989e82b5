import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the paths of the slowest test files, the slowest first. */
const longest = [
  // The first makes the England that the other files in a browser ask for; by then it is complete, with its files.
  ...['/browser/journeys.', '/generatedRequests.', '/said/said.', '/browser/pages.'],
  ...[
    '/browser/everyPage.',
    '/browser/',
    '/everyOperation.',
    '/everyPage.',
    '/corrections.',
    '/engines.',
    '/deploy/',
    '/gate.',
    '/everyMonth.',
    '/cuts.',
  ],
  ...['/likeForLike.', '/bundle.', '/provenance.', '/ingest/references.', '/ingest/fixtures.'],
  ...['/ingest.test', '/kills.', '/merging.', '/news.', '/headings.', '/endpoints/changes.'],
  ...['/keptFigures.', '/revisions.', '/underAttack.', '/anchors.', '/embargo.', '/schemas.'],
  ...[
    '/specs/approved.',
    '/charts/forms.',
    '/charts/findings.',
    '/recomputed/',
    '/news.',
    '/cases/',
  ],
];

/** Starts the slowest files first, so that none is left to run alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/**
 * Options for Node. Tests run much code a few times: it would spend a tenth of their time on optimising what then hardly
 * runs, which later versions do more rarely anyway, and on collecting garbage often.
 */
const options = ['--min-semi-space-size=64', '--max-semi-space-size=64'];
if (process.versions.node.startsWith('20.')) options.push('--interrupt-budget=540000');

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/releases.ts'],
    sequence: { sequencer: LongestFirst },
    // A test without an assertion fails, such as one that loops over an empty list. The long timeout is for busy
    // machines.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Reloading every module for every file would add about a fifth to the time of the tests.
    isolate: false,
    execArgv: options,
    // One more than there usually are cores, as many files wait for servers, browsers and clocks. Each loads all code.
    maxWorkers: 3,
  },
});
