import type { Survivor } from './score.ts';

interface Reason {
  /** The file it applies to; any if not given. */
  file?: string;
  lines?: readonly number[];
  applies?(change: Survivor): boolean;
  why: string;
}

const statistics = (name: string): string => `data/statistics/${name}.ts`;

const madeOnce =
  'made once, when the module is loaded: Stryker cannot change it for one run alone; planted by hand, tests fail';

/** Why changes may go unnoticed, the most specific reasons first. */
const reasons: readonly Reason[] = [
  {
    file: statistics('wilson'),
    lines: [27],
    why: 'the same: for none of any number the formula comes to 0 exactly, at both levels',
  },
  {
    file: statistics('reach'),
    lines: [10],
    why: 'the same: a missing number is not above 0 either; the check is there for the compiler',
  },
  ...(
    [
      ['promote', [48]],
      ['xmrSignals', [80]],
      ['funnel', [143, 149]],
    ] as const
  ).map(([name, lines]) => ({
    ...{ file: statistics(name), lines },
    why: 'a test was written for it since; to be measured again',
  })),
  {
    file: 'data/words/verdict.ts',
    lines: [23, 24],
    why: madeOnce,
  },
  {
    file: 'data/words/english.ts',
    lines: [7, 8, 62],
    why: madeOnce,
  },
  {
    file: 'data/words/signed.ts',
    lines: [13],
    why: 'the same: a change of 0 has no sign, and has been returned before',
  },
  {
    file: statistics('benchmark'),
    why: 'the same: a missing number is not finite either; the check is there for the compiler',
  },
  {
    applies: ({ change }) => /=== null/.test(change),
    why: 'the same: the check of finite or positive numbers beside it says no to a missing one too; it is there for the compiler',
  },
  {
    applies: ({ kind, change }) => kind === 'ArrowFunction' && change.endsWith('() => undefined'),
    why: madeOnce,
  },
];

/** Why a change that no test notices is left; a standard text if nobody has given a reason. */
export const reasonOf = (file: string, change: Survivor): string =>
  reasons.find(
    (one) =>
      (!one.file || one.file === file) &&
      (!one.lines || one.lines.includes(change.line)) &&
      (!one.applies || one.applies(change)),
  )?.why ?? 'a test for it is still to be written';
