import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { keep } from './mutants/kept.ts';
import { type Part, partOf, parts } from './mutants/parts.ts';
import { sampleOf, scoreOf } from './mutants/score.ts';
import { changed } from './mutants/stryker.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string' } },
});
const size = values.sample === undefined ? null : wholeNumber('sample', values.sample);
const seed = values.seed === undefined ? randomInt(1_000_000) : wholeNumber('seed', values.seed);

const paths = positionals.length ? positionals : parts.map(({ folder }) => folder);
const folders = parts.map(({ folder }) => folder);
for (const path of paths) {
  if (!partOf(path)) stop(`no mutants are made of ${path}: only of files in ${folders.join(', ')}`);
  if (size && !folders.includes(path)) stop(`a sample is drawn of a whole folder, not of ${path}`);
}
for (const part of parts) {
  const own = paths.filter((path) => partOf(path) === part);
  if (own.length && size) measureSample(part, size);
  else if (own.length) measureFiles(part, own);
}

/** Makes every small change in the code of some paths, and runs the tests on each. */
function measureFiles(part: Part, own: readonly string[]): void {
  const scores = scoreOf(changed(part, own), new Date());
  keep({ files: scores });
  for (const { file, killed, survived } of scores) {
    console.log(`${file}: ${killed} of ${killed + survived.length} killed`);
    for (const { line, change } of survived) console.log(`  ${line}: ${change}`);
  }
}

/** Makes some of the small changes in the code of a folder, drawn at random, and runs the tests on each. */
function measureSample(part: Part, size: number): void {
  const { folder } = part;
  console.log(`${folder}: ${size} changes, drawn with --seed ${seed}`);
  const sample = sampleOf(changed(part, [folder], { size, seed }), { folder, seed }, new Date());
  keep({ sample });
  const { killed, survived, all } = sample;
  console.log(`${folder}: ${killed} of ${killed + survived.length} killed, of ${all} in all`);
  for (const { file, line, change } of survived) console.log(`  ${file}:${line}: ${change}`);
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) stop(`--${name} is a whole number above 0, not ${text}`);
  return Number(text);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
