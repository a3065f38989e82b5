import { readdirSync } from 'node:fs';
import { parts } from './parts.ts';
import { reasonOf } from './reasons.ts';
import type { Score } from './score.ts';

const percent = (killed: number, all: number): string =>
  all ? `${((100 * killed) / all).toFixed(1)}%` : 'none';

const filesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    .length;

const inCode = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

/** The page of scores: what was measured, when, and each change that no test noticed with the reason. */
export function pageOf(scores: readonly Score[]): string {
  const rows = parts.map(({ folder, aim }) => {
    const own = scores.filter(({ file }) => file.startsWith(`${folder}/`));
    const killed = own.reduce((sum, one) => sum + one.killed, 0);
    const all = own.reduce((sum, one) => sum + one.killed + one.survived.length, 0);
    const days = [...new Set(own.map(({ measured }) => measured))].sort();
    const when = days.length ? days.join(', ') : 'not measured';
    return `| \`${folder}\` | ${own.length} of ${filesIn(folder)} | ${all} | ${percent(killed, all)} | ${aim}% | ${when} |`;
  });
  return `${[
    '# Mutants: do the tests notice?',
    '',
    'Stryker changes the code in one small way at a time (`<` to `<=`, `+` to `-`, a text to nothing) and runs the tests. A change that a test fails for is killed; one that no test fails for has survived. `npm run mutants` measures every folder below, `npm run mutants -- data/statistics/wilson.ts` one file; both write this page.',
    '',
    '| folder | files measured | changes | killed | aim | measured |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    ...scores.flatMap(sectionOf),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function sectionOf({ file, killed, survived }: Score): string[] {
  const all = killed + survived.length;
  return [
    `## ${file}`,
    '',
    `${killed} of ${all} killed (${percent(killed, all)}).`,
    '',
    ...(survived.length
      ? [
          '| line | change | why it is left |',
          '|---|---|---|',
          ...survived.map(
            (one) => `| ${one.line} | ${inCode(one.change)} | ${reasonOf(file, one)} |`,
          ),
          '',
        ]
      : []),
  ];
}
