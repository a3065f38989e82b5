import type { Survivor } from './score.ts';

interface Reason {
  why: string;
  /** By file, the changes that it explains, as on the page: what stood there, an arrow, and what it became. */
  changes: Record<string, readonly string[]>;
}

/** Why changes may go unnoticed. */
export const reasons: readonly Reason[] = [
  {
    why: 'the same: the check of finite or positive numbers beside it says no to a missing one too; it is there for the compiler',
    changes: {
      'data/statistics/benchmark.ts': ['benchmark === null → false'],
      'data/statistics/deciles.ts': [
        'value === null || !Number.isFinite(value) → value === null && !Number.isFinite(value)',
        'value === null → false',
        'value !== null → true',
      ],
      'data/statistics/funnel.ts': ['n === null → false'],
      'data/statistics/quantileGroup.ts': [
        'value === null || !Number.isFinite(value) → value === null && !Number.isFinite(value)',
        'value === null → false',
      ],
      'data/statistics/reach.ts': ['n === null → false'],
      'data/statistics/wilson.ts': [
        'x === null || n === null → false',
        'x === null || n === null → x === null && n === null',
        'x === null → false',
        'n === null → false',
      ],
    },
  },
  {
    why: 'the same: for none of any number the formula comes to 0 exactly, at both levels',
    changes: {
      'data/statistics/wilson.ts': ['x === 0 → false'],
    },
  },
  {
    why: 'the same: a target on a limit has been answered in the line before',
    changes: {
      'data/statistics/assurance.ts': ['target < limits.lower → target <= limits.lower'],
    },
  },
  {
    why: 'the same: a step from no point is no number, which is no step up or down and equals no other',
    changes: {
      'data/statistics/xmrSignals.ts': ['index === 0 → false'],
    },
  },
  {
    why: 'the same: points that do not move are counted but answered 0, and the next step begins a count of its own',
    changes: {
      'data/statistics/xmrSignals.ts': ['way !== 0 → true'],
    },
  },
  {
    why: 'the same: points on the mean would be marked 0, which they are already',
    changes: {
      'data/statistics/xmrSignals.ts': ['side !== 0 → true'],
    },
  },
  {
    why: 'the same: the order in which groupings are worked out only saves time',
    changes: {
      'data/statistics/varianceComponents.ts': [
        '(a, b) => sizeOf(groupings[a]!) - sizeOf(groupings[b]!) → () => undefined',
      ],
    },
  },
  {
    why: 'the same: a change of 0 has no sign, and has been returned before',
    changes: {
      'data/words/signed.ts': ['value > 0 → value >= 0'],
    },
  },
  {
    why: 'the same figures: it only decides whether they are kept or asked for, which saves time',
    changes: {
      'server/figures/breakdownRows.ts': ["by === 'deprivation' → true"],
      'server/figures/placeFigures.ts': ['codes.length <= several → codes.length > several'],
      'server/figures/scoredPractices.ts': ['periods.length <= monthsKept → true'],
    },
  },
  {
    why: 'the same: an area that is the place itself has no other practices, and is left out for that',
    changes: {
      'server/figures/benchmarks.ts': [
        '!code || code === row.area_code → !code && code === row.area_code',
      ],
    },
  },
  {
    why: 'noticed: with it the files of its tests do not load, which Stryker takes for no failure',
    changes: {
      'data/statistics/funnel.ts': ['1 - trim → 1 + trim'],
      'data/words/english.ts': [`'en-GB' → ""`, `'disjunction' → ""`],
      'data/words/verdict.ts': [`'en-GB' → ""`, `'ordinal' → ""`],
    },
  },
  {
    why: 'the same: no two practices have one code',
    changes: {
      'data/statistics/promote.ts': ['a.code < b.code → a.code <= b.code'],
    },
  },
  {
    why: 'the same: one that is neither up nor down has been left out before',
    changes: {
      'data/statistics/xmrSignals.ts': ['first[1] > 0 → first[1] >= 0'],
    },
  },
  {
    why: 'the same: ranks around their mean sum to 0, so that any constant drops out',
    changes: {
      'data/statistics/inequality.ts': ['value - mean → value + mean'],
    },
  },
  {
    why: 'the same: a distance of 0 is answered 0 either way',
    changes: {
      'data/statistics/restarts.ts': ['distance > 0 → true'],
    },
  },
  {
    why: 'the same: what is written beyond the end of such an array is dropped',
    changes: {
      'data/statistics/sumsOfSquares.ts': ['i < means.length → i <= means.length'],
    },
  },
  {
    why: 'the same: what is kept only saves time',
    changes: {
      'data/statistics/targets.ts': ['number === undefined → true'],
    },
  },
  {
    why: 'the same: a slope of 0 is no movement, which has been asked before',
    changes: {
      'data/statistics/trend.ts': ['slope > 0 → slope >= 0'],
    },
  },
  {
    why: 'a test was written for it since; to be measured again',
    changes: {
      'data/statistics/deciles.ts': ['one <= value → false'],
      'data/statistics/eventStudy.ts': ['after === null → false'],
      'data/statistics/xmr.ts': ['true → false'],
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is code as it stands
      'data/words/release.ts': [
        '{ const sentences: string[] = []; if (lacking.length) { const titles … → {}',
        '`“${findMeasure(id)?.title ?? id}”` → ``',
      ],
      'data/words/usual.ts': ['`No month of the range has a figure ${where}.` → ``'],
      // biome-ignore-end lint/suspicious/noTemplateCurlyInString: this is code as it stands
      'web/charts/specs/crowd.ts': [
        'Math.round(pixels * 10) / 10 → Math.round(pixels * 10) * 10',
        'x - radius → x + radius',
      ],
      'web/charts/specs/curve.ts': ['{ x, y } → {}'],
      'web/charts/specs/freeNames.ts': [
        'linesIn(box, 1) * pixelsApart * costs.line → linesIn(box, 1) * pixelsApart / costs.line',
        'radius * 2 → radius / 2',
      ],
      'web/charts/specs/funnel.ts': ['1 - y / height → 1 + y / height'],
      'web/charts/specs/multiples.ts': [
        '(value) => value ?? 0 → () => undefined',
        '[5, 2, 1].map((mantissa) => mantissa * power).find((step) => step * 2… → [5, 2, 1].map(mantissa => mantissa * power).find(step => step * 2 <= …',
        '[5, 2, 1] → []',
      ],
      'web/charts/specs/supplier.ts': [
        '{ ...point, lower: point.lower ?? point.mean, upper: point.upper ?? p… → {}',
        `'line' → ""`,
      ],
    },
  },
  {
    why: 'the approved pictures notice it; they take too long to be run on each change',
    changes: {
      'web/charts/specs/boundaries.ts': ['false → true'],
      'web/charts/specs/nameWays.ts': ['gap * 2 → gap / 2'],
      'web/charts/specs/ranking.ts': ['[{}] → []'],
    },
  },
];

/** Why a change that no test notices is left; a standard text if nobody has given a reason. */
export const reasonOf = ({ file, change }: Survivor): string =>
  reasons.find(({ changes }) => changes[file]?.includes(change))?.why ??
  'a test for it is still to be written';
