import type { TopLevelSpec } from 'vega-lite';
import { beeswarm } from './beeswarm.ts';
import { chartConfig, type Room, reading, specOf } from './palette.ts';
import { guideLayers, moreRoom, padding, type Spread, xOf } from './spread/guides.ts';

/** One practice among others, with its full reading. */
export interface SwarmPoint {
  value: number;
  here: boolean;
  reading: string;
}

/** Practices by step of the value; the last may be open. */
export interface Bar {
  from: number;
  to: number | null;
  practices: number;
  reading: string;
}

/** The width of the counts of practices beside the bars. */
const countRoom = 56;

/** A histogram of practices by step of the value, with lines at the median and the practice looked at. */
export function histogramSpec(
  bars: readonly Bar[],
  spread: Spread,
  { width, height, palette }: Room,
): TopLevelSpec {
  const plotWidth = width - countRoom - padding.right;
  const step = bars[0] ? bars[0].to! - bars[0].from : 1;
  const end = (bars.at(-1)?.from ?? 0) + step;
  const isHere = ({ from, to }: Bar) =>
    spread.here !== null && spread.here.value >= from && (to === null || spread.here.value < to);
  const x = xOf('from', end, plotWidth, spread.unit);
  const y = {
    field: 'practices',
    type: 'quantitative',
    scale: { nice: true, zero: true },
    axis: {
      title: 'practices',
      titleAngle: 0,
      titleAlign: 'right',
      titleBaseline: 'bottom',
      // Above the counts and clear of the words of the lines.
      titleX: -6,
      titleY: spread.here ? -42 - moreRoom(spread, width) : -6,
      tickCount: 4,
      format: ',d',
    },
  };
  const top = padding.top + (spread.here ? 12 : 0) + moreRoom(spread, width);
  const gap = Math.min(1.5, plotWidth / bars.length / 8);
  const open = bars.at(-1)?.to === null ? bars.at(-1)! : null;
  return specOf({
    width: plotWidth,
    height: height - top - padding.bottom,
    padding: { ...padding, top, left: countRoom },
    autosize: 'none',
    config: chartConfig(palette),
    data: {
      values: bars.map((bar) => ({
        ...bar,
        end: bar.to ?? bar.from + step,
        colour: isHere(bar) ? palette.place : palette.rest,
        opacity: bar.to === null ? 0.55 : 1,
      })),
    },
    layer: [
      {
        mark: { type: 'rect', x2Offset: -gap, xOffset: gap },
        encoding: {
          x,
          x2: { field: 'end' },
          y,
          y2: { datum: 0 },
          color: { field: 'colour', type: 'nominal', scale: null },
          opacity: { field: 'opacity', type: 'quantitative', scale: null },
        },
      },
      {
        mark: { type: 'rect', aria: true, opacity: 0, y: 0, y2: 'height' },
        encoding: { x, x2: { field: 'end' }, ...reading },
      },
      ...openLabel(open, x, y),
      ...guideLayers(spread, x, { end, width: plotWidth, left: countRoom }, palette),
    ],
  });
}

/** Labels the last step, which has no upper end. */
const openLabel = (open: Bar | null, x: object, y: object): object[] =>
  open
    ? [
        {
          data: { values: [open] },
          mark: { type: 'text', align: 'right', baseline: 'bottom', dx: 20, dy: -5, fontSize: 13 },
          encoding: { x, y, text: { value: 'and more' } },
        },
      ]
    : [];

/** Practices as dots, as near the middle line as their neighbours allow. */
export function swarmSpec(
  points: readonly SwarmPoint[],
  spread: Spread,
  { width, height, palette }: Room,
): TopLevelSpec {
  const plotWidth = width - padding.left - padding.right;
  const top = padding.top + moreRoom(spread, width);
  const plotHeight = height - top - padding.bottom;
  const end = Math.max(...points.map(({ value }) => value), 0) * 1.03 || 1;
  const diameter = points.length <= 60 ? 13 : 10;
  const ys = beeswarm(
    points.map(({ value }) => (value / end) * plotWidth),
    diameter,
    plotHeight,
  );
  const x = xOf('value', end, plotWidth, spread.unit);
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: [-plotHeight / 2, plotHeight / 2], nice: false, zero: false },
    axis: null,
  };
  return specOf({
    width: plotWidth,
    height: plotHeight,
    padding: { ...padding, top },
    autosize: 'none',
    config: chartConfig(palette),
    layer: [
      ...guideLayers(spread, x, { end, width: plotWidth, left: padding.left }, palette),
      {
        data: {
          values: points.map((point, i) => ({
            ...point,
            y: ys[i],
            colour: point.here ? palette.place : palette.rest,
            size: point.here ? (diameter * 1.3) ** 2 : (diameter - 1.5) ** 2,
          })),
        },
        mark: { type: 'circle', aria: true, opacity: 1, stroke: palette.page, strokeWidth: 1 },
        encoding: {
          x,
          y,
          color: { field: 'colour', type: 'nominal', scale: null },
          size: { field: 'size', type: 'quantitative', scale: null },
          ...reading,
        },
      },
    ],
  });
}
