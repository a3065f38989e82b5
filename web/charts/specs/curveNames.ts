import { curveLabels, labelLine } from './curveLabels.ts';
import { haloed, type Palette } from './palette.ts';

/** The plot of a curve in pixels, and where its points and its benchmark are above its foot. */
interface CurveRoom {
  heights: readonly number[];
  width: number;
  height: number;
  benchmark: number | null;
  domain: [number, number];
  palette: Palette;
}

/**
 * Names of points of a curve, by their number in it from 0, where `curveLabels` finds room for them; `position` is
 * how the chart lays ranks and values.
 */
export function curveNames(
  named: readonly { index: number; text: string }[],
  position: { x: object; y: object },
  { heights, width, height, benchmark, domain, palette }: CurveRoom,
): object[] {
  const [low, high] = domain;
  const valueAt = (pixels: number) => low + (pixels / height) * (high - low);
  const rows = curveLabels(named, { heights, width, benchmark }).map((label) => ({
    ...label,
    rank: (label.x / width) * heights.length + 0.5,
    own: label.index + 1,
    // Where the foot of the first line is, and where a line down to the point begins and ends.
    at: valueAt(label.foot + (label.lines.length - 1) * labelLine),
    from: valueAt(label.foot - 1),
    to: valueAt(heights[label.index]! + 5),
  }));
  const { x, y } = position;
  return [
    {
      data: { values: rows.filter(({ led }) => led) },
      mark: { type: 'rule', color: palette.quiet, strokeWidth: 1 },
      encoding: { x: { ...x, field: 'own' }, y: { ...y, field: 'from' }, y2: { field: 'to' } },
    },
    ...(['left', 'right'] as const).flatMap((align) =>
      haloed(
        {
          data: { values: rows.filter((row) => row.align === align) },
          mark: {
            type: 'text',
            align,
            baseline: 'bottom',
            lineHeight: labelLine,
            fontSize: 13,
            limit: width * 0.6,
          },
          encoding: { x, y: { ...y, field: 'at' }, text: { field: 'lines' } },
        },
        palette,
      ),
    ),
  ];
}
