import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pageOf } from './page.ts';
import type { Kept, Sample, Score } from './score.ts';

const page = 'docs/mutants.md';
const file = 'docs/mutants.json';

/** Puts new measurements in place of old ones of the same folder or files, and writes the page again. */
export function keep({ sample, files = [] }: { sample?: Sample; files?: readonly Score[] }): void {
  const held: Kept = JSON.parse(readFileSync(file, 'utf8'));
  const former = held.samples.find(({ folder }) => folder === sample?.folder);
  const samples = held.samples.filter((one) => one !== former);
  if (sample) samples.push({ ...sample, again: sample.seed === former?.seed });
  const others = held.files.filter((one) => !files.some((other) => other.file === one.file));
  const kept: Kept = {
    samples: samples.sort((a, b) => (a.folder < b.folder ? -1 : 1)),
    files: [...others, ...files]
      .filter((one) => existsSync(one.file))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(page, pageOf(kept));
}
