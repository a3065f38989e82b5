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

/** Where a name is, in pixels from the upper left corner of the ground. */
export interface FreeName extends Box {
  lines: string[];
  /** Which way its lines lean: towards the point. */
  align: 'left' | 'center' | 'right';
  /** A line from the point to the name, where it is not next to it. */
  led: Led | null;
}

export const nameLine = 15;
/** Letters of 13 px take about so many pixels each. */
const letter = 6.3;
/** From a point to its name, and around all that a name should not cover. */
export const gap = 4;
/** How far apart the places are that are tried away from a point, and how far from it they go, in pixels. */
const grid = { across: 8, down: 5 };
const furthest = 150;

/** A name in so many lines, and what it takes in pixels. */
interface Form extends Size {
  lines: string[];
}

/** A name is broken into lines of at least so many letters on average. */
const shortest = 9;

/** A name in one, two and three lines, as far as it has words and letters for them. */
function formsOf(name: string): Form[] {
  const forms = new Map(
    [1, 2, 3]
      .filter((most) => most === 1 || name.length >= most * shortest)
      .map((most) => {
        const lines = inLines(name, { width: 0, letter, most });
        return [lines.length, lines];
      }),
  );
  return [...forms.values()].map((lines) => ({
    lines,
    width: Math.max(...lines.map(({ length }) => length)) * letter,
    height: lines.length * nameLine,
  }));
}

const standing = (form: Form, x: number, left: number, top: number, led: Led | null): FreeName => ({
  ...form,
  left,
  top,
  align: left > x ? 'left' : left + form.width < x ? 'right' : 'center',
  led,
});

/** All places where a name may be next to its point, in its four directions. */
export function waysBeside({ x, y, radius, name }: Nameable, ground: Size): FreeName[] {
  const near = radius + gap;
  return formsOf(name).flatMap((form) => {
    const { width, height } = form;
    const sides = [x + near, x - near - width].flatMap((left) =>
      [y - height / 2, y - height + gap, y - gap].map((top) => [left, top] as const),
    );
    const slid = [0.5, 0.2, 0.8].flatMap((share) =>
      [y - near - height, y + near].map((top) => [x - width * share, top] as const),
    );
    return [...sides, ...slid]
      .filter(
        ([left, top]) =>
          left >= 0 && top >= 0 && left + width <= ground.width && top + height <= ground.height,
      )
      .map(([left, top]) => standing(form, x, left, top, null));
  });
}

/** A place for a name, and what it costs there. */
export interface Way {
  way: FreeName;
  cost: number;
}

/**
 * The places around a point where a name may be with a line to it, no longer than `reach` pixels, at a cost below
 * `bound`. `costOf` gives the cost of a box, of how many lines and how far from the point; it must not keep the box.
 */
export function waysAway(
  { x, y, radius, name }: Nameable,
  ground: Size,
  { reach, bound, costOf }: Asked,
): Way[] {
  const ways: Way[] = [];
  const far = Math.min(reach, furthest);
  const first = (from: number, step: number) => Math.max(0, Math.floor(from / step) * step);
  for (const form of formsOf(name)) {
    const { width, height } = form;
    const lastLeft = Math.min(ground.width - width, x + far);
    const lastTop = Math.min(ground.height - height, y + far);
    const box: Box = { left: first(x - far - width, grid.across), top: 0, width, height };
    for (; box.left <= lastLeft; box.left += grid.across) {
      const { left } = box;
      const across = clamped(x, left, left + width);
      for (let top = first(y - far - height, grid.down); top <= lastTop; top += grid.down) {
        const down = clamped(y, top, top + height);
        const long = Math.hypot(across - x, down - y);
        if (long < radius + gap * 2 || long > far) continue;
        box.top = top;
        const cost = costOf(box, form.lines.length, long - radius);
        if (cost >= bound) continue;
        const share = radius / long;
        const from: Position = [x + (across - x) * share, y + (down - y) * share];
        ways.push({ way: standing(form, x, left, top, { from, to: [across, down] }), cost });
      }
    }
  }
  return ways;
}

/** How far from a point a place may be, and what it may cost. */
interface Asked {
  reach: number;
  bound: number;
  costOf: (box: Box, lines: number, led: number) => number;
}
