import type { Grouping } from './sumsOfSquares.ts';

/** Variance components of random groups and of single units, in squared units of the values. */
export interface VarianceComponents {
  mean: number;
  /**
   * One per grouping in the order given. 0 if its groups differ no more than their members explain, and for a single
   * group.
   */
  groupings: { groups: number; variance: number }[];
  /** The component of single units within all their groups. */
  residual: number;
}

/** A symmetric system small enough to keep whole: the intercept and all groupings but the finest. */
interface Coarse {
  size: number;
  /** Row by row. */
  matrix: Float64Array;
  right: Float64Array;
}

/** Counts of units in each pair of groups, and sums of values: everything the iteration needs from the data. */
interface Sums {
  units: number;
  squares: number;
  coarse: Coarse;
  /** The position of each coarse grouping, after the intercept. */
  starts: number[];
  /** For the finest grouping: units and values of each group, and its units in each coarse group that has any. */
  fine: { counts: Float64Array; totals: Float64Array; cross: readonly Shared[] };
}

/** The coarse groups that a fine group shares units with, and how many. */
interface Shared {
  at: Int32Array;
  units: Float64Array;
}

const sizeOf = (grouping: Grouping) =>
  grouping.reduce((most, group) => Math.max(most, group), -1) + 1;

function sumUp(values: Float64Array, coarse: readonly Grouping[], finest: Grouping): Sums {
  const starts: number[] = [];
  let size = 1;
  for (const grouping of coarse) {
    starts.push(size);
    size += sizeOf(grouping);
  }
  const fineSize = sizeOf(finest);
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  const counts = new Float64Array(fineSize);
  const totals = new Float64Array(fineSize);
  const cross = Array.from({ length: fineSize }, () => new Map<number, number>());
  let squares = 0;
  values.forEach((value, i) => {
    const at = [0, ...coarse.map((grouping, k) => starts[k]! + grouping[i]!)];
    for (const row of at) {
      right[row]! += value;
      for (const column of at) matrix[row * size + column]! += 1;
      const shared = cross[finest[i]!]!;
      shared.set(row, (shared.get(row) ?? 0) + 1);
    }
    counts[finest[i]!]! += 1;
    totals[finest[i]!]! += value;
    squares += value * value;
  });
  const units = values.length;
  return {
    units,
    squares,
    coarse: { size, matrix, right },
    starts,
    fine: { counts, totals, cross: cross.map(sharedOf) },
  };
}

function sharedOf(cross: ReadonlyMap<number, number>): Shared {
  const at = Int32Array.from(cross.keys()).sort();
  return { at, units: Float64Array.from(at, (group) => cross.get(group)!) };
}

/** Inverts a symmetric positive definite matrix in place, by elimination without pivoting. */
function invert(matrix: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) {
    const pivot = 1 / matrix[k * size + k]!;
    matrix[k * size + k] = 1;
    for (let j = 0; j < size; j++) matrix[k * size + j]! *= pivot;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = matrix[i * size + k]!;
      matrix[i * size + k] = 0;
      for (let j = 0; j < size; j++) matrix[i * size + j]! -= factor * matrix[k * size + j]!;
    }
  }
}

/** One step: solves the mixed model equations for given ratios of the residual variance to each grouping's. */
function solve({ units, squares, coarse, starts, fine }: Sums, ratios: readonly number[]) {
  const { size } = coarse;
  const fineRatio = ratios.at(-1)!;
  const matrix = coarse.matrix.slice();
  const right = coarse.right.slice();
  starts.forEach((start, k) => {
    for (let i = start; i < (starts[k + 1] ?? size); i++) matrix[i * size + i]! += ratios[k]!;
  });
  const { counts, totals, cross } = fine;
  // The finest grouping is eliminated first, because its own block is diagonal.
  counts.forEach((count, group) => {
    const weight = 1 / (count + fineRatio);
    const { at, units } = cross[group]!;
    for (let a = 0; a < at.length; a++) {
      const share = units[a]! * weight;
      const row = at[a]! * size;
      right[at[a]!]! -= share * totals[group]!;
      for (let b = 0; b < at.length; b++) matrix[row + at[b]!]! -= share * units[b]!;
    }
  });
  invert(matrix, size);
  const effects = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) effects[i]! += matrix[i * size + j]! * right[j]!;
  }
  let explained = effects.reduce((sum, effect, i) => sum + effect * coarse.right[i]!, 0);
  const norms = starts.map((start, k) => {
    let [norm, trace] = [0, 0];
    for (let i = start; i < (starts[k + 1] ?? size); i++) {
      norm += effects[i]! ** 2;
      trace += matrix[i * size + i]!;
    }
    return { norm, trace, groups: (starts[k + 1] ?? size) - start };
  });
  let [norm, trace] = [0, 0];
  counts.forEach((count, group) => {
    const weight = 1 / (count + fineRatio);
    const { at, units } = cross[group]!;
    let [fitted, quadratic] = [0, 0];
    for (let a = 0; a < at.length; a++) {
      const row = at[a]! * size;
      let inner = 0;
      for (let b = 0; b < at.length; b++) inner += matrix[row + at[b]!]! * units[b]!;
      fitted += units[a]! * effects[at[a]!]!;
      quadratic += units[a]! * inner;
    }
    const effect = (totals[group]! - fitted) * weight;
    explained += effect * totals[group]!;
    norm += effect ** 2;
    trace += weight + weight ** 2 * quadratic;
  });
  norms.push({ norm, trace, groups: counts.length });
  return { mean: effects[0]!, residual: (squares - explained) / (units - 1), norms };
}

/** Below this share of the residual variance, a grouping's variance counts as none. */
const negligible = 1e-8;
const precision = 1e-9;
const mostSteps = 5000;

/**
 * Splits the variance of values into components of each grouping (nested or crossed, at random) and of the single
 * units, by restricted maximum likelihood, with every unit counting alike. Throws a RangeError with fewer than two
 * units, or without a grouping. A generator, because it may take long. Sources: H. D. Patterson and R. Thompson,
 * Biometrika 58 (1971), 545-554; the iteration is that of D. A. Harville, Journal of the American Statistical
 * Association 72 (1977), 320-338.
 */
export function* varianceComponents(
  values: Float64Array,
  groupings: readonly Grouping[],
): Generator<undefined, VarianceComponents> {
  if (values.length < 2) throw new RangeError(`too few units: ${values.length}`);
  if (groupings.length === 0) throw new RangeError('no grouping is given');
  // A single group is the mean itself, and groups of one unit each are the units.
  const differs = (grouping: Grouping) => {
    const groups = sizeOf(grouping);
    return groups > 1 && groups < values.length;
  };
  const order = groupings
    .map((_, i) => i)
    .filter((i) => differs(groupings[i]!))
    .sort((a, b) => sizeOf(groupings[a]!) - sizeOf(groupings[b]!));
  // Centred, so that sums of squares keep their precision.
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - middle);
  const variance = centred.reduce((sum, value) => sum + value * value, 0) / values.length;
  let active = order;
  const found = new Map(order.map((i) => [i, variance / (order.length + 1)]));
  let residual = variance / (order.length + 1);
  let mean = middle;
  let sums: Sums | null = null;
  for (let step = 0; step < mostSteps && variance > 0 && active.length > 0; step++) {
    sums ??= sumUp(
      centred,
      active.slice(0, -1).map((i) => groupings[i]!),
      groupings[active.at(-1)!]!,
    );
    yield;
    const ratios = active.map((i) => residual / found.get(i)!);
    const solved = solve(sums, ratios);
    let moved = Math.abs(solved.residual / residual - 1);
    active.forEach((i, k) => {
      const { norm, trace, groups } = solved.norms[k]!;
      const next = norm / (groups - ratios[k]! * trace);
      moved = Math.max(moved, Math.abs(next / found.get(i)! - 1));
      found.set(i, next);
    });
    residual = solved.residual;
    mean = middle + solved.mean;
    const left = active.filter((i) => found.get(i)! > negligible * residual);
    for (const i of active) if (!left.includes(i)) found.set(i, 0);
    if (left.length < active.length) sums = null;
    else if (moved < precision) break;
    active = left;
  }
  if (variance > 0 && active.length === 0) {
    residual = (variance * values.length) / (values.length - 1);
    mean = middle;
  }
  return {
    mean,
    groupings: groupings.map((grouping, i) => ({
      groups: sizeOf(grouping),
      variance: variance > 0 ? (found.get(i) ?? 0) : 0,
    })),
    residual: variance > 0 ? residual : 0,
  };
}
