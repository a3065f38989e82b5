// Makes a fresh clone ready for what is asked of it, once, and then does it. Plain JavaScript, and nothing
// but Node's own modules before the packages are installed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOf } from './exitOf.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const bin = (name) => inRoot('node_modules', '.bin', name);
const [task, ...args] = process.argv.slice(2);

const tasks = {
  async start() {
    await makeFirstRelease();
    await buildWeb();
    await runTypeScript('server/main.ts');
  },
  async dev() {
    await makeFirstRelease();
    await runTypeScript('scripts/dev.ts');
  },
  ingest: () => runTypeScript('scripts/ingest.ts'),
  illustrate: () => runTypeScript('scripts/illustrate.ts'),
  releases: () => runTypeScript('scripts/releases.ts'),
  async bench() {
    await buildWeb();
    await runTypeScript('scripts/bench.ts');
  },
  async describe() {
    if (args.includes('picture')) {
      await makeFirstRelease();
      await buildWeb();
    }
    await runTypeScript('scripts/describe.ts');
  },
  mutants: () => runTypeScript('scripts/mutants.ts'),
  async check() {
    process.exitCode = (await runChecks()).failed === 0 ? 0 : 1;
  },
  test: runTests,
};

checkNode();
if (!Object.hasOwn(tasks, task)) stop(`unknown task: ${task}`);
await installPackages();
await tasks[task]();

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node 20.19 or newer is needed: this is ${process.versions.node}`);
  }
}

async function installPackages() {
  const stamp = inRoot('node_modules', '.installed');
  const wanted = hash([readFileSync(inRoot('package-lock.json'))]);
  if (readIfThere(stamp) === wanted) return;
  console.error('Installing packages…');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** Where no release is current, has it decided whether to make one: see there. */
async function makeFirstRelease() {
  const releases = process.env.UPTAKE_DATA || inRoot('data', 'releases');
  if (existsSync(join(releases, 'current'))) return;
  const typescript = new URL('typescript.js', import.meta.url).href;
  const first = ['--import', typescript, inRoot('scripts', 'firstRelease.ts')];
  if ((await exitOf(process.execPath, first)) !== 0) process.exit(1);
}

async function buildWeb() {
  const stamp = inRoot('dist', 'web.built');
  const settings = ['package-lock.json', 'vite.config.ts'];
  const pure = ['data/definitions', 'data/statistics', 'data/words'];
  const sources = ['web', ...pure, ...settings].flatMap(filesIn);
  const wanted = hash(
    sources.map(
      (file) => `${file} ${statSync(inRoot(file)).size} ${statSync(inRoot(file)).mtimeMs}`,
    ),
  );
  if (readIfThere(stamp) === wanted) return;
  console.error('Building the pages…');
  await run(process.execPath, [
    inRoot('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel=warn',
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function runTypeScript(script) {
  await import('./typescript.js');
  process.argv = [process.argv[0], inRoot(script), ...args];
  await import(new URL(`../${script}`, import.meta.url).href);
}

/** Type check, lint and a look for what is unused, a line for each: how many pass, and how many fail. */
async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, command, options] of [
    ['type check', bin('tsc'), ['--noEmit']],
    ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['nothing unused', bin('knip'), ['--no-progress']],
  ]) {
    const passes = (await exitOf(command, options)) === 0;
    counts[passes ? 'passed' : 'failed']++;
    console.log(`${passes ? 'passed' : 'FAILED'}: ${name}`);
  }
  return counts;
}

/** Checks, then every test, or those tests alone that are named; the last line counts them all. */
async function runTests() {
  await buildWeb();
  const counts = args.length ? { passed: 0, failed: 0 } : await runChecks();
  const report = inRoot('node_modules', '.tests.json');
  writeFileSync(report, '');
  const status = await exitOf(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readIfThere(report) || '{}');
  const passed = counts.passed + numPassedTests;
  const failed = counts.failed + (numFailedTests || (status === 0 ? 0 : 1));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && status === 0 && passed > 0 ? 0 : 1;
}

async function run(command, options) {
  const status = await exitOf(command, options);
  if (status !== 0) stop(`could not run ${command} ${options.join(' ')}: exit ${status}`);
}

function filesIn(path) {
  if (!existsSync(inRoot(path))) return [];
  if (statSync(inRoot(path)).isFile()) return [path];
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function hash(parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
