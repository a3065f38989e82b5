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
    const running = filesRunning(mutantPlans);
    const { MUTANTS_DRAW: draw } = process.env;
    if (draw) leaveOut(mutantPlans, JSON.parse(draw));
    const made = mutantPlans.filter(({ plan }) => plan === 'Run');
    for (const plan of made) this.runWholeFiles(plan, running.get(plan.mutant.fileName));
    this.planned = made.length;
  }

  /**
   * Runs whole files of tests: what the first test of a file computes is often kept, so that the others notice a change
   * in it though they do not run it. What runs only while a module loads is tried on the tests that run the rest of it.
   */
  runWholeFiles({ mutant, runOptions }, runningModule) {
    const files = mutant.static ? runningModule : new Set(mutant.coveredBy.map(fileOf));
    if (mutant.static && !files.size) return;
    const tests = quickOf([...files]).flatMap((file) => this.tests.get(file));
    runOptions.testFilter = tests.map(({ id }) => id);
    // From the beginning, not only while tests run.
    runOptions.mutantActivation = 'static';
    runOptions.timeout += tests.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0);
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

/** The quick ones of some files of tests; the slow ones if there are no others. */
function quickOf(files) {
  const slow = JSON.parse(process.env.MUTANTS_SLOW ?? '[]');
  const quick = files.filter((file) => !slow.includes(file));
  return quick.length ? quick : files;
}

/** For each file of code, the files of tests that run some of it. */
function filesRunning(mutantPlans) {
  const running = new Map();
  for (const { mutant } of mutantPlans) {
    const files = running.get(mutant.fileName) ?? new Set();
    running.set(mutant.fileName, files);
    for (const id of mutant.coveredBy ?? []) files.add(fileOf(id));
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
