import { wilsonInterval } from '../../data/statistics/wilson.ts';
import { type Part, parts } from './parts.ts';
import { reasonOf } from './reasons.ts';
import type { Kept, Sample, Score, Survivor } from './score.ts';

const percent = (killed: number, all: number): string =>
  all ? `${((100 * killed) / all).toFixed(1)}%` : 'none';

const inCode = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

const grouped = (count: number): string => count.toLocaleString('en-GB');

/** The page of scores: what was measured, when, and each change that no test noticed with the reason. */
export function pageOf({ samples, files }: Kept): string {
  return `${[
    '# Mutants: do the tests notice?',
    '',
    'Stryker changes the code in one small way at a time (`<` to `<=`, `+` to `-`, a text to nothing) and runs the tests. A change that a test fails for is killed; so is one with which they never end. One that no test fails for has survived.',
    '',
    '## Samples of folders',
    '',
    '`npm run mutants -- --sample 120 server/figures` draws that many changes at random from all files of a folder. The share killed among them estimates the share among all of its changes; the true share is likely (95%, by Wilson’s method) to lie in the interval. Each run draws anew, unless `--seed` repeats a draw: a sample measured again after tests were written for what survived in it says too much of the rest of its folder.',
    '',
    'Each change starts a thread that loads code and tests anew, and runs whole files of tests that run the changed code, the quickest first, until one fails, for at most a minute of tests: half a second for statistics and words, two to ten for what needs a release or draws charts, and as long as all those files take for what survives. Of files that take more than five seconds only the tests that run the change are run. Code that no longer loads is noticed. The approved pictures of charts are not compared, and longer tests are left out where there are quicker ones (see `scripts/mutants/parts.ts`), so the whole test suite notices somewhat more than is told here.',
    '',
    '| folder | changes in all | drawn | killed | 95% interval | aim | seed | measured |',
    '|---|---|---|---|---|---|---|---|',
    ...parts.map((part) => sampleRow(part, samples)),
    '',
    ...parts.flatMap(({ folder, shortfall }) =>
      shortfall ? [`\`${folder}\`: ${shortfall}`, ''] : [],
    ),
    '## Files in whole',
    '',
    '`npm run mutants -- data/statistics/wilson.ts` makes every change in a file, `npm run mutants` in every file of the folders. The files below were picked, not drawn, so they say nothing about the others.',
    '',
    '| folder | files measured | changes | killed | measured |',
    '|---|---|---|---|---|',
    ...parts.flatMap((part) => wholeRow(part, files)),
    '',
    ...samples.flatMap((sample) => left(`${sample.folder}, in the sample`, sample, true)),
    ...files.flatMap((score) => left(score.file, score, false)),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function sampleRow({ folder, aim }: Part, samples: readonly Sample[]): string {
  const sample = samples.find((one) => one.folder === folder);
  if (!sample) return `| \`${folder}\` | | none | | | ${aim}% | | |`;
  const { killed, survived, all, seed, again, measured } = sample;
  const drawn = killed + survived.length;
  const { lower, upper } = wilsonInterval(killed, drawn, 0.95, 100)!;
  const interval = `${lower.toFixed(1)}% to ${upper.toFixed(1)}%`;
  const when = again ? `${measured}, again` : measured;
  return `| \`${folder}\` | ${grouped(all)} | ${drawn} | ${percent(killed, drawn)} | ${interval} | ${aim}% | ${seed} | ${when} |`;
}

function wholeRow({ folder }: Part, scores: readonly Score[]): string[] {
  const own = scores.filter(({ file }) => file.startsWith(`${folder}/`));
  if (!own.length) return [];
  const killed = own.reduce((sum, one) => sum + one.killed, 0);
  const all = own.reduce((sum, one) => sum + one.killed + one.survived.length, 0);
  const days = [...new Set(own.map(({ measured }) => measured))].sort();
  return [
    `| \`${folder}\` | ${own.length} | ${grouped(all)} | ${percent(killed, all)} | ${days.join(', ')} |`,
  ];
}

/** What survived, each with the reason why it is left. */
function left(
  heading: string,
  { killed, survived }: { killed: number; survived: readonly Survivor[] },
  withFile: boolean,
): string[] {
  const all = killed + survived.length;
  const row = (one: Survivor) =>
    `| ${withFile ? `${one.file}, ${one.line}` : one.line} | ${inCode(one.change)} | ${reasonOf(one)} |`;
  return [
    `## ${heading}`,
    '',
    `${killed} of ${all} killed (${percent(killed, all)}).`,
    '',
    ...(survived.length
      ? ['| line | change | why it is left |', '|---|---|---|', ...survived.map(row), '']
      : []),
  ];
}
