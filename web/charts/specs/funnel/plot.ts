import type { Laid } from '../nameLayers.ts';
import type { Position } from '../shapes.ts';

/** Where sizes, across, and values, up, are in a funnel. */
export interface FunnelPlot extends Laid {
  width: number;
  height: number;
  /** The values at the foot and at the top. */
  ends: readonly [low: number, high: number];
  /** A size and a value in pixels from the upper left corner. */
  at: (denominator: number, value: number) => Position;
}
