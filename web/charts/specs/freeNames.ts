import { type Box, counting, type Size } from './counting.ts';
import { type FreeName, gap, type Nameable, type Way, waysAway, waysBeside } from './nameWays.ts';
import { cross, lengthOf, over, passes } from './overlaps.ts';
import type { Position } from './shapes.ts';

/** What a name may cover, in pixels from the upper left corner of the ground. */
export interface Ground extends Size {
  /** The centres of its points, and its lines as points a few pixels apart; best not covered. */
  points: readonly Position[];
  /** The weight of each point; 1 by default. */
  weight?: number;
  lines: readonly Position[];
  /** Boxes that must not be covered. */
  taken: readonly Box[];
}

/** The distance between points along a line, in pixels. */
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

/**
 * The cost of covering a point or a pixel of a line, of another line of text, of a leader line and of each of its
 * pixels, and of passing a point.
 */
const costs = { point: 10, line: 0.15, more: 2, led: 6, pixel: 0.14, passed: 1 } as const;
/** Points that nobody looks for are not named at a higher cost than this. */
const mostUnsought = 60;

/** A point with the free positions for its name, cheapest first. */
interface Choice {
  one: Nameable;
  beside: Way[];
  /** Positions with a leader line that cost less than `bound`, with their minimum cost. */
  away: (bound: number) => Way[];
  /** The full cost of one of them; infinite if its line crosses a box that must not be covered. */
  costOf: (away: Way) => number;
}

/**
 * Places whole names, in up to three lines and without overlap: each beside its point or with a line to it, where it
 * covers the fewest points and lines. Earlier names choose first, except that those which would then find no room come
 * before them; a name that still has no room is left out.
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

const byCost = (a: Way, b: Way): number => a.cost - b.cost;

function choicesOf(named: readonly Nameable[], ground: Ground): Choice[] {
  const pointsIn = counting(ground, ground.points);
  const linesIn = counting(ground, ground.lines);
  const { weight = 1 } = ground;
  return named.map((one) => {
    const taken = [...ground.taken, ...named.filter((other) => other !== one).map(boxAround)];
    const costOf = (box: Box, lines: number, led: number): number => {
      for (const other of taken) if (over(box, other, gap)) return Number.POSITIVE_INFINITY;
      const covered = pointsIn(box, gap) * costs.point * weight;
      const crossed = linesIn(box, 1) * pixelsApart * costs.line;
      return covered + crossed + lines * costs.more + (led && costs.led + led * costs.pixel);
    };
    const most = one.sought ? Number.POSITIVE_INFINITY : mostUnsought;
    // Choosing again, with another name first, mostly asks for the same.
    const ways = new Map<number, Way[]>();
    const waysWithin = (bound: number): Way[] => {
      const reach = (bound - costs.led - costs.more) / costs.pixel;
      return reach > 0 ? waysAway(one, ground, { reach, bound, costOf }).sort(byCost) : [];
    };
    return {
      one,
      beside: waysBeside(one, ground)
        .map((way) => ({ way, cost: costOf(way, way.lines.length, 0) }))
        .filter(({ cost }) => cost < most)
        .sort(byCost),
      away: (limit) => {
        const bound = Math.min(limit, most);
        if (!ways.has(bound)) ways.set(bound, waysWithin(bound));
        return ways.get(bound)!;
      },
      costOf: ({ way, cost }) =>
        taken.some((box) => passes(way.led, box))
          ? Number.POSITIVE_INFINITY
          : cost + passedBy(way, pointsIn) * weight,
    };
  });
}

/** Names in their cheapest position that earlier ones leave free, and the points left without one. */
function chosen(choices: readonly Choice[]): { placed: FreeName[]; left: Choice[] } {
  const placed: FreeName[] = [];
  const left: Choice[] = [];
  for (const choice of choices) {
    const way = cheapest(choice, placed);
    if (way) placed.push(way);
    else left.push(choice);
  }
  return { placed, left };
}

/**
 * The cheapest position free of names already placed. One with a leader line is chosen only if it costs less than all
 * others.
 */
function cheapest({ one, beside, away, costOf }: Choice, placed: readonly FreeName[]) {
  const isFree = ({ way }: Way) =>
    placed.every(
      (other) =>
        !over(way, other, gap) &&
        !passes(way.led, other) &&
        !passes(other.led, way) &&
        !cross(way.led, other.led),
    );
  let best = beside.find(isFree);
  let bound = best?.cost ?? (one.sought ? Number.POSITIVE_INFINITY : mostUnsought);
  for (const candidate of away(bound)) {
    if (candidate.cost >= bound) break;
    const cost = isFree(candidate) ? costOf(candidate) : Number.POSITIVE_INFINITY;
    if (cost < bound) [best, bound] = [candidate, cost];
  }
  return best?.way;
}

const boxAround = ({ x, y, radius }: Nameable): Box => ({
  left: x - radius,
  top: y - radius,
  width: radius * 2,
  height: radius * 2,
});

/** Points along the line to a name, a few pixels apart. */
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

/** The cost of points passed by the line to a name. */
const passedBy = (way: FreeName, pointsIn: ReturnType<typeof counting>): number =>
  stepsOf(way)
    .slice(2)
    .reduce((sum, [left, top]) => sum + pointsIn({ left, top, width: 0, height: 0 }, 3), 0) *
  costs.passed;
