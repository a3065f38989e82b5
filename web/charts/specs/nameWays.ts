import { type Box, clamped, type Size } from './counting.ts';
import { inLines } from './lettering.ts';
import type { Led } from './overlaps.ts';
import type { Position } from './shapes.ts';

/** A point that is to be named, in pixels from the upper left corner of the ground. */
export interface Nameable {
  x: number;
  y: number;
  /** Half its width. */
  radius: number;
  name: string;
  /** Whether it is named at any cost. */
  sought: boolean;
}

/** Where a name stands, in pixels from the upper left corner of the ground. */
export interface FreeName extends Box {
  lines: string[];
  /** Which way its lines lean: towards the point. */
  align: 'left' | 'center' | 'right';
  /** A line from the point to the name, where it does not stand beside it. */
  led: Led | null;
}

export const nameLine = 15;
/** Letters of 13 px take about so many pixels each. */
const letter = 6.3;
/** From a point to its name, and around all that a name should not cover. */
export const gap = 4;
/** How far apart the places are that are tried away from a point, and how far from it they go, in pixels. */
const grid = { across: 8, down: 5 };
const reach = 150;

/** All places where a name may stand: beside its point in its four directions, and around it with a line. */
export function waysOf({ x, y, radius, name }: Nameable, ground: Size): FreeName[] {
  const near = radius + gap;
  const forms = new Map(
    [1, 2, 3].map((most) => {
      const lines = inLines(name, { width: 0, letter, most });
      return [lines.length, lines];
    }),
  );
  return [...forms.values()].flatMap((lines) => {
    const width = Math.max(...lines.map(({ length }) => length)) * letter;
    const height = lines.length * nameLine;
    const at = (left: number, top: number): FreeName => ({
      lines,
      left,
      top,
      width,
      height,
      align: left > x ? 'left' : left + width < x ? 'right' : 'center',
      led: null,
    });
    const [lastLeft, lastTop] = [ground.width - width, ground.height - height];
    const sides = [x + near, x - near - width].flatMap((left) =>
      [y - height / 2, y - height + gap, y - gap].map((top) => at(left, top)),
    );
    const slid = [0.5, 0.2, 0.8].flatMap((share) =>
      [y - near - height, y + near].map((top) => at(x - width * share, top)),
    );
    const ways = [...sides, ...slid].filter(
      ({ left, top }) => left >= 0 && top >= 0 && left <= lastLeft && top <= lastTop,
    );
    const first = (from: number, step: number) => Math.max(0, Math.floor(from / step) * step);
    const from = {
      left: first(x - reach - width, grid.across),
      top: first(y - reach - height, grid.down),
    };
    for (let { left } = from; left <= Math.min(lastLeft, x + reach); left += grid.across) {
      for (let { top } = from; top <= Math.min(lastTop, y + reach); top += grid.down) {
        const to: Position = [clamped(x, left, left + width), clamped(y, top, top + height)];
        const long = Math.hypot(to[0] - x, to[1] - y);
        if (long < radius + gap * 2 || long > reach) continue;
        const share = radius / long;
        const edge: Position = [x + (to[0] - x) * share, y + (to[1] - y) * share];
        ways.push({ ...at(left, top), led: { from: edge, to } });
      }
    }
    return ways;
  });
}
