import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { pageOf } from '../../scripts/mutants/page.ts';
import { reasons } from '../../scripts/mutants/reasons.ts';
import { sampleOf } from '../../scripts/mutants/score.ts';

const at = new Date('2026-11-29T12:00:00Z');

/** The plugin that alters Stryker's plan; plain JavaScript, as Stryker loads it. */
const plugin = new URL('../../scripts/mutants/plan.js', import.meta.url).href;

const planOf = (line: number, coveredBy: string[], isStatic = false) => ({
  plan: 'Run',
  mutant: {
    ...{ fileName: 'company.ts', mutatorName: 'EqualityOperator', replacement: 'a <= b' },
    ...{ location: { start: { line, column: 1 }, end: { line, column: 6 } } },
    ...{ status: undefined, coveredBy, static: isStatic },
  },
  runOptions: { testFilter: coveredBy, mutantActivation: 'runtime', timeout: 1000 },
});
type Plan = ReturnType<typeof planOf>;

const short = { 'a#1': 1000, 'a#2': 1000, 'b#1': 1000 };

/** Lets the plugin alter the plans for changes, after tests have run, each for some milliseconds. */
async function altered(
  mutantPlans: Plan[],
  { draw = '', tests = short as Record<string, number>, looking = [] as string[] } = {},
): Promise<Plan[]> {
  const { strykerPlugins } = await import(plugin);
  const plan = new strykerPlugins[0].injectableClass();
  const ran = Object.entries(tests).map(([id, timeSpentMs]) => ({ id, timeSpentMs }));
  plan.onDryRunCompleted({ result: { tests: ran } });
  vi.stubEnv('MUTANTS_DRAW', draw);
  vi.stubEnv('MUTANTS_LOOKING', JSON.stringify(looking));
  plan.onMutationTestingPlanReady({ mutantPlans });
  vi.unstubAllEnvs();
  return mutantPlans;
}

/** The lines of changes that are left to make after a draw. */
async function drawn(lines: readonly number[], size: number, seed: number): Promise<number[]> {
  const plans = await altered(
    lines.map((line) => planOf(line, [])),
    { draw: JSON.stringify({ size, seed }) },
  );
  const [left, out] = [true, false].map((isLeft) =>
    plans.filter(({ plan }) => (plan === 'Run') === isLeft),
  );
  expect(new Set(out!.map(({ plan, mutant }) => `${plan} ${mutant.status}`))).toEqual(
    new Set(['EarlyResult Ignored']),
  );
  return left!.map(({ mutant }) => mutant.location.start.line).sort((a, b) => a - b);
}

it('tests of changes can run in threads, which take no options of V8', async () => {
  vi.stubEnv('MUTANTS_TESTS', '{}');
  const { default: settings } = await import('../../scripts/mutants/vitest.config.ts');
  vi.unstubAllEnvs();
  const thread = new Worker('', { eval: true, execArgv: settings.test.execArgv });
  expect(await once(thread, 'exit')).toEqual([0]);
});

describe('a draw of changes', () => {
  const all = Array.from({ length: 100 }, (_, i) => i + 1);

  it('is the same for the same seed, whatever the order of the changes', async () => {
    const once = await drawn(all, 20, 7);
    expect(new Set(once).size).toBe(20);
    expect(await drawn(all.toReversed(), 20, 7)).toEqual(once);
    expect(await drawn(all, 20, 8)).not.toEqual(once);
  });

  it('takes every change equally often', async () => {
    const times = new Map<number, number>();
    for (let seed = 0; seed < 200; seed++) {
      for (const line of await drawn(all, 50, seed)) times.set(line, (times.get(line) ?? 0) + 1);
    }
    // Each is drawn 100 times on average, with a standard deviation of 7.1.
    for (const line of all) expect(Math.abs(times.get(line)! - 100)).toBeLessThan(36);
  });
});

it('tries a change on whole files of tests, from the beginning', async () => {
  const plans = await altered([planOf(1, ['a#2']), planOf(2, [], true), planOf(3, [])]);
  expect(plans.map(({ runOptions }) => runOptions)).toEqual([
    { testFilter: ['a#1', 'a#2'], mutantActivation: 'static', timeout: 3000 },
    // Made while the module loads, which only tests of `a` run more of.
    { testFilter: ['a#1', 'a#2'], mutantActivation: 'static', timeout: 3000 },
    { testFilter: [], mutantActivation: 'runtime', timeout: 1000 },
  ]);
});

describe('the tests of a change', () => {
  const chosen = async (plan: Plan, tests: Record<string, number>, looking: string[] = []) =>
    (await altered([plan], { tests, looking }))[0]!.runOptions.testFilter;

  it('are the quickest files, as long as they take a minute together', async () => {
    const tests = { 'a#1': 40_000, 'b#1': 30_000, 'c#1': 30_000, 'd#1': 70_000 };
    expect(await chosen(planOf(1, Object.keys(tests)), tests)).toEqual(['b#1', 'c#1']);
    expect(await chosen(planOf(1, ['d#1']), tests)).toEqual(['d#1']);
  });

  it('are in long files only those that run it', async () => {
    const tests = { 'a#1': 3000, 'a#2': 2001, 'b#1': 3000, 'b#2': 2000 };
    expect(await chosen(planOf(1, ['a#2', 'b#2']), tests)).toEqual(['a#2', 'b#1', 'b#2']);
  });

  it('are those that look at all that has loaded, if it is made then', async () => {
    const tests = { 'a#1': 2000, 'b#1': 1000 };
    const isStatic = (is: boolean) => chosen(planOf(1, is ? [] : ['a#1'], is), tests, ['b', 'c']);
    expect(await isStatic(true)).toEqual(['b#1']);
    expect(await isStatic(false)).toEqual(['a#1']);
  });
});

describe('a sample', () => {
  const mutant = (line: number, status: string) => ({
    ...{ replacement: 'a <= b', status },
    location: { start: { line, column: 8 }, end: { line, column: 13 } },
  });
  const source = ['', 'return a < b;', 'return a < b;', ''].join('\n');
  const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'];
  const report = {
    files: {
      'server/figures/company.ts': { source, mutants: statuses.map((one) => mutant(2, one)) },
      'server/figures/texts.ts': { source, mutants: [mutant(3, 'Killed')] },
    },
  };
  const sample = sampleOf(report, { folder: 'server/figures', seed: 7 }, at);

  it('counts what was drawn, and what the folder has', () => {
    const survivor = {
      file: 'server/figures/company.ts',
      line: 2,
      change: 'a < b → a <= b',
    };
    expect(sample).toEqual({
      ...{ folder: 'server/figures', seed: 7, measured: '2026-11-29' },
      ...{ all: 7, killed: 3, survived: [survivor, survivor] },
    });
  });

  it('stands on the page with its interval', () => {
    const page = pageOf({ samples: [sample], files: [] });
    expect(page).toContain(
      '| `server/figures` | 7 | 5 | 60.0% | 23.1% to 88.2% | 90% | 7 | 2026-11-29 |',
    );
    expect(page).toContain('| `data/words` | | none | | | 80% | | |');
    expect(page).toContain(
      '| server/figures/company.ts, 2 | `a < b → a <= b` | a test for it is still to be written |',
    );
  });
});

it('gives reasons only for code that is there', () => {
  for (const [file, changes] of reasons.flatMap((one) => Object.entries(one.changes))) {
    const code = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
    for (const change of changes) {
      const [before] = change.split(' → ');
      expect(code, `${file}: ${change}`).toContain(before!.replace(/…$/, ''));
    }
  }
});
