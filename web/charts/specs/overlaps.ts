import type { Box } from './counting.ts';
import type { Position } from './shapes.ts';

/** A line from a point to its name, in pixels. */
export interface Led {
  from: Position;
  to: Position;
}

/** Margin on each side of a line, in pixels. */
const free = 2;

/** Its length, in pixels. */
export const lengthOf = ({ from, to }: Led): number => Math.hypot(to[0] - from[0], to[1] - from[1]);

/** Whether two boxes overlap or are closer than a gap in pixels. */
export const over = (a: Box, b: Box, gap: number): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/** Which side of a line a position is on, by the sign. */
const sideOf = ({ from, to }: Led, x: number, y: number): number =>
  (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);

/** Whether a line, if there is one, crosses a box or ends in it. */
export function passes(led: Led | null, box: Box): boolean {
  if (!led) return false;
  const { from, to } = led;
  const [left, right] = [box.left - free, box.left + box.width + free];
  const [top, bottom] = [box.top - free, box.top + box.height + free];
  if (Math.max(from[0], to[0]) < left || Math.min(from[0], to[0]) > right) return false;
  if (Math.max(from[1], to[1]) < top || Math.min(from[1], to[1]) > bottom) return false;
  const side = Math.sign(sideOf(led, left, top));
  return (
    Math.sign(sideOf(led, right, top)) !== side ||
    Math.sign(sideOf(led, left, bottom)) !== side ||
    Math.sign(sideOf(led, right, bottom)) !== side
  );
}

/** Whether two lines cross. */
export const cross = (a: Led | null, b: Led | null): boolean =>
  a !== null &&
  b !== null &&
  sideOf(a, ...b.from) * sideOf(a, ...b.to) < 0 &&
  sideOf(b, ...a.from) * sideOf(b, ...a.to) < 0;
