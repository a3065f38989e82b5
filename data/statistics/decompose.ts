import { eachInSteps } from './steps.ts';

/** A unit's counts in one month; a null count was not reported. */
export interface Counts {
  numerator: number | null;
  denominator: number | null;
}

/** A unit in the two months; null if it was not in the extract at all. */
export interface UnitChange {
  code: string;
  before: Counts | null;
  after: Counts | null;
  /** Whether it changed supplier between the months. */
  changedSupplier?: boolean;
}

export type UnitKind =
  | 'both'
  | 'changed_supplier'
  | 'came'
  | 'left'
  | 'began_reporting'
  | 'stopped_reporting';

export interface UnitContribution {
  code: string;
  kind: UnitKind;
  /** Its share of the change through its own rate; 0 unless it reported in both months. */
  rate: number;
  /** Its share of the change through its weight, by growing or shrinking, joining or leaving. */
  weight: number;
}

/** The change of a pooled rate and its parts, which add up to it; fractions times the scale given. */
export interface Decomposition {
  before: number;
  after: number;
  change: number;
  /** From changed rates of units that reported in both months and did not change supplier. */
  uptake: number;
  /**
   * From changed rates of units that reported in both months and changed supplier: all of their change, including their
   * own growth.
   */
  changedSupplier: number;
  /** From changed shares of the patients, in units that reported in both months. */
  listSizes: number;
  came: number;
  left: number;
  beganReporting: number;
  stoppedReporting: number;
  /** The number of units of each kind. */
  counts: Record<UnitKind, number>;
  units: UnitContribution[];
}

interface Reported {
  x: number;
  n: number;
}

interface Sorted {
  code: string;
  kind: UnitKind;
  before: Reported | null;
  after: Reported | null;
}

/** What a unit adds to the pool; null if it reported nothing, or zero of zero. */
function reported(counts: Counts | null): Reported | null {
  if (!counts || counts.numerator === null || counts.denominator === null) return null;
  const { numerator: x, denominator: n } = counts;
  return n > 0 || x !== 0 ? { x, n } : null;
}

/**
 * Determines the kind of a unit; null if it reported in neither month. A count over a zero denominator is not a rate.
 */
function sortUnit({ code, before, after, changedSupplier }: UnitChange): Sorted | null {
  const then = reported(before);
  const now = reported(after);
  if (then && now) {
    const stayed = changedSupplier ? 'changed_supplier' : 'both';
    const kind = !(now.n > 0) ? 'stopped_reporting' : then.n > 0 ? stayed : 'began_reporting';
    return { code, kind, before: then, after: now };
  }
  if (now) return { code, kind: before ? 'began_reporting' : 'came', before: null, after: now };
  if (then) return { code, kind: after ? 'stopped_reporting' : 'left', before: then, after: null };
  return null;
}

/** Whether a unit of the kind reported in both months. */
const inBoth = (kind: UnitKind): boolean => kind === 'both' || kind === 'changed_supplier';

/** The total counts of many units in each of the months. */
class Pools {
  readonly before: Reported = { x: 0, n: 0 };
  readonly after: Reported = { x: 0, n: 0 };

  add({ before, after }: Sorted): void {
    this.before.x += before?.x ?? 0;
    this.before.n += before?.n ?? 0;
    this.after.x += after?.x ?? 0;
    this.after.n += after?.n ?? 0;
  }
}

/** The contribution of the units of a kind, and their number. */
interface OfKind {
  rate: number;
  weight: number;
  count: number;
}

/**
 * Decomposes the change of a pooled rate between two months, unit by unit, times `scale` (100 for percentage points).
 * For units that reported in both months, it separates the change of their rates at their mean weights (those that
 * changed supplier on their own) and the change of their weights at their mean rates, each relative to the mean of all.
 * A unit in one month only counts for its effect on that month's rate. A unit without a denominator above 0 counts as
 * not reporting, though its counts stay in the pool. Null if no unit reported in both months. A generator, because
 * there may be many units. Source: E. M. Kitagawa, Journal of the American Statistical Association 50 (1955),
 * 1168-1194; P. Das Gupta, Standardization and Decomposition of Rates (US Bureau of the Census, 1993).
 */
export function* decomposeChange(
  units: readonly UnitChange[],
  scale = 1,
): Generator<undefined, Decomposition | null> {
  const known: Sorted[] = [];
  const all = new Pools();
  const stayed = new Pools();
  yield* eachInSteps(units, (one) => {
    const unit = sortUnit(one);
    if (!unit) return;
    known.push(unit);
    all.add(unit);
    if (inBoth(unit.kind)) stayed.add(unit);
  });
  if (!known.some(({ kind }) => inBoth(kind))) return null;
  const stayedThen = stayed.before.x / stayed.before.n;
  const stayedNow = stayed.after.x / stayed.after.n;
  const middle = (stayedThen + stayedNow) / 2;

  const contributionOf = ({ code, kind, before, after }: Sorted): UnitContribution => {
    if (inBoth(kind) && before && after) {
      const rateThen = before.x / before.n;
      const rateNow = after.x / after.n;
      const weightThen = before.n / stayed.before.n;
      const weightNow = after.n / stayed.after.n;
      const rate = (rateNow - rateThen) * ((weightThen + weightNow) / 2);
      const weight = (weightNow - weightThen) * ((rateThen + rateNow) / 2 - middle);
      return { code, kind, rate: rate * scale, weight: weight * scale };
    }
    const weight =
      (after ? (after.x - after.n * stayedNow) / all.after.n : 0) -
      (before ? (before.x - before.n * stayedThen) / all.before.n : 0);
    return { code, kind, rate: 0, weight: weight * scale };
  };
  const contributions: UnitContribution[] = [];
  const none = (): OfKind => ({ rate: 0, weight: 0, count: 0 });
  const of: Record<UnitKind, OfKind> = {
    both: none(),
    changed_supplier: none(),
    came: none(),
    left: none(),
    began_reporting: none(),
    stopped_reporting: none(),
  };
  yield* eachInSteps(known, (unit) => {
    const contribution = contributionOf(unit);
    contributions.push(contribution);
    const ofKind = of[unit.kind];
    ofKind.rate += contribution.rate;
    ofKind.weight += contribution.weight;
    ofKind.count += 1;
  });
  const before = (all.before.x / all.before.n) * scale;
  const after = (all.after.x / all.after.n) * scale;
  return {
    before,
    after,
    change: after - before,
    uptake: of.both.rate,
    changedSupplier: of.changed_supplier.rate,
    listSizes: of.both.weight + of.changed_supplier.weight,
    came: of.came.weight,
    left: of.left.weight,
    beganReporting: of.began_reporting.weight,
    stoppedReporting: of.stopped_reporting.weight,
    counts: {
      both: of.both.count,
      changed_supplier: of.changed_supplier.count,
      came: of.came.count,
      left: of.left.count,
      began_reporting: of.began_reporting.count,
      stopped_reporting: of.stopped_reporting.count,
    },
    units: contributions,
  };
}
