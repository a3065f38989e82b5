import type { Position } from '../shapes.ts';

/** Where sizes and values lie in a funnel, for marks of a specification and in pixels. */
export interface FunnelPlot {
  width: number;
  height: number;
  /** Encodings of a size and of a value, whose field a mark may set anew. */
  x: object;
  y: object;
  /** The values at the foot and at the top. */
  ends: readonly [low: number, high: number];
  /** A size and a value in pixels from the upper left corner. */
  at: (denominator: number, value: number) => Position;
  /** The size and the value at a position in pixels. */
  of: (at: Position) => { denominator: number; value: number };
}
