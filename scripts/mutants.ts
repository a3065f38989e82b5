import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pageOf } from './mutants/page.ts';
import { type Part, partOf, parts } from './mutants/parts.ts';
import { type Score, scoreOf } from './mutants/score.ts';

const page = 'docs/mutants.md';
const scores = 'docs/mutants.json';
const report = 'node_modules/.mutants/report.json';

const asked = process.argv.slice(2);
const paths = asked.length ? asked : parts.map(({ folder }) => folder);
for (const path of paths) {
  if (!partOf(path)) {
    const folders = parts.map(({ folder }) => folder).join(', ');
    console.error(`no mutants are made of ${path}: only of files in ${folders}`);
    process.exit(1);
  }
}
for (const part of parts) {
  const own = paths.filter((path) => partOf(path) === part);
  if (own.length) measure(part, own);
}

/** Makes every small change in the code of some paths, runs its tests on each change, and keeps the scores. */
function measure({ folder, tests }: Part, own: readonly string[]): void {
  mkdirSync('node_modules/.mutants', { recursive: true });
  // Stryker runs in a copy in a deeper folder, so the path of the published files is made absolute.
  const published = process.env.UPTAKE_PUBLISHED ?? resolve('../shared/data');
  process.env.UPTAKE_PUBLISHED = existsSync(published) ? published : '';
  const mutate = own.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`)).join();
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  const options = ['run', 'stryker.config.json', '--mutate', mutate, '--testFiles', tests.join()];
  const { status } = spawnSync(process.execPath, [stryker, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const measured = scoreOf(JSON.parse(readFileSync(report, 'utf8')), new Date());
  const held = existsSync(scores) ? (JSON.parse(readFileSync(scores, 'utf8')) as Score[]) : [];
  const others = held.filter(({ file }) => !measured.some((one) => one.file === file));
  const all = [...others, ...measured]
    .filter(({ file }) => existsSync(file))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  writeFileSync(scores, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(page, pageOf(all));
  for (const one of measured) {
    const share = one.killed + one.survived.length;
    console.log(`${one.file}: ${one.killed} of ${share} killed`);
    for (const { line, change } of one.survived) console.log(`  ${line}: ${change}`);
  }
  console.log(`${folder}: see ${page}`);
}
