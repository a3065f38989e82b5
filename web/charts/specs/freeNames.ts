import { type Box, clamped, counting, type Size } from './counting.ts';
import { inLines } from './lettering.ts';
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

/** What a name may stand on, in pixels from the upper left corner of the ground. */
export interface Ground extends Size {
  /** The middles of its points, and its lines as points a few pixels apart: better not covered. */
  points: readonly Position[];
  lines: readonly Position[];
  /** What is never covered. */
  taken: readonly Box[];
}

/** Where a name stands, in pixels from the upper left corner of the ground. */
export interface FreeName extends Box {
  lines: string[];
  /** Which way its lines lean: towards the point. */
  align: 'left' | 'center' | 'right';
  /** A line from the point to the name, where it does not stand beside it. */
  led: { from: Position; to: Position } | null;
}

export const nameLine = 15;
/** Letters of 13 px take about so many pixels each. */
const letter = 6.3;
/** From a point to its name, and around all that a name should not cover. */
const gap = 4;
/** How far apart the points of a line are. */
const pixelsApart = 3;
/** How far apart the places are that are tried away from a point, and how far from it they go, in pixels. */
const grid = { across: 8, down: 5 };
const reach = 150;

/** A line through positions as points a few pixels apart. */
export const alongLine = (line: readonly Position[]): Position[] =>
  line.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = line[i]!;
    const parts = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / pixelsApart);
    return Array.from(
      { length: parts },
      (_, k): Position => [x1 + ((x2 - x1) * k) / parts, y1 + ((y2 - y1) * k) / parts],
    );
  });

/** What it costs to cover a point, a pixel of a line, to take a line more, and to lead a line so many pixels. */
const costs = { point: 10, line: 0.15, more: 2, led: 6, pixel: 0.14, passed: 1 } as const;
/** Points that nobody looks for are not named at the cost of more than these. */
const most = 60;
/** So many of the cheapest places are looked at closely. */
const mostTried = 1500;

/** A point with all places for its name that cover nothing taken, those first that cost the least. */
interface Choice {
  one: Nameable;
  ways: { way: FreeName; cost: number }[];
}

/**
 * Names whole, in up to three lines, none over another: each beside its point or with a line to it, where it covers
 * the fewest points and lines. Earlier names choose first, but for those that would then have no room; one that has
 * none even so is left out.
 */
export function freeNames(named: readonly Nameable[], ground: Ground): FreeName[] {
  const choices = choicesOf(named, ground);
  let { placed, left } = chosen(choices);
  for (const choice of left) {
    const again = chosen([choice, ...choices.filter((other) => other !== choice)]);
    if (again.placed.length > placed.length) placed = again.placed;
  }
  return placed;
}

function choicesOf(named: readonly Nameable[], ground: Ground): Choice[] {
  const pointsIn = counting(ground, ground.points);
  const linesIn = counting(ground, ground.lines);
  return named.map((one) => {
    const taken = [...ground.taken, ...named.filter((other) => other !== one).map(boxAround)];
    const ways = waysOf(one, ground)
      .filter((way) => !taken.some((box) => over(way, box)))
      .map((way) => {
        const covered = pointsIn(way, gap) * costs.point;
        const crossed = linesIn(way, 1) * pixelsApart * costs.line;
        return { way, cost: covered + crossed + way.lines.length * costs.more + awayOf(way) };
      })
      .filter(({ cost }) => one.sought || cost < most)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, mostTried)
      .filter(({ way }) => !taken.some((box) => passes(way, box)))
      .map(({ way, cost }) => ({ way, cost: cost + passedBy(way, pointsIn) }))
      .sort((a, b) => a.cost - b.cost);
    return { one, ways };
  });
}

/** Names in the first of their places that those before them leave free, and the points that are left without one. */
function chosen(choices: readonly Choice[]): { placed: FreeName[]; left: Choice[] } {
  const placed: FreeName[] = [];
  const left: Choice[] = [];
  for (const choice of choices) {
    const free = choice.ways.find(
      ({ way, cost }) =>
        (choice.one.sought || cost < most) &&
        placed.every(
          (other) =>
            !over(way, other) && !passes(way, other) && !passes(other, way) && !cross(other, way),
        ),
    );
    if (free) placed.push(free.way);
    else left.push(choice);
  }
  return { placed, left };
}

const boxAround = ({ x, y, radius }: Nameable): Box => ({
  left: x - radius,
  top: y - radius,
  width: radius * 2,
  height: radius * 2,
});

const lengthOf = ({ from, to }: NonNullable<FreeName['led']>): number =>
  Math.hypot(to[0] - from[0], to[1] - from[1]);

/** What a line to a name costs by its length. */
const awayOf = ({ led }: FreeName): number => (led ? costs.led + lengthOf(led) * costs.pixel : 0);

/** Points on the line to a name, a few pixels apart. */
function stepsOf({ led }: FreeName): Position[] {
  if (!led) return [];
  const { from, to } = led;
  const parts = Math.ceil(lengthOf(led) / 4);
  return Array.from(
    { length: parts + 1 },
    (_, i): Position => [
      from[0] + ((to[0] - from[0]) * i) / parts,
      from[1] + ((to[1] - from[1]) * i) / parts,
    ],
  );
}

/** What it costs that a line to a name passes points. */
const passedBy = (way: FreeName, pointsIn: ReturnType<typeof counting>): number =>
  stepsOf(way)
    .slice(2)
    .reduce((sum, [left, top]) => sum + pointsIn({ left, top, width: 0, height: 0 }, 3), 0) *
  costs.passed;

/** Whether the line to a name crosses a box. */
const passes = (way: FreeName, { left, top, width, height }: Box): boolean =>
  stepsOf(way).some(
    ([x, y]) => x > left - 2 && x < left + width + 2 && y > top - 2 && y < top + height + 2,
  );

/** On which side of a line from one position to another a third lies: the sign says it. */
const sideOf = ([x1, y1]: Position, [x2, y2]: Position, [x, y]: Position): number =>
  (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);

/** Whether the lines to two names cross. */
const cross = ({ led: a }: FreeName, { led: b }: FreeName): boolean =>
  a !== null &&
  b !== null &&
  sideOf(a.from, a.to, b.from) * sideOf(a.from, a.to, b.to) < 0 &&
  sideOf(b.from, b.to, a.from) * sideOf(b.from, b.to, a.to) < 0;

const over = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/** All places where a name may stand: beside its point in its four directions, and around it with a line. */
function waysOf({ x, y, radius, name }: Nameable, ground: Ground): FreeName[] {
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
