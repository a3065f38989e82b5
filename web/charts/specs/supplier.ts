import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, type Room, reading, specOf } from './palette.ts';

/** A month before or after a change of supplier; numbers in the unit. */
export interface SupplierPoint {
  month: number;
  mean: number;
  lower: number | null;
  upper: number | null;
  quartiles: readonly [number, number];
  /** The mean as text if it is labelled in the picture; otherwise empty. */
  label: string;
  reading: string;
}

/** Right of the last month there is room for its label. */
const around = { left: 52, top: 18, right: 44, bottom: 50 };

/** The mean difference by month with its interval, on a band for the middle half; a line marks the change. */
export function supplierSpec(
  points: readonly SupplierPoint[],
  { width, height, palette }: Room,
): TopLevelSpec {
  const values = points.map(({ quartiles, ...point }) => ({
    ...point,
    lower: point.lower ?? point.mean,
    upper: point.upper ?? point.mean,
    low: quartiles[0],
    high: quartiles[1],
  }));
  const x = {
    field: 'month',
    type: 'quantitative',
    scale: { domain: [points[0]!.month - 0.4, points.at(-1)!.month + 0.4], nice: false },
    axis: {
      title: 'Months from the change of supplier',
      values: points.map(({ month }) => month),
      format: 'd',
      grid: false,
    },
  };
  const y = {
    field: 'mean',
    type: 'quantitative',
    axis: {
      title: null,
      tickCount: 5,
      labelExpr: "datum.value ? replace(datum.label, '-', '−') : '0'",
    },
  };
  return specOf({
    width: Math.max(100, width - around.left - around.right),
    height: height - around.top - around.bottom,
    padding: around,
    autosize: 'none',
    config: chartConfig(palette),
    data: { values },
    layer: [
      {
        mark: { type: 'area', color: palette.bands[1], opacity: 1 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        data: { values: [{ at: 0 }] },
        mark: { type: 'rule', color: palette.ink, strokeWidth: 1.2 },
        encoding: { y: { ...y, field: 'at' } },
      },
      {
        data: { values: [{ at: -0.5 }] },
        mark: { type: 'rule', color: palette.quiet, strokeDash: [4, 3] },
        encoding: { x: { ...x, field: 'at' } },
      },
      {
        mark: { type: 'rule', color: palette.place, strokeWidth: 2 },
        encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
      },
      { mark: { type: 'line', color: palette.place, strokeWidth: 2 }, encoding: { x, y } },
      {
        mark: { type: 'circle', size: 70, color: palette.place, opacity: 1, aria: true },
        encoding: { x, y, ...reading },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'top', dx: 8, dy: 4, fontWeight: 600 },
        encoding: { x, y, text: { field: 'label' } },
      },
    ],
  });
}
