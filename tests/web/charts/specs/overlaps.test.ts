import { describe, expect, it } from 'vitest';
import { cross, over, passes } from '../../../../web/charts/specs/overlaps.ts';

const box = { left: 10, top: 10, width: 20, height: 10 };

describe('overlaps', () => {
  it('of boxes include the gap around them', () => {
    const beside = { ...box, left: 33 };
    expect(over(box, beside, 4)).toBe(true);
    expect(over(box, beside, 2)).toBe(false);
    expect(over(box, { ...box, top: 21 }, 4)).toBe(false);
  });

  it('of a line with a box count if it crosses or ends in it, not if it passes a corner', () => {
    expect(passes({ from: [0, 15], to: [50, 15] }, box)).toBe(true);
    expect(passes({ from: [0, 0], to: [20, 15] }, box)).toBe(true);
    expect(passes({ from: [0, 20], to: [20, 0] }, { ...box, left: 15, top: 15 })).toBe(false);
    expect(passes(null, box)).toBe(false);
  });

  it('of two lines count if they cross, not if they would further on', () => {
    const falling = { from: [0, 0], to: [10, 10] } as const;
    expect(cross(falling, { from: [0, 10], to: [10, 0] })).toBe(true);
    expect(cross(falling, { from: [20, 0], to: [30, 40] })).toBe(false);
    expect(cross(falling, null)).toBe(false);
  });
});
