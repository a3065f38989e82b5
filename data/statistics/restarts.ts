import type { MaybeValues } from './deciles.ts';
import { movingRanges, xmrLimits } from './xmr.ts';

/** The fewest known points that must stand on each side of a restart. */
const settled = 7;
/** A step is plain when it is at least this many times the largest other move from month to month. */
const plainStep = 2;

/** Whether all values lie strictly beyond the limits of the others, all above or all below. */
function whollyBeyond(values: MaybeValues, others: MaybeValues): boolean {
  const limits = xmrLimits(others);
  const known = values.filter((value) => value !== null);
  if (!limits || known.length < settled) return false;
  return (
    known.every((value) => value > limits.upper) || known.every((value) => value < limits.lower)
  );
}

/**
 * Proposes the indices at which the limits of an XmR chart should start afresh, where a step is plain:
 * seven known points or more on each side (all since the last restart, and the next seven), each side
 * wholly beyond the limits of the other, and the step from the last known point at least twice the
 * largest other moving range of either side. A climb, steady or s-shaped, has no such step and gets no
 * restart. A proposal for a person to judge; the rule is this project's own, on the limits of xmr.ts.
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
