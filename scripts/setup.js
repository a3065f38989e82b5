// Sets up a fresh clone for a command, once, and then runs the command. Plain JavaScript, with nothing but Node's own
// modules before the packages are installed.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOf } from './exitOf.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const bin = (name) => inRoot('node_modules', '.bin', name);
const [task, ...args] = process.argv.slice(2);

/** What a fresh clone lacks, in the order in which it is made. */
const parts = {
  packages: { says: 'Installing packages', isThere: hasPackages, make: installPackages },
  release: { says: 'Looking for a release to show', isThere: hasRelease, make: makeFirstRelease },
  pages: { says: 'Building the pages', ...built(pages()) },
  server: { says: 'Building the server', ...built(server()) },
};

const tasks = {
  start: { needs: ['release', 'pages', 'server'], run: () => runBuilt('server') },
  build: {
    needs: ['pages', 'server'],
    run: () => console.error('Built: node dist/server.js'),
  },
  dev: { needs: ['release'], run: () => runTypeScript('scripts/dev.ts') },
  ingest: { run: () => runCommand('ingest') },
  illustrate: { run: () => runTypeScript('scripts/illustrate.ts') },
  releases: { run: () => runCommand('releases') },
  bench: { needs: ['pages', 'server'], run: () => runTypeScript('scripts/bench.ts') },
  describe: {
    needs: args.includes('picture') ? ['release', 'pages'] : [],
    run: () => runTypeScript('scripts/describe.ts'),
  },
  mutants: { run: () => runTypeScript('scripts/mutants.ts') },
  check: { run: runChecks },
  test: { run: runTests },
};

checkNode();
if (!Object.hasOwn(tasks, task)) stop(`unknown task: ${task}`);
const { needs = [], run: runTask } = tasks[task];
await make(['packages', ...needs]);
await runTask();

/** Makes what is missing, and reports each step if there are several. */
async function make(names) {
  const missing = names.map((name) => parts[name]).filter(({ isThere }) => !isThere());
  for (const [i, { says, make }] of missing.entries()) {
    const began = Date.now();
    console.error(`${missing.length > 1 ? `Step ${i + 1} of ${missing.length}: ` : ''}${says}…`);
    await make();
    if (missing.length > 1) console.error(`  done in ${Math.ceil((Date.now() - began) / 1000)} s`);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node 20.19 or newer is needed: this is ${process.versions.node}`);
  }
}

function packagesStamp() {
  return {
    stamp: inRoot('node_modules', '.installed'),
    wanted: hash([readFileSync(inRoot('package-lock.json'))]),
  };
}

function hasPackages() {
  const { stamp, wanted } = packagesStamp();
  return readIfThere(stamp) === wanted;
}

async function installPackages() {
  const { stamp, wanted } = packagesStamp();
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** A database is checked by the server itself. */
function hasRelease() {
  if (process.env.UPTAKE_STORE) return true;
  const releases = process.env.UPTAKE_DATA || inRoot('data', 'releases');
  return existsSync(join(releases, 'current'));
}

/** Lets another script decide whether to make a release if none is current. */
async function makeFirstRelease() {
  const typescript = new URL('typescript.js', import.meta.url).href;
  const first = ['--import', typescript, inRoot('scripts', 'firstRelease.ts')];
  if ((await exitOf(process.execPath, first)) !== 0) process.exit(1);
}

function pages() {
  const pure = ['data/definitions', 'data/statistics', 'data/words'];
  return { name: 'web', settings: 'vite.config.ts', sources: ['web', ...pure] };
}

/** A server, and the commands that an operator runs beside it, as plain JavaScript. */
function server() {
  const data = ['definitions', 'life', 'statistics', 'words'].map((name) => `data/${name}`);
  const sources = ['server', 'scripts', 'web', ...data];
  return { name: 'server', settings: 'vite.server.config.ts', sources };
}

/** What Vite builds into `dist`: it is there if nothing that it is built of has changed since. */
function built({ name, settings, sources }) {
  const stamp = inRoot('dist', `${name}.built`);
  const wanted = () =>
    hash(
      ['package-lock.json', settings, ...sources].flatMap(filesIn).map((file) => {
        const { size, mtimeMs } = statSync(file);
        return `${file.slice(root.length)} ${size} ${mtimeMs}`;
      }),
    );
  return {
    isThere: () => readIfThere(stamp) === wanted(),
    async make() {
      if (name === 'server') rmSync(inRoot('dist', 'parts'), { recursive: true, force: true });
      const now = wanted();
      await runVite(settings);
      mkdirSync(dirname(stamp), { recursive: true });
      writeFileSync(stamp, now);
    },
  };
}

function runVite(settings) {
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  return run(process.execPath, [vite, 'build', '--config', settings, '--logLevel=warn']);
}

/** Runs a command as it was built if that is up to date: it starts in a third of the time. */
async function runCommand(name) {
  if (parts.server.isThere()) await runBuilt(name);
  else await runTypeScript(`scripts/${name}.ts`);
}

function runBuilt(name) {
  return runFile(`dist/${name}.js`);
}

async function runTypeScript(script) {
  await import('./typescript.js');
  await runFile(script);
}

async function runFile(path) {
  process.argv = [process.argv[0], inRoot(path), ...args];
  await import(new URL(`../${path}`, import.meta.url).href);
}

/** Type check, lint and a search for unused code, one line each. */
async function runChecks() {
  for (const [name, command, options] of [
    // In one thread it takes no longer on two cores, and leaves one of them to the tests.
    ['type check', bin('tsc'), ['--noEmit', '--singleThreaded']],
    ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['nothing unused', bin('knip'), ['--no-progress']],
  ]) {
    const passes = (await exitOf(command, options)) === 0;
    if (!passes) process.exitCode = 1;
    console.log(`${passes ? 'passed' : 'FAILED'}: ${name}`);
  }
}

/**
 * Every test and, beside them and what they need built, the checks; or only the named tests. The last line counts them
 * all.
 */
async function runTests() {
  const checking = args.length ? { printed: '', passed: 0, failed: 0 } : checksAside();
  await make(['pages', 'server']);
  const report = inRoot('node_modules', '.tests.json');
  writeFileSync(report, '');
  const status = await exitOf(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const checks = await checking;
  process.stdout.write(checks.printed);
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readIfThere(report) || '{}');
  const passed = checks.passed + numPassedTests;
  const failed = checks.failed + (numFailedTests || (status === 0 ? 0 : 1));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && status === 0 && passed > 0 ? 0 : 1;
}

/** Runs the checks without printing; returns what they would have printed, and how many pass and how many fail. */
async function checksAside() {
  const report = inRoot('node_modules', '.checks.txt');
  const to = openSync(report, 'w');
  const check = [inRoot('scripts', 'setup.js'), 'check'];
  const status = await exitOf(process.execPath, check, ['ignore', to, to]);
  closeSync(to);
  const printed = readFileSync(report, 'utf8');
  const counted = (result) => printed.match(new RegExp(`^${result}: `, 'gm'))?.length ?? 0;
  const failed = counted('FAILED') || (status === 0 ? 0 : 1);
  return { printed, passed: counted('passed'), failed };
}

async function run(command, options) {
  const status = await exitOf(command, options);
  if (status !== 0) stop(`could not run ${command} ${options.join(' ')}: exit ${status}`);
}

/** The files of a folder at any depth, or the file of that name; none if it is not there. */
function filesIn(name) {
  const path = inRoot(name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .sort();
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
