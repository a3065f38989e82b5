// Makes a fresh clone ready for what is asked of it, once, and then does it. Plain JavaScript, and nothing
// but Node's own modules before the packages are installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const [task, ...args] = process.argv.slice(2);

const tasks = {
  async start() {
    await illustrateIfEmpty();
    buildWeb();
    await runTypeScript('server/main.ts');
  },
  async dev() {
    await illustrateIfEmpty();
    await runTypeScript('scripts/dev.ts');
  },
  ingest: () => runTypeScript('scripts/ingest.ts'),
  illustrate: () => runTypeScript('scripts/illustrate.ts'),
  releases: () => runTypeScript('scripts/releases.ts'),
  async bench() {
    buildWeb();
    await runTypeScript('scripts/bench.ts');
  },
  describe: () => runTypeScript('scripts/describe.ts'),
  test: runChecks,
};

checkNode();
if (!Object.hasOwn(tasks, task)) stop(`unknown task: ${task}`);
installPackages();
await tasks[task]();

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node 20.19 or newer is needed: this is ${process.versions.node}`);
  }
}

function installPackages() {
  const stamp = inRoot('node_modules', '.installed');
  const wanted = hash([readFileSync(inRoot('package-lock.json'))]);
  if (readIfThere(stamp) === wanted) return;
  console.error('Installing packages…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

async function illustrateIfEmpty() {
  const releases = process.env.UPTAKE_DATA || inRoot('data', 'releases');
  if (existsSync(join(releases, 'current'))) return;
  console.error('There is no release yet: making the illustrative England…');
  run(process.execPath, ['--import', 'tsx', inRoot('scripts', 'illustrate.ts')]);
}

function buildWeb() {
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
  run(process.execPath, [
    inRoot('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel=warn',
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function runTypeScript(script) {
  const { register } = await import('tsx/esm/api');
  register();
  process.argv = [process.argv[0], inRoot(script), ...args];
  await import(new URL(`../${script}`, import.meta.url).href);
}

/** Type check, lint, then every test; the last line counts them all. */
function runChecks() {
  buildWeb();
  const bin = (name) => inRoot('node_modules', '.bin', name);
  const checks = args.length
    ? []
    : [
        ['type check', bin('tsc'), ['--noEmit']],
        ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
      ];
  let passed = 0;
  let failed = 0;
  for (const [name, command, options] of checks) {
    const { status } = spawnSync(command, options, { cwd: root, stdio: 'inherit' });
    if (status === 0) passed++;
    else failed++;
    console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name}`);
  }
  const report = inRoot('node_modules', '.tests.json');
  writeFileSync(report, '');
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: root, stdio: 'inherit' },
  );
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readIfThere(report) || '{}');
  passed += numPassedTests;
  failed += numFailedTests || (status === 0 ? 0 : 1);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && status === 0 && passed > 0 ? 0 : 1;
}

function run(command, options) {
  const { status, error } = spawnSync(command, options, { cwd: root, stdio: 'inherit' });
  if (error || status !== 0)
    stop(`could not run ${command} ${options.join(' ')}: ${error?.message ?? `exit ${status}`}`);
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
