import { describe, expect, it } from 'vitest';
import { clamped, counting } from '../../../../web/charts/specs/counting.ts';
import type { Position } from '../../../../web/charts/specs/shapes.ts';

describe('points in a box', () => {
  const points: Position[] = [
    [10, 10],
    [10, 10],
    [50, 20],
    [99, 59],
  ];
  const pointsIn = counting({ width: 100, height: 60 }, points);

  it('are counted within it', () => {
    expect(pointsIn({ left: 0, top: 0, width: 100, height: 60 }, 0)).toBe(4);
    expect(pointsIn({ left: 4, top: 4, width: 12, height: 12 }, 0)).toBe(2);
    expect(pointsIn({ left: 20, top: 4, width: 20, height: 40 }, 0)).toBe(0);
  });

  it('are counted around it', () => {
    expect(pointsIn({ left: 20, top: 4, width: 20, height: 40 }, 12)).toBe(3);
  });
});

describe('a value in a range', () => {
  it.each([
    [5, 5],
    [-1, 0],
    [11, 10],
  ])('%i becomes %i', (value, end) => expect(clamped(value, 0, 10)).toBe(end));
});
