import type { FunnelCurvePoint } from '../../../../data/statistics/funnel.ts';
import type { Box } from '../counting.ts';
import type { Palette } from '../palette.ts';
import type { FunnelPlot } from './plot.ts';

const limits = ['lower998', 'lower95', 'upper95', 'upper998'] as const;

/** The usual maximum width of letters of 13 px, in pixels. */
const letter = 6.6;
const gap = 6;
const lineHeight = 16;

/** The room for the names of the lines beside the plot, in pixels; `mean` is the text of the middle line. */
export const limitRoom = (mean: string): number =>
  Math.max(mean.length, '99.8% limit'.length) * letter + gap;

/** The curves of a funnel: outer limits solid, inner ones dashed. */
export const limitLayers = (
  curve: readonly FunnelCurvePoint[],
  { x, y }: FunnelPlot,
  { quiet }: Palette,
): object[] =>
  limits.map((limit) => ({
    data: { values: curve },
    mark: {
      type: 'line',
      color: quiet,
      strokeWidth: limit.endsWith('998') ? 1.5 : 1.2,
      strokeDash: limit.endsWith('998') ? [1, 0] : [5, 4],
      clip: true,
    },
    encoding: { x: { ...x, field: 'n' }, y: { ...y, field: limit } },
  }));

/** A name beside the end of a line, at a value. */
interface LimitName {
  at: number;
  text: string;
  weight: 400 | 600;
}

/** The names of the lines beside their ends, moved clear of each other. */
export function limitNames(
  end: FunnelCurvePoint,
  { centre, mean }: { centre: number; mean: string },
  { ends: [low, high], height }: FunnelPlot,
): LimitName[] {
  const room = ((high - low) / height) * lineHeight;
  const names: LimitName[] = [
    { at: centre, text: mean, weight: 600 },
    { at: Math.max(end.upper95, centre + room), text: '95% limit', weight: 400 },
    {
      at: Math.max(end.upper998, centre + room * 2, end.upper95 + room),
      text: '99.8% limit',
      weight: 400,
    },
    { at: Math.min(end.lower95, centre - room), text: '95% limit', weight: 400 },
    {
      at: Math.min(end.lower998, centre - room * 2, end.lower95 - room),
      text: '99.8% limit',
      weight: 400,
    },
  ];
  return names.filter(({ at }) => at >= low && at <= high);
}

/** The boxes of line names, in pixels. */
export const limitBoxes = (names: readonly LimitName[], { width, at }: FunnelPlot): Box[] =>
  names.map((name) => ({
    left: width,
    top: at(0, name.at)[1] - lineHeight / 2,
    width: limitRoom(name.text),
    height: lineHeight,
  }));

/** The names of lines, and the line of the mean. */
export const limitNameLayers = (
  names: readonly LimitName[],
  centre: number,
  { y }: FunnelPlot,
  { ink, quiet }: Palette,
): object[] => [
  {
    data: { values: [{ at: centre }] },
    mark: { type: 'rule', color: ink, strokeWidth: 1.5 },
    encoding: { y: { ...y, field: 'at' } },
  },
  ...[400, 600].map((weight) => ({
    data: { values: names.filter((name) => name.weight === weight) },
    mark: {
      type: 'text',
      align: 'left',
      dx: gap,
      fontSize: 13,
      fontWeight: weight,
      color: weight > 400 ? ink : quiet,
      clip: false,
    },
    encoding: { x: { value: 'width' }, y: { ...y, field: 'at' }, text: { field: 'text' } },
  })),
];
