import { describe, expect, it } from 'vitest';
import { type SupplierPoint, supplierSpec } from '../../../../web/charts/specs/supplier.ts';
import { axisOf, type DrawnMark, drawn, marksOf, palette } from './drawn.ts';

const point = (month: number, mean: number, reach: number | null, label = ''): SupplierPoint => ({
  ...{ month, mean, label, reading: `month ${month}` },
  lower: reach === null ? null : mean - reach,
  upper: reach === null ? null : mean + reach,
  quartiles: [mean - 3, mean + 2],
});
const points = [point(-2, 0, null), point(-1, 0.5, 1), point(0, -4, 2, '−4.0'), point(1, -6, 3)];

describe('what followed a change of supplier', () => {
  const chart = drawn(supplierSpec(points, { width: 600, height: 320, palette }));

  it('is drawn by month: the means, their intervals and the middle half', async () => {
    const all = await chart;
    expect(all.warnings).toEqual([]);
    const [x, y] = [axisOf(all, 'bottom'), axisOf(all, 'left')];
    const expectAt = (
      marks: readonly DrawnMark[],
      ends: readonly ('y' | 'y2')[],
      values: (one: SupplierPoint) => number[],
    ) => {
      expect(marks).toHaveLength(points.length);
      marks.forEach((mark, i) => {
        const wanted = [x(points[i]!.month), ...values(points[i]!).map(y)];
        const off = [mark.x, ...ends.map((end) => mark[end])].map((one, k) => one - wanted[k]!);
        expect(Math.max(...off.map(Math.abs)), `${i}`).toBeLessThan(1);
      });
    };
    const ofMean = ({ mean }: SupplierPoint) => [mean];
    expectAt(marksOf(all, 'line'), ['y'], ofMean);
    expectAt(marksOf(all, 'symbol'), ['y'], ofMean);
    expectAt(marksOf(all, 'area'), ['y', 'y2'], ({ quartiles }) => [...quartiles]);
    const intervals = marksOf(all, 'rule').filter(({ stroke }) => stroke === palette.place);
    expectAt(intervals, ['y', 'y2'], ({ mean, lower, upper }) => [lower ?? mean, upper ?? mean]);
  });

  it('has lines at no difference and just before the first month on the new system', async () => {
    const all = await chart;
    const rules = marksOf(all, 'rule').filter(({ stroke }) => stroke !== palette.place);
    const [none, change] = [palette.ink, palette.quiet].map(
      (ink) => rules.find(({ stroke }) => stroke === ink)!,
    );
    expect(none!.y).toBeCloseTo(axisOf(all, 'left')(0), 3);
    expect(change!.x).toBeCloseTo(axisOf(all, 'bottom')(-0.5), 3);
  });

  it('names months, the differences on its axis and one mean, with proper minus signs', async () => {
    const { texts } = await chart;
    expect(texts.filter(Boolean)).toEqual([
      ...['−2', '−1', '0', '1', 'Months from the change of supplier'],
      ...['−8', '−6', '−4', '−2', '0', '2', '−4.0'],
    ]);
  });

  it('fills its room', async () => {
    const { width, height } = await chart;
    expect([width, height]).toEqual([600, 320]);
  });
});
