import { describe, expect, it } from 'vitest';
import { stepsOf, stepWidth } from '../../../data/statistics/histogram.ts';
import { askIllustrative } from '../../support/asking.ts';

describe('steps of a histogram', () => {
  it.each([
    [40, 1],
    [41, 2],
    [100, 5],
    [3.9, 0.1],
    [0.04, 0.001],
  ])('for values up to %d are %d wide', (range, width) => {
    expect(stepWidth(range)).toBeCloseTo(width, 10);
  });

  it('contain every value once, including those at the start of a step', () => {
    const values = [0, 0.5, 1, 1, 2, 39.9, null];
    const steps = stepsOf(values);
    expect(steps.reduce((sum, { practices }) => sum + practices, 0)).toBe(6);
    expect(steps[0]).toEqual({ from: 0, to: 1, practices: 2 });
    expect(steps[1]).toEqual({ from: 1, to: 2, practices: 2 });
    for (const [i, { from }] of steps.slice(1).entries()) expect(from).toBe(steps[i]!.to);
  });

  it('gather the few far above the others in one open step', () => {
    const values = [...Array.from({ length: 1000 }, (_, i) => i / 100), 900];
    const steps = stepsOf(values);
    expect(steps.length).toBeLessThan(45);
    expect(steps.at(-1)).toMatchObject({ to: null });
    expect(steps.at(-1)!.practices).toBeLessThanOrEqual(11);
    expect(steps.reduce((sum, { practices }) => sum + practices, 0)).toBe(1001);
  });

  it('have an open step from where the others end, if they end at the start of a step', () => {
    const values = [...Array.from({ length: 1000 }, (_, i) => i % 21), 20, 20, 900];
    expect(stepsOf(values).slice(-2)).toEqual([
      { from: 19.5, to: 20, practices: 0 },
      { from: 20, to: null, practices: 50 },
    ]);
  });

  it('work for no values, for zeros only, and for negative values', () => {
    expect(stepsOf([null])).toEqual([]);
    expect(stepsOf([0, 0])).toMatchObject([{ from: 0, practices: 2 }]);
    expect(stepsOf([-1, 5]).reduce((sum, { practices }) => sum + practices, 0)).toBe(2);
  });
});

describe('/histogram', () => {
  const ask = askIllustrative();

  it('counts every practice that has the figure', async () => {
    const { data } = await ask('/histogram?measure=records_enabled');
    const { data: each } = await ask('/percentiles?measure=records_enabled');
    expect(data.reduce((sum, { practices }) => sum + practices, 0)).toBe(each.length);
    for (const { from, to, practices } of data) {
      const inside = each.filter(({ value }) => value >= from && (to === null || value < to));
      expect(inside).toHaveLength(practices);
    }
  });
});
