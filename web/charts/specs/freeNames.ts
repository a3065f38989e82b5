import { type Box, counting, type Size } from './counting.ts';
import { type FreeName, gap, type Nameable, waysOf } from './nameWays.ts';
import { cross, lengthOf, over, passes } from './overlaps.ts';
import type { Position } from './shapes.ts';

/** What a name may stand on, in pixels from the upper left corner of the ground. */
export interface Ground extends Size {
  /** The middles of its points, and its lines as points a few pixels apart: better not covered. */
  points: readonly Position[];
  lines: readonly Position[];
  /** What is never covered. */
  taken: readonly Box[];
}

/** How far apart the points of a line are. */
const pixelsApart = 3;

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
      .filter((way) => !taken.some((box) => over(way, box, gap)))
      .map((way) => {
        const covered = pointsIn(way, gap) * costs.point;
        const crossed = linesIn(way, 1) * pixelsApart * costs.line;
        return { way, cost: covered + crossed + way.lines.length * costs.more + awayOf(way) };
      })
      .filter(({ cost }) => one.sought || cost < most)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, mostTried)
      .filter(({ way }) => !taken.some((box) => passes(way.led, box)))
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
            !over(way, other, gap) &&
            !passes(way.led, other) &&
            !passes(other.led, way) &&
            !cross(way.led, other.led),
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
