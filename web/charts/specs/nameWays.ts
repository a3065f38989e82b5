import { type Box, clamped, type Size } from './counting.ts';
import { inLines } from './lettering.ts';
import type { Led } from './overlaps.ts';
import type { Position } from './shapes.ts';

/** A point to be named, in pixels from the upper left corner of the ground. */
export interface Nameable {
  x: number;
  y: number;
  /** Half its width. */
  radius: number;
  name: string;
  /** Whether it is named at any cost. */
  sought: boolean;
}

/** The position of a name, in pixels from the upper left corner of the ground. */
export interface FreeName extends Box {
  lines: string[];
  /** The alignment of its lines: towards the point. */
  align: 'left' | 'center' | 'right';
  /** A line from the point to the name, if it is not beside it. */
  led: Led | null;
}

export const nameLine = 15;
/** The usual width of letters of 13 px, in pixels. */
const letter = 6.3;
/** The distance from a point to its name, and around everything that a name should not cover. */
export const gap = 4;
/** The distance between positions tried away from a point, and how far from it they go, in pixels. */
const grid = { across: 8, down: 5 };
const furthest = 150;

/** A name split into lines, and its size in pixels. */
interface Form extends Size {
  lines: string[];
}

/** The least average number of letters per line. */
const shortest = 9;

/** A name in one, two and three lines, if it has enough words and letters for them. */
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

/** All positions for a name directly beside its point, in the four directions. */
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

/** A position for a name, and its cost. */
export interface Way {
  way: FreeName;
  cost: number;
}

/**
 * Positions around a point where a name may be placed with a line to it, no longer than `reach` pixels and costing less
 * than `bound`. `costOf` gives the cost of a box by its number of lines and its distance from the point; it must not
 * keep the box.
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

/** The greatest distance of a position from its point, and its greatest cost. */
interface Asked {
  reach: number;
  bound: number;
  costOf: (box: Box, lines: number, led: number) => number;
}
