import type { Survivor } from './score.ts';

interface Reason {
  file: string;
  /** The changes that it explains, each as on the page: what stood there, an arrow, and what it became. */
  changes: readonly string[];
  why: string;
}

const forTheCompiler =
  'the same: the check of finite or positive numbers beside it says no to a missing one too; it is there for the compiler';

const savesTime =
  'the same figures: it only decides whether they are kept or asked for, which saves time';

/** Why changes may go unnoticed. */
export const reasons: readonly Reason[] = [
  {
    file: 'data/statistics/wilson.ts',
    changes: ['x === 0 → false'],
    why: 'the same: for none of any number the formula comes to 0 exactly, at both levels',
  },
  {
    file: 'data/statistics/wilson.ts',
    changes: [
      'x === null || n === null → false',
      'x === null || n === null → x === null && n === null',
      'x === null → false',
      'n === null → false',
    ],
    why: forTheCompiler,
  },
  {
    file: 'data/statistics/deciles.ts',
    changes: [
      'value === null || !Number.isFinite(value) → value === null && !Number.isFinite(value)',
      'value === null → false',
    ],
    why: forTheCompiler,
  },
  {
    file: 'data/statistics/quantileGroup.ts',
    changes: [
      'value === null || !Number.isFinite(value) → value === null && !Number.isFinite(value)',
      'value === null → false',
    ],
    why: forTheCompiler,
  },
  {
    file: 'data/statistics/funnel.ts',
    changes: ['n === null → false'],
    why: forTheCompiler,
  },
  {
    file: 'data/statistics/reach.ts',
    changes: ['n === null → false'],
    why: 'the same: a missing number is not above 0 either; the check is there for the compiler',
  },
  {
    file: 'data/statistics/benchmark.ts',
    changes: ['benchmark === null → false'],
    why: 'the same: a missing number is not finite either; the check is there for the compiler',
  },
  {
    file: 'data/statistics/deciles.ts',
    changes: ['value !== null → true'],
    why: forTheCompiler,
  },
  {
    file: 'data/statistics/assurance.ts',
    changes: ['target < limits.lower → target <= limits.lower'],
    why: 'the same: a target on a limit has been answered in the line before',
  },
  {
    file: 'data/statistics/xmrSignals.ts',
    changes: ['index === 0 → false'],
    why: 'the same: a step from no point is no number, which is no step up or down and equals no other',
  },
  {
    file: 'data/statistics/xmrSignals.ts',
    changes: ['way !== 0 → true'],
    why: 'the same: points that do not move are counted but answered 0, and the next step begins a count of its own',
  },
  {
    file: 'data/statistics/xmrSignals.ts',
    changes: ['side !== 0 → true'],
    why: 'the same: points on the mean would be marked 0, which they are already',
  },
  {
    file: 'data/statistics/varianceComponents.ts',
    changes: ['(a, b) => sizeOf(groupings[a]!) - sizeOf(groupings[b]!) → () => undefined'],
    why: 'the same: the order in which groupings are worked out only saves time',
  },
  {
    file: 'server/figures/breakdownRows.ts',
    changes: ["by === 'deprivation' → true"],
    why: savesTime,
  },
  {
    file: 'server/figures/placeFigures.ts',
    changes: ['codes.length <= several → codes.length > several'],
    why: savesTime,
  },
  {
    file: 'server/figures/scoredPractices.ts',
    changes: ['periods.length <= monthsKept → true'],
    why: savesTime,
  },
  {
    file: 'data/words/signed.ts',
    changes: ['value > 0 → value >= 0'],
    why: 'the same: a change of 0 has no sign, and has been returned before',
  },
];

/** Why a change that no test notices is left; a standard text if nobody has given a reason. */
export const reasonOf = ({ file, change }: Survivor): string =>
  reasons.find((one) => one.file === file && one.changes.includes(change))?.why ??
  'a test for it is still to be written';
