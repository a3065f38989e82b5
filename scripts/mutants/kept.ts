import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageOf } from './page.ts';
import type { Kept, Sample, Score } from './score.ts';

const inDocs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const [page, file] = [inDocs('mutants.md'), inDocs('mutants.json')];

const readKept = (): Kept => JSON.parse(readFileSync(file, 'utf8'));

/** The page of what is kept, with the reasons as they are now. */
export const writtenPage = (): string => pageOf(readKept());

/** Puts new measurements in place of old ones of the same folder or files, and writes the page again. */
export function keep({ sample, files = [] }: { sample?: Sample; files?: readonly Score[] }): void {
  const held = readKept();
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
  writeFileSync(page, writtenPage());
}
