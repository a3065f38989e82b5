import { describe, expect, it } from 'vitest';
import { curveLabels } from '../../../../web/charts/specs/curveLabels.ts';

const falling = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

describe('labels of a falling curve', () => {
  it('stand beside their points where that is free', () => {
    const heights = [...falling(50, 300, 120), 0];
    const [last, first] = curveLabels(
      [
        { index: 0, text: '11.1% the first' },
        { index: 50, text: '0% the last' },
      ],
      { heights, width: 600, benchmark: 150 },
    );
    expect(first).toMatchObject({ align: 'left', led: false });
    expect(last).toMatchObject({ align: 'right', led: false });
    expect(last!.foot).toBeLessThan(0);
  });

  it('stand above a flat curve and its benchmark, with a line down, and above each other', () => {
    const heights = [...falling(100, 300, 12), ...falling(500, 12, 0)];
    const benchmark = 14;
    const [last, middle] = curveLabels(
      [
        { index: 420, text: '2.6% The Maroon Warbler Example Medical Practice' },
        { index: 599, text: '0% Violet Osprey Example Medical Centre' },
      ],
      { heights, width: 600, benchmark },
    );
    expect(last!.led && middle!.led).toBe(true);
    expect(last!.foot).toBeGreaterThanOrEqual(benchmark + 20);
    expect(middle!.foot).toBeGreaterThanOrEqual(last!.foot + last!.lines.length * 15);
  });
});
