import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'uptake-built-'));
const inProject = (...parts: string[]) => join(project, ...parts);

/** A project with one command, a Vite that builds only that, and the packages of this one. */
beforeAll(() => {
  mkdirSync(inProject('scripts'));
  for (const name of ['setup.js', 'exitOf.js', 'typescript.js']) {
    cpSync(join(root, 'scripts', name), inProject('scripts', name));
  }
  const lock = join(root, 'package-lock.json');
  cpSync(lock, inProject('package-lock.json'));
  writeFileSync(inProject('package.json'), '{ "type": "module" }');
  mkdirSync(inProject('node_modules', 'vite', 'bin'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === 'vite' || name.startsWith('.')) continue;
    symlinkSync(join(root, 'node_modules', name), inProject('node_modules', name));
  }
  const installed = createHash('sha256').update(readFileSync(lock)).digest('hex');
  writeFileSync(inProject('node_modules', '.installed'), installed);
  writeFileSync(
    inProject('node_modules', 'vite', 'bin', 'vite.js'),
    `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
    mkdirSync('dist', { recursive: true });
    if (process.argv.includes('vite.server.config.ts'))
      writeFileSync('dist/ingest.js', 'console.log("built", ' + readFileSync('scripts/word.txt', 'utf8') + ');');`,
  );
  write('"one"');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The command as it is written now: it prints a word. */
function write(word: string): void {
  writeFileSync(inProject('scripts', 'word.txt'), word);
  writeFileSync(inProject('scripts', 'ingest.ts'), `console.log('source', ${word} as string);`);
}

const ran = async (task: string): Promise<string> => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [inProject('scripts', 'setup.js'), task],
    { cwd: project },
  );
  return (stdout + stderr).trimEnd();
};

it('a command runs as it was built while no source has changed since, and its sources otherwise', async () => {
  expect(await ran('ingest')).toBe('source one');
  expect(await ran('build')).toMatch(
    /Building the pages…[\s\S]*Building the server…[\s\S]*\nBuilt: node dist\/server\.js$/,
  );
  expect(await ran('ingest')).toBe('built one');
  expect(await ran('build')).toBe('Built: node dist/server.js');
  write('"other"');
  expect(await ran('ingest')).toBe('source other');
  expect(await ran('build')).toBe('Building the server…\nBuilt: node dist/server.js');
  expect(await ran('ingest')).toBe('built other');
});
