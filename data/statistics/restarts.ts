import { type MaybeValues, quantile } from './deciles.ts';
import { changesOf, movingRanges, xmrLimits } from './xmr.ts';

/** The fewest known points on each side of a restart. */
const settled = 7;
/** A step is clear if it is at least this many times the largest other month-to-month move. */
const plainStep = 2;

/** Whether all values are strictly beyond the limits of the others, all above or all below. */
function whollyBeyond(values: MaybeValues, others: MaybeValues): boolean {
  const limits = xmrLimits(others);
  const known = values.filter((value) => value !== null);
  if (!limits || known.length < settled) return false;
  return (
    known.every((value) => value > limits.upper) || known.every((value) => value < limits.lower)
  );
}

/**
 * Proposes the indices at which the limits of an XmR chart should start afresh because of a clear step: at least seven
 * known points on each side (all since the last restart, and the next seven), each side wholly beyond the limits of the
 * other, and the step from the last known point at least twice the largest other moving range of either side. A climb,
 * steady or s-shaped, has no such step and gets no restart. A proposal for a person to judge; the rule is this
 * project's own, on the limits of xmr.ts.
 */
export function suggestRestarts(values: MaybeValues): number[] {
  const restarts: number[] = [];
  for (let index = settled; index + settled <= values.length; index += 1) {
    const value = values[index]!;
    const before = values.slice(restarts.at(-1) ?? 0, index);
    const last = before.findLast((other) => other !== null) ?? null;
    if (value === null || last === null) continue;
    const after = values.slice(index, index + settled);
    const largest = Math.max(...movingRanges(before), ...movingRanges(after));
    const step = Math.abs(value - last);
    if (step >= plainStep * largest && whollyBeyond(after, before) && whollyBeyond(before, after)) {
      restarts.push(index);
    }
  }
  return restarts;
}

/** The fewest known changes beside a break, and the fewest known points on each side of it. */
const fewestChanges = 7;
const fewestAround = 2;
/** How far a break is from the mean of all other changes, in multiples of the distance of their limits. */
const beyondLimits = 2;

/**
 * The indices at which a series breaks: the change from the point before is at least twice as far from the median of
 * all other changes as their limits are from their mean (2.66 times their mean moving range), with at least two known
 * points on each side and seven other changes. Works on twelve points, and on a climb, whose changes are alike. Of
 * neighbouring breaks the larger counts, and none does beside a change that goes further the same way. The rule is this
 * project's own, on the limits of xmr.ts; W. A. Taylor, Change-point analysis (2000), on why a single shift is looked
 * for in changes.
 */
export function breaks(values: MaybeValues): number[] {
  const changes = changesOf(values);
  const sizes = changes.map((change, index) => {
    if (change === null) return 0;
    const known = (some: MaybeValues) => some.filter((value) => value !== null).length;
    if (known(values.slice(0, index)) < fewestAround || known(values.slice(index)) < fewestAround) {
      return 0;
    }
    // The changes around the one left out become neighbours, as if it had never been.
    const others = changes.filter((other, at) => at !== index && other !== null);
    const limits = others.length < fewestChanges ? null : xmrLimits(others);
    if (!limits) return 0;
    const median = quantile(others, 0.5)!;
    const distance = Math.abs(change - median);
    const goesOn = [changes[index - 1] ?? null, changes[index + 1] ?? null].some(
      (other) => other !== null && (other - median) * Math.sign(change - median) > distance,
    );
    const isFar = distance >= beyondLimits * (limits.upper - limits.mean) && distance > 0;
    return isFar && !goesOn ? distance : 0;
  });
  return sizes.flatMap((size, index) =>
    size > 0 && size >= (sizes[index - 1] ?? 0) && size > (sizes[index + 1] ?? 0) ? [index] : [],
  );
}
