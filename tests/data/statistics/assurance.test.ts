import { describe, expect, it } from 'vitest';
import { assurance } from '../../../data/statistics/assurance.ts';
import { published } from '../../support/published.ts';
import { oracleJson } from './oracle.ts';

describe('assurance', () => {
  it('is reversed with the polarity', () => {
    expect(assurance({ lower: 11, upper: 14 }, 10, 'higher is better')).toBe('consistent_pass');
    expect(assurance({ lower: 11, upper: 14 }, 10, 'lower is better')).toBe('consistent_fail');
    expect(assurance({ lower: 6, upper: 9 }, 10, 'higher is better')).toBe('consistent_fail');
  });

  it('is inconsistent within the limits and on them', () => {
    for (const target of [11, 12, 14]) {
      expect(assurance({ lower: 11, upper: 14 }, target, 'higher is better')).toBe('inconsistent');
    }
  });

  it('says nothing without limits, target or polarity', () => {
    expect(assurance(null, 10, 'higher is better')).toBeNull();
    expect(assurance({ lower: 1, upper: 2 }, null, 'higher is better')).toBeNull();
    expect(assurance({ lower: 1, upper: 2 }, 10, 'none')).toBeNull();
  });
});

interface Oracle {
  assurance: {
    lpl: number[];
    upl: number[];
    target: number;
    increase: string[];
    decrease: string[];
  };
}

describe.skipIf(!published)('assurance against the published cases', () => {
  it('agrees for both polarities', () => {
    const { lpl, upl, target, increase, decrease } =
      oracleJson<Oracle>('xmr/xmr_rules.json').assurance;
    expect(lpl).toHaveLength(3);
    lpl.forEach((lower, index) => {
      const limits = { lower, upper: upl[index]! };
      expect(assurance(limits, target, 'higher is better')).toBe(increase[index]);
      expect(assurance(limits, target, 'lower is better')).toBe(decrease[index]);
    });
  });
});
