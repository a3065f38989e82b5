import { describe, expect, it } from 'vitest';
import { reach } from '../../../data/statistics/reach.ts';
import { seededRandom } from '../../support/random.ts';

describe('reach', () => {
  it('is the number of whole patients still missing', () => {
    expect(reach(450, 10000, 0.1)).toBe(550);
    expect(reach(450, 10001, 0.1)).toBe(551);
  });

  it('is 0 at the level and beyond it', () => {
    expect(reach(1000, 10000, 0.1)).toBe(0);
    expect(reach(36637, 32891, 1)).toBe(0);
  });

  it('does not add a patient because of rounding', () => {
    // In floating point, 0.1 × 30 is 3.0000000000000004.
    expect(reach(3, 30, 0.1)).toBe(0);
    expect(reach(0, 30, 0.1)).toBe(3);
  });

  it('is the least number that reaches the level', () => {
    const random = seededRandom(30);
    for (let round = 0; round < 500; round += 1) {
      const n = 1 + Math.floor(random() * 30000);
      const x = Math.floor(random() * n);
      const percent = Math.floor(random() * 101);
      const more = reach(x, n, percent / 100)!;
      expect((x + more) * 100).toBeGreaterThanOrEqual(percent * n);
      if (more > 0) expect((x + more - 1) * 100).toBeLessThan(percent * n);
    }
  });

  it('is null if the counts are, and rejects an invalid level', () => {
    expect(reach(null, 100, 0.1)).toBeNull();
    expect(reach(5, null, 0.1)).toBeNull();
    expect(reach(0, 0, 0.1)).toBeNull();
    expect(() => reach(1, 10, 30)).toThrow('level outside 0 to 1: 30');
    expect(() => reach(1, 10, -0.1)).toThrow('level outside 0 to 1: -0.1');
  });
});
