import { describe, expect, it } from 'vitest';
import type { Polarity } from '../../../data/definitions/measures.ts';
import { compare } from '../../../data/statistics/benchmark.ts';
import { meaningOf } from '../../../data/statistics/verdict.ts';
import { published } from '../../support/published.ts';
import { oracleJson } from './oracle.ts';

describe('compare', () => {
  it('is higher or lower only if the whole interval is beyond the benchmark', () => {
    expect(compare({ lower: 4.1, upper: 4.9 }, 4)).toBe('higher');
    expect(compare({ lower: 4.1, upper: 4.9 }, 5)).toBe('lower');
    expect(compare({ lower: 4.1, upper: 4.9 }, 4.5)).toBe('similar');
  });

  it('is similar if an end just touches the benchmark', () => {
    expect(compare({ lower: 4, upper: 5 }, 4)).toBe('similar');
    expect(compare({ lower: 4, upper: 5 }, 5)).toBe('similar');
  });

  it('does not compare what is missing', () => {
    expect(compare(null, 4)).toBe('not_compared');
    expect(compare({ lower: 4, upper: 5 }, null)).toBe('not_compared');
    expect(compare({ lower: 4, upper: 5 }, Number.NaN)).toBe('not_compared');
  });
});

interface Categories {
  cases: {
    value: number;
    benchmark: number;
    high_is_good: string;
    low_is_good: string;
    no_judgement: string;
  }[];
}

describe.skipIf(!published)('comparisons against the published cases', () => {
  it('gives all twelve outcomes', () => {
    const { cases } = oracleJson<Categories>('benchmark/categories.json');
    expect(cases).toHaveLength(4);
    for (const { value, benchmark, ...expected } of cases) {
      const comparison = compare({ lower: value - 1.1, upper: value + 1.1 }, benchmark);
      if (comparison === 'not_compared') throw new Error('an interval and a benchmark compare');
      const word = (polarity: Polarity) =>
        comparison === 'similar' ? comparison : (meaningOf(comparison, polarity) ?? comparison);
      expect([word('higher is better'), word('lower is better'), word('none')]).toEqual(
        [expected.high_is_good, expected.low_is_good, expected.no_judgement].map((word) =>
          word.toLowerCase(),
        ),
      );
    }
  });
});
