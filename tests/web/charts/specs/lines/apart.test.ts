import { describe, expect, it } from 'vitest';
import { apart } from '../../../../../web/charts/specs/lines/apart.ts';

describe('labels', () => {
  it('are kept apart, in order and within the height', () => {
    const placed = apart([97, 4.5, 0.4, 4.4], [18, 18, 18, 18], 200);
    expect(placed[0]).toBe(97);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) {
      expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(18);
    }
    expect(placed[2]!).toBeLessThan(placed[3]!);
    expect(placed[3]!).toBeLessThan(placed[1]!);
    expect(Math.max(...apart([199, 200, 198], [18, 18, 18], 200))).toBe(200);
  });

  it('of two lines take the room of two', () => {
    const [low, high] = apart([50, 52], [18, 34], 200);
    expect(high! - low!).toBe(26);
  });
});
