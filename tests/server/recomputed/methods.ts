/*
 * The product's methods written a second time, from their sources and in the plainest way, without sharing code with
 * it: slow, without short cuts, and only as general as the tests need.
 */

type Maybe = number | null;

const z = { 95: 1.959963984540054, 998: 3.090232306167813 };

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Wilson's interval of x of n, around its centre, in percent; nulls if x of n is not a proportion. */
export function wilson(x: Maybe, n: Maybe, level: 95 | 998): { lower: Maybe; upper: Maybe } {
  if (x === null || n === null || n <= 0 || x < 0 || x > n) return { lower: null, upper: null };
  const square = z[level] ** 2;
  const p = x / n;
  const centre = (p + square / (2 * n)) / (1 + square / n);
  const half = (z[level] / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  // None and all are limits themselves; rounding would leave a tiny difference.
  return {
    lower: x === 0 ? 0 : (centre - half) * 100,
    upper: x === n ? 100 : (centre + half) * 100,
  };
}

export function compared(lower: Maybe, upper: Maybe, other: Maybe): string {
  if (lower === null || upper === null || other === null) return 'not_compared';
  return lower > other ? 'higher' : upper < other ? 'lower' : 'similar';
}

/** The quantile by linear interpolation between the order statistics (definition 7); null if there are none. */
export function quantileOf(values: readonly number[], q: number): Maybe {
  const inOrder = [...values].sort((a, b) => a - b);
  if (!inOrder.length) return null;
  const h = (inOrder.length - 1) * q;
  const [below, above] = [inOrder[Math.floor(h)]!, inOrder[Math.ceil(h)]!];
  return below * (1 - (h - Math.floor(h))) + above * (h - Math.floor(h));
}

/** The percent rank times 100: the percentage of the others that are lower. */
export const percentRankOf = (values: readonly number[], value: number): Maybe =>
  values.length < 2
    ? null
    : (100 * values.filter((other) => other < value).length) / (values.length - 1);

/** floor((Q+1) − ceil(((N+1) − rank) / (N/Q))); ties get the lowest rank, 0 becomes 1, and there is none if N < Q. */
export function groupOf(values: readonly number[], value: number, groups: number): Maybe {
  const count = values.length;
  if (count < groups) return null;
  const rank = values.filter((other) => other < value).length + 1;
  const upTo = (count + 1 - rank) / (count / groups);
  // Divisions with a whole result must not be rounded up by floating point.
  return Math.max(1, Math.floor(groups + 1 - Math.ceil(upTo - 1e-9)));
}

const arc = (p: number): number => Math.asin(Math.sqrt(p));

export interface Unit {
  x: Maybe;
  n: Maybe;
}

/** Spiegelhalter's funnel: the pooled mean, phi of winsorised arcsine scores, τ² by moments, as fractions. */
export function funnelOf(units: readonly Unit[]) {
  const held = units.filter(
    (unit): unit is { x: number; n: number } =>
      unit.x !== null && unit.n !== null && unit.n > 0 && unit.x >= 0 && unit.x <= unit.n,
  );
  if (held.length < 2) return null;
  const target = sum(held.map(({ x }) => x)) / sum(held.map(({ n }) => n));
  const errors = held.map(({ n }) => 1 / (2 * Math.sqrt(n)));
  const scores = held.map(({ x, n }, i) => (arc(x / n) - arc(target)) / errors[i]!);
  const [low, high] = [quantileOf(scores, 0.1)!, quantileOf(scores, 0.9)!];
  const phi = mean(scores.map((score) => Math.max(low, Math.min(high, score)) ** 2));
  const weights = errors.map((error) => 1 / error ** 2);
  const count = held.length;
  const tau2 =
    (count * phi - (count - 1)) /
    (sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights));
  return { target, phi, tau2: Math.max(0, tau2), units: count };
}

/** The limits of a funnel at n in percent, and where x of n lies among them. */
export function funnelAt(
  { target, tau2 }: { target: number; tau2: number },
  { x, n }: Unit,
  adjusted: boolean,
) {
  if (n === null || n <= 0) return null;
  const error = adjusted ? Math.sqrt(1 / (4 * n) + tau2) : Math.sqrt((target * (1 - target)) / n);
  const raw = (times: number) => (adjusted ? arc(target) : target) + times * error;
  const drawn = (limit: number) =>
    adjusted
      ? 100 * Math.sin(Math.min(Math.PI / 2, Math.max(0, limit))) ** 2
      : 100 * Math.min(1, Math.max(0, limit));
  const limits = {
    lower_95: drawn(raw(-z[95])),
    upper_95: drawn(raw(z[95])),
    lower_998: drawn(raw(-z[998])),
    upper_998: drawn(raw(z[998])),
  };
  if (x === null || x < 0 || x > n) return { limits, position: null };
  const here = adjusted ? arc(x / n) : x / n;
  const beyond = (times: number) => (times > 0 ? here > raw(times) : here < raw(times));
  const side = here > raw(0) ? 'above' : 'below';
  const position =
    beyond(z[998]) || beyond(-z[998]) ? '998' : beyond(z[95]) || beyond(-z[95]) ? '95' : '';
  return { limits, position: position ? `${side}_${position}` : 'inside' };
}

/** Mean and natural process limits of a stretch, without ranges of 3.267 times their mean or more. */
export function processLimits(values: readonly Maybe[]) {
  const ranges = values.flatMap((value, i) => {
    const before = values[i - 1] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
  if (!ranges.length) return null;
  const kept = ranges.filter((range) => range < 3.267 * mean(ranges));
  const middle = mean(values.filter((value) => value !== null));
  const reach = 2.66 * (kept.length ? mean(kept) : 0);
  return { mean: middle, lower: middle - reach, upper: middle + reach };
}

/** The first of four rules that each month breaks, tested window by window; none across a missing month. */
export function signalsOf(values: readonly Maybe[]): ({ rule: string; up: boolean } | null)[] {
  const limits = processLimits(values);
  if (!limits) return values.map(() => null);
  const { mean: middle, lower, upper } = limits;
  const windows = (length: number, around: number): number[][] =>
    Array.from({ length }, (_, back) => around - length + 1 + back)
      .filter((from) => from >= 0 && from + length <= values.length)
      .map((from) => values.slice(from, from + length))
      .filter((window): window is number[] => window.every((one) => one !== null));
  const near = (value: number) =>
    value <= upper && value >= lower && Math.abs(value - middle) > (2 / 3) * (upper - middle);
  return values.map((value, i) => {
    if (value === null) return null;
    if (value > upper || value < lower) return { rule: 'outside_limits', up: value > upper };
    for (const window of windows(7, i)) {
      const steps = window.slice(1).map((one, k) => Math.sign(one - window[k]!));
      if (steps.every((step) => step === steps[0] && step !== 0))
        return { rule: 'trend', up: steps[0]! > 0 };
    }
    const oneSide = (window: number[]) =>
      window.every((one) => one > middle) || window.every((one) => one < middle);
    const threes = windows(3, i).filter(
      (three) => oneSide(three) && three.filter(near).length >= 2,
    );
    if (near(value) && threes.length) return { rule: 'near_limit', up: value > middle };
    if (windows(7, i).some(oneSide)) return { rule: 'one_side', up: value > middle };
    return null;
  });
}

interface Candidate {
  code: string;
  registered: Maybe;
  supplier: string | null;
}

/**
 * The thirty nearest by the logarithm of list size, in standard deviations. Another supplier counts as two deviations,
 * if half of the practices name theirs. Ties are ordered by code.
 */
export function peersOf(
  own: string,
  candidates: readonly Candidate[],
): { code: string; distance: number }[] {
  const sizes = candidates.flatMap(({ registered }) => (registered ? [Math.log(registered)] : []));
  const deviation = Math.sqrt(mean(sizes.map((value) => (value - mean(sizes)) ** 2)));
  const systemOf = ({ supplier }: Candidate) =>
    supplier === 'NK' ? null : (supplier?.replace(/ ?\(I\)$/, '') ?? null);
  const systems = candidates.flatMap((one) => systemOf(one) ?? []);
  const here = candidates.find(({ code }) => code === own)!;
  if (!here.registered) return [];
  const bySystem =
    systems.length * 2 >= candidates.length && new Set(systems).size > 1 && systemOf(here) !== null;
  return candidates
    .filter((one) => one.code !== own && one.registered && (!bySystem || systemOf(one) !== null))
    .map((one) => {
      const size = (Math.log(one.registered!) - Math.log(here.registered!)) / deviation;
      const system = bySystem && systemOf(one) !== systemOf(here) ? 2 : 0;
      return { code: one.code, distance: Math.hypot(size, system) };
    })
    .sort((a, b) => {
      const [one, other] = [a, b].map(({ distance }) => Math.round(distance * 1e9));
      return one! - other! || (a.code < b.code ? -1 : 1);
    })
    .slice(0, 30);
}

/**
 * The recent trend: a line through the last five known values of a year, each weighted by its interval, and with each
 * left out in turn.
 */
export function trendOf(points: readonly { value: Maybe; lower: Maybe; upper: Maybe }[]) {
  const last = points
    .flatMap(({ value, lower, upper }, at) => (value === null ? [] : [{ at, value, lower, upper }]))
    .slice(-5)
    .flatMap(({ at, value, lower, upper }) =>
      lower === null || upper === null || upper === lower
        ? []
        : [{ at, value, weight: (3.92 / (upper - lower)) ** 2 }],
    );
  if (last.length < 5) return null;
  const slopeOf = (some: typeof last) => {
    const all = sum(some.map(({ weight }) => weight));
    const middle = sum(some.map(({ at, weight }) => at * weight)) / all;
    const level = sum(some.map(({ value, weight }) => value * weight)) / all;
    const spread = sum(some.map(({ at, weight }) => weight * (at - middle) ** 2));
    const together = some.map((one) => one.weight * (one.at - middle) * (one.value - level));
    return { slope: sum(together) / spread, error: 1 / Math.sqrt(spread) };
  };
  const { slope, error } = slopeOf(last);
  const steady = last.every(
    (_, left) => Math.sign(slopeOf(last.filter((__, i) => i !== left)).slope) === Math.sign(slope),
  );
  const chi = (slope / error) ** 2;
  const moves = chi > 9.5495 && steady;
  const [from, until] = [last[0]!.at, last.at(-1)!.at];
  return {
    direction: moves ? (slope > 0 ? 'increasing' : 'decreasing') : 'no_change',
    slope,
    chi,
    wavers: chi > 9.5495 && !steady,
    from,
    until,
  };
}

/** The quantile of Student's t by Simpson's rule: with t = √ν tan θ its density is cos θ to the power ν - 1. */
export function studentOf(freedom: number, share: number): number {
  const at = (angle: number) => Math.cos(angle) ** (freedom - 1);
  const area = (end: number): number => {
    const steps = 4000;
    let all = at(0) + at(end);
    for (let i = 1; i < steps; i++) all += at((end * i) / steps) * (i % 2 ? 4 : 2);
    return (all * end) / steps / 3;
  };
  const whole = area(Math.PI / 2);
  let [low, high] = [0, Math.PI / 2];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (area(middle) / whole < share) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan(low);
}

/** The interval of a pooled rate whose clusters differ, from each cluster's residual; none if they do not differ. */
export function clusteredOf(
  units: readonly { x: number; n: number }[],
  clusters: number,
  quantile: number,
): { lower: Maybe; upper: Maybe } {
  const [x, n] = [sum(units.map((unit) => unit.x)), sum(units.map((unit) => unit.n))];
  const squares = sum(units.map((unit) => (unit.x - (x / n) * unit.n) ** 2));
  const square = sum(units.map((unit) => unit.x ** 2));
  if (clusters < 2 || n <= 0 || squares <= 1e-12 * square) return { lower: null, upper: null };
  const error = Math.sqrt((clusters / (clusters - 1)) * squares) / n;
  return { lower: x / n - quantile * error, upper: x / n + quantile * error };
}
