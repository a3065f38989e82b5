import { type FreeName, nameLine } from './nameWays.ts';
import { haloed, type Palette } from './palette.ts';
import type { Position } from './shapes.ts';

/** The scales of a chart, and the data values at a position in pixels. */
export interface Laid {
  x: object;
  y: object;
  of: (at: Position) => readonly [across: number, up: number];
  /** Font weight of names; by default that of other text. */
  weight?: number;
}

/** Names in their positions, above everything else, with the lines that lead to them. */
export function nameLayers(
  names: readonly FreeName[],
  { x, y, of, weight = 400 }: Laid,
  palette: Palette,
): object[] {
  const rowOf = (at: Position) => {
    const [across, up] = of(at);
    return { across, up };
  };
  const led = names.flatMap(({ led }) => {
    if (!led) return [];
    const [acrossTo, upTo] = of(led.to);
    return [{ ...rowOf(led.from), acrossTo, upTo }];
  });
  const position = { x: { ...x, field: 'across' }, y: { ...y, field: 'up' } };
  const lines = {
    data: { values: led },
    mark: { type: 'rule', color: palette.quiet, strokeWidth: 1, clip: false },
    encoding: { ...position, x2: { field: 'acrossTo' }, y2: { field: 'upTo' } },
  };
  const aligned = (['left', 'center', 'right'] as const).filter((align) =>
    names.some((name) => name.align === align),
  );
  return [
    // An empty layer takes as long to compile as a full one: without names this one alone carries the axes.
    ...(led.length || !names.length ? [lines] : []),
    ...aligned.flatMap((align) =>
      haloed(
        {
          data: {
            values: names
              .filter((name) => name.align === align)
              .map(({ lines, left, top, width }) => ({
                lines,
                ...rowOf([left + width * { left: 0, center: 0.5, right: 1 }[align], top]),
              })),
          },
          mark: {
            type: 'text',
            color: palette.ink,
            align,
            baseline: 'top',
            fontSize: 13,
            fontWeight: weight,
            lineHeight: nameLine,
            clip: false,
          },
          encoding: { ...position, text: { field: 'lines' } },
        },
        palette,
      ),
    ),
  ];
}
