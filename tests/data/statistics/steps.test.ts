import { describe, expect, it } from 'vitest';
import { eachInSteps, sortInSteps } from '../../../data/statistics/steps.ts';
import { seededRandom } from '../../support/random.ts';
import { ended } from '../../support/steps.ts';

describe('work with each of many', () => {
  it.each([0, 1, 255, 256, 257, 1000])('does all of %i in order, a part per step', (count) => {
    const all = Array.from({ length: count }, (_, i) => i);
    const seen: number[] = [];
    const lengths: number[] = [];
    for (const _ of eachInSteps(all, (one) => seen.push(one))) lengths.push(seen.length);
    expect(seen).toEqual(all);
    expect(lengths.length).toBe(Math.ceil(count / 256));
    expect(lengths.every((length, i) => length - (lengths[i - 1] ?? 0) <= 256)).toBe(true);
  });
});

describe('sorting in steps', () => {
  it.each([0, 1, 2, 255, 256, 257, 512, 513, 1000, 3001])(
    'sorts %i like the usual sort, and stably',
    (count) => {
      const random = seededRandom(count);
      const all = Array.from({ length: count }, (_, i) => ({ key: Math.floor(random() * 50), i }));
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      const before = [...all];
      expect(ended(sortInSteps(all, compare))).toEqual([...all].sort(compare));
      expect(all).toEqual(before);
    },
  );

  it('compares a few hundred pairs in each step, and not all at once', () => {
    let compared = 0;
    let most = 0;
    const all = Array.from({ length: 7000 }, (_, i) => (i * 7919) % 7000);
    const steps = sortInSteps(all, (a, b) => {
      compared++;
      return a - b;
    });
    for (const _ of steps) {
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(256 * 9);
  });
});
