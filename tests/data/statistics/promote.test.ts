import { describe, expect, it } from 'vitest';
import { type PromotePractice, whereToPromote } from '../../../data/statistics/promote.ts';
import { seededRandom } from '../../support/random.ts';
import { ended } from '../../support/steps.ts';

/** Where to promote, after all steps are done. */
const promotion = (...of: Parameters<typeof whereToPromote>) => ended(whereToPromote(...of));

const towards = (
  target: number | null,
  practices: Omit<PromotePractice, 'target'>[],
): PromotePractice[] => practices.map((practice) => ({ ...practice, target }));

const practices = [
  { code: 'A', registered: 10000, enabled: 900 },
  { code: 'B', registered: 8000, enabled: 200 },
  { code: 'C', registered: 5000, enabled: 500 },
  { code: 'D', registered: 3000, enabled: 1000 },
  { code: 'E', registered: 4000, enabled: 300 },
  { code: 'F', registered: 9000, enabled: null },
];

describe('whereToPromote', () => {
  it('ranks those short of the target by whole patients, with the running share', () => {
    expect(promotion(towards(0.1, practices))).toEqual({
      practices: [
        { code: 'B', registered: 8000, enabled: 200, target: 0.1, gap: 600, runningShare: 0.75 },
        { code: 'A', registered: 10000, enabled: 900, target: 0.1, gap: 100, runningShare: 0.875 },
        { code: 'E', registered: 4000, enabled: 300, target: 0.1, gap: 100, runningShare: 1 },
      ],
      gap: 800,
      holdHalf: 1,
      reported: 5,
    });
  });

  it('puts equal gaps in the order of their codes, whatever the order they come in', () => {
    const equal = ['C', 'A', 'B'].map((code) => ({ code, registered: 1000, enabled: 50 }));
    const { practices: ranked } = promotion(towards(0.1, equal));
    expect(ranked.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
  });

  it('lets no practice beyond the target make up for another', () => {
    const { gap } = promotion(
      towards(0.3, [
        { code: 'A', registered: 1000, enabled: 1000 },
        { code: 'B', registered: 1000, enabled: 0 },
      ]),
    );
    expect(gap).toBe(300);
  });

  it('compares each practice with its own target, and leaves out one without', () => {
    const found = promotion([
      { code: 'A', registered: 1000, enabled: 100, target: 0.15 },
      { code: 'B', registered: 1000, enabled: 200, target: 0.5 },
      { code: 'C', registered: 1000, enabled: 100, target: 0.05 },
      { code: 'D', registered: 1000, enabled: 0, target: null },
    ]);
    expect(found.practices.map(({ code, gap }) => [code, gap])).toEqual([
      ['B', 300],
      ['A', 50],
    ]);
    expect(found.reported).toBe(3);
  });

  it('counts the practices that make up half, including the one that crosses it', () => {
    const equal = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, registered: 100, enabled: 0 }));
    expect(promotion(towards(0.5, equal)).holdHalf).toBe(3);
    expect(promotion(towards(0.5, equal.slice(0, 4))).holdHalf).toBe(2);
  });

  it('has nothing to rank if all reached the target or none reported', () => {
    const none = { practices: [], gap: 0, holdHalf: 0 };
    expect(promotion(towards(0, practices))).toEqual({ ...none, reported: 5 });
    expect(promotion(towards(0.1, [practices[5]!]))).toEqual({ ...none, reported: 0 });
    expect(promotion([])).toEqual({ ...none, reported: 0 });
  });

  it('adds up to the whole gap, with half of it where it says', () => {
    const random = seededRandom(80);
    const area = Array.from({ length: 400 }, (_, index) => {
      const registered = 1 + Math.floor(random() * 20000);
      return { code: `P${index}`, registered, enabled: Math.floor(random() * registered * 0.6) };
    });
    const found = promotion(towards(0.3, area));
    const expected = area.reduce(
      (sum, { registered, enabled }) =>
        sum + Math.max(0, Math.ceil((registered * 3) / 10 - enabled)),
      0,
    );
    expect(found.gap).toBe(expected);
    expect(found.practices.at(-1)!.runningShare).toBe(1);
    const held = (count: number) =>
      found.practices.slice(0, count).reduce((sum, { gap }) => sum + gap, 0);
    expect(held(found.holdHalf) * 2).toBeGreaterThanOrEqual(found.gap);
    expect(held(found.holdHalf - 1) * 2).toBeLessThan(found.gap);
  });
});
