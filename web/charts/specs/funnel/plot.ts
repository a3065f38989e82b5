import type { Laid } from '../nameLayers.ts';
import type { Position } from '../shapes.ts';

/** The scales of a funnel: sizes across, values up. */
export interface FunnelPlot extends Laid {
  width: number;
  height: number;
  /** The values at the bottom and at the top. */
  ends: readonly [low: number, high: number];
  /** The position of a size and value, in pixels from the upper left corner. */
  at: (denominator: number, value: number) => Position;
}
