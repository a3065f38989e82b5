/** The direction of a point or a run of points: 1 up or above, -1 down or below, 0 neither. */
export type Way = -1 | 0 | 1;

const runLength = 7;

/** For each point, the side it shares with the six before it, or 0. */
export function sevenOneSide(sides: readonly Way[]): Way[] {
  let run = 0;
  return sides.map((side, index) => {
    run = side === sides[index - 1] ? run + 1 : 1;
    return run >= runLength ? side : 0;
  });
}

/** For each point, the direction of the last seven points if they moved without a pause (six steps), or 0. */
export function sevenPointTrend(values: readonly number[]): Way[] {
  let steps = 0;
  let last: Way = 0;
  return values.map((value, index) => {
    const way = index === 0 ? 0 : (Math.sign(value - values[index - 1]!) as Way);
    steps = way !== 0 && way === last ? steps + 1 : 1;
    last = way;
    return way !== 0 && steps >= runLength - 1 ? way : 0;
  });
}

/** Marks all seven points of each run, given its last point; where two runs meet, the earlier one keeps the point. */
export function membersOfSeven(ends: readonly Way[]): Way[] {
  return ends.map((_, index) => ends.slice(index, index + runLength).find((end) => end !== 0) ?? 0);
}

/** Marks the points of each three in a row that are all on one side of the mean with two or more near a limit. */
export function twoInThree(near: readonly boolean[], sides: readonly Way[]): Way[] {
  const marked: Way[] = sides.map(() => 0);
  for (let first = 0; first + 3 <= sides.length; first += 1) {
    const three = sides.slice(first, first + 3);
    const side = three[0]!;
    const oneSide = side !== 0 && three.every((other) => other === side);
    const close = near.slice(first, first + 3).filter(Boolean).length;
    if (oneSide && close >= 2) marked.fill(side, first, first + 3);
  }
  return marked;
}

export type SignalRule = 'outside_limits' | 'trend' | 'near_limit' | 'one_side';

export interface Signal {
  rule: SignalRule;
  direction: 'up' | 'down';
}

export interface Readings {
  values: readonly number[];
  /** Side of the mean. */
  sides: readonly Way[];
  /** The side on which a point is beyond a limit. */
  outside: readonly Way[];
  /** Within the limits but in the outer third. */
  near: readonly boolean[];
}

/**
 * The first rule that each point of a stable process breaks, or null, in the order: outside the limits, seven points
 * one way, two of three near a limit, seven on one side. Source: NHS England, Making Data Count; L. P. Provost and S.
 * K. Murray, The Health Care Data Guide (2011).
 */
export function signals({ values, sides, outside, near }: Readings): (Signal | null)[] {
  const trend = membersOfSeven(sevenPointTrend(values));
  const pairs = twoInThree(near, sides);
  const runs = membersOfSeven(sevenOneSide(sides));
  return values.map((_, index) => {
    const found: [SignalRule, Way][] = [
      ['outside_limits', outside[index]!],
      ['trend', trend[index]!],
      // Of the three, only those near the limit are the signal.
      ['near_limit', near[index] ? pairs[index]! : 0],
      ['one_side', runs[index]!],
    ];
    const first = found.find(([, way]) => way !== 0);
    return first ? { rule: first[0], direction: first[1] > 0 ? 'up' : 'down' } : null;
  });
}
