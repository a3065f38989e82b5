import type { TopLevelSpec } from 'vega-lite';
import type { Panel } from './dots.ts';
import { chartConfig, type Palette, type Room, reading, valueLabels } from './palette.ts';
import { stripGap } from './room.ts';

const plotHeight = 84;

/** Multiples of it, without their whole part, fall evenly over any interval. */
const goldenRatio = 0.618034;

/**
 * Heights for points on a line so that none covers another: each, from left to right, as near the middle as
 * those already placed leave room for, in pixels up and down from it. Where it is too crowded for that, they
 * are spread evenly over the height, one over another.
 */
export function packed(xs: readonly number[], diameter: number, height: number): number[] {
  const order = xs.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x);
  const half = height / 2 - diameter / 2;
  const placed: { x: number; y: number }[] = [];
  const ys: number[] = new Array(xs.length).fill(0);
  for (const { x, i } of order) {
    const near: number[] = [];
    for (let k = placed.length - 1; k >= 0 && x - placed[k]!.x < diameter; k--) {
      const across = Math.sqrt(diameter ** 2 - (x - placed[k]!.x) ** 2);
      near.push(placed[k]!.y - across, placed[k]!.y + across);
    }
    const free = [0, ...near]
      .filter((y) => Math.abs(y) <= half)
      .sort((a, b) => Math.abs(a) - Math.abs(b))
      .find((y) => placedFree(placed, x, y, diameter));
    ys[i] = free ?? (((i * goldenRatio) % 1) * 2 - 1) * half;
    placed.push({ x, y: ys[i]! });
  }
  return ys;
}

function placedFree(
  placed: readonly { x: number; y: number }[],
  x: number,
  y: number,
  gap: number,
) {
  for (let k = placed.length - 1; k >= 0 && x - placed[k]!.x < gap; k--) {
    const one = placed[k]!;
    if ((x - one.x) ** 2 + (y - one.y) ** 2 < gap ** 2 - 1e-6) return false;
  }
  return true;
}

const diameterOf = (count: number): number =>
  count <= 60 ? 10 : count <= 250 ? 7 : count <= 600 ? 5 : 3.4;

/** Many places as dots along one line a stage, with the benchmark's line: how far apart they are. */
export function stripSpec(panels: readonly Panel[], { width, palette }: Room): TopLevelSpec {
  return {
    vconcat: panels.map((panel) => panelSpec(panel, width - 44, palette)),
    spacing: stripGap,
    padding: 2,
    config: chartConfig(palette),
  } as unknown as TopLevelSpec;
}

function panelSpec(
  { title, role, top, unit, values, benchmark }: Panel,
  width: number,
  palette: Palette,
) {
  const known = values.filter((one) => one.value !== null);
  const highest = Math.max(...known.map(({ value }) => value!), benchmark?.value ?? 0);
  const end = top ?? (highest > 0 ? highest * 1.03 : 1);
  const diameter = diameterOf(known.length);
  const ys = packed(
    known.map(({ value }) => (value! / end) * width),
    diameter,
    plotHeight,
  );
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, end], nice: false },
    axis: { title: null, tickCount: 5, labelExpr: valueLabels(unit) },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: [-plotHeight / 2, plotHeight / 2], nice: false, zero: false },
    axis: null,
  };
  const line = benchmark && { datum: benchmark.value, type: 'quantitative' };
  return {
    title,
    width,
    height: plotHeight,
    layer: [
      {
        data: {
          values: known.map((one, i) => ({
            value: one.value,
            y: ys[i],
            reading: `${one.name}: ${one.text}`,
          })),
        },
        mark: {
          type: 'circle',
          aria: true,
          size: (diameter - 0.6) ** 2,
          opacity: known.length > 600 ? 0.45 : 0.75,
          color: palette[role],
        },
        encoding: { x, y, ...reading },
      },
      ...(line
        ? [
            {
              data: { values: [{}] },
              mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
              encoding: { x: line },
            },
            {
              data: { values: [{}] },
              mark: {
                type: 'text',
                baseline: 'bottom',
                dy: -3,
                fontSize: 13,
                color: palette.ink,
                clip: false,
                align: benchmark!.value > end * 0.85 ? 'right' : 'center',
              },
              encoding: {
                x: line,
                y: { value: 0 },
                text: { value: `${benchmark!.name} ${benchmark!.text}` },
              },
            },
          ]
        : []),
    ],
  };
}
