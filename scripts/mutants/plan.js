// A plugin of Stryker: it alters the plan of which changes are made, and which tests run on each, where Stryker has no
// option for it.
import { createHash } from 'node:crypto';

/**
 * Of all changes, those that a seed draws. Each has a place in the draw that depends on nothing but itself and the seed.
 */
function drawn(changes, { size, seed }) {
  const placeOf = ({ fileName, location, mutatorName, replacement }) =>
    createHash('sha256')
      .update(JSON.stringify([seed, fileName, location, mutatorName, replacement]))
      .digest('hex');
  return changes
    .map((change) => ({ change, place: placeOf(change) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, size)
    .map(({ change }) => change);
}

const fileOf = (id) => id.slice(0, id.indexOf('#'));

/** How long the tests of one change may take, in milliseconds, as long as they did when nothing was changed. */
const longest = 60_000;
/** Of files that take longer than this, only the tests that run the change are run. */
const longFile = 5000;

const timeOf = (tests) => tests.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0);

class Plan {
  /** The tests of each file. */
  tests = new Map();
  planned = 0;
  tested = 0;

  onDryRunCompleted({ result }) {
    for (const test of result.tests) {
      const file = fileOf(test.id);
      this.tests.set(file, [...(this.tests.get(file) ?? []), test]);
    }
  }

  onMutationTestingPlanReady({ mutantPlans }) {
    const running = testsRunning(mutantPlans);
    const { MUTANTS_DRAW: draw } = process.env;
    if (draw) leaveOut(mutantPlans, JSON.parse(draw));
    const made = mutantPlans.filter(({ plan }) => plan === 'Run');
    for (const plan of made) this.chooseTests(plan, running.get(plan.mutant.fileName));
    this.planned = made.length;
  }

  /**
   * Runs whole files of tests, the quickest, as long as there is time: what the first test of a file computes is often
   * kept, so that the others notice a change in it though they do not run it. What runs only while a module loads is
   * tried on the tests that run the rest of it, and on those that look at all that has loaded.
   */
  chooseTests({ mutant, runOptions }, runningModule) {
    const ids = new Set(
      mutant.static ? [...runningModule, ...this.lookingAtAll()] : mutant.coveredBy,
    );
    if (!ids.size) return;
    const files = [...new Set([...ids].map(fileOf))]
      .map((file) => {
        const tests = this.tests.get(file);
        return timeOf(tests) > longFile ? tests.filter(({ id }) => ids.has(id)) : tests;
      })
      .sort((a, b) => timeOf(a) - timeOf(b));
    const tests = [];
    for (const file of files) {
      if (tests.length && timeOf([...tests, ...file]) > longest) break;
      tests.push(...file);
    }
    runOptions.testFilter = tests.map(({ id }) => id);
    // From the beginning, not only while tests run.
    runOptions.mutantActivation = 'static';
    runOptions.timeout += timeOf(tests);
  }

  lookingAtAll() {
    const files = JSON.parse(process.env.MUTANTS_LOOKING ?? '[]');
    return files.flatMap((file) => (this.tests.get(file) ?? []).map(({ id }) => id));
  }

  onMutantTested({ status, fileName, location, mutatorName, replacement }) {
    if (status === 'Ignored') return;
    this.tested++;
    const place = `${fileName.slice(process.cwd().length + 1)}:${location.start.line}`;
    const what = status === 'Survived' || status === 'NoCoverage' ? `not noticed: ${place}` : '';
    if (what || this.tested % 10 === 0)
      console.log(
        `${this.tested} of ${this.planned} ${what && `${what} ${mutatorName} ${replacement}`}`,
      );
  }
}

/** For each file of code, the tests that run some of it. */
function testsRunning(mutantPlans) {
  const running = new Map();
  for (const { mutant } of mutantPlans) {
    const tests = running.get(mutant.fileName) ?? new Set();
    running.set(mutant.fileName, tests);
    for (const id of mutant.coveredBy ?? []) tests.add(id);
  }
  return running;
}

/** Leaves out what is not drawn, so that it stands in the report as ignored. */
function leaveOut(mutantPlans, draw) {
  const left = new Set(
    drawn(
      mutantPlans.map(({ mutant }) => mutant),
      draw,
    ),
  );
  for (const plan of mutantPlans) {
    if (left.has(plan.mutant)) continue;
    plan.plan = 'EarlyResult';
    plan.mutant.status = 'Ignored';
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'plan', injectableClass: Plan }];
