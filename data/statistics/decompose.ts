import { eachInSteps } from './steps.ts';

/** A unit's counts in one month; a null count was not reported. */
export interface Counts {
  numerator: number | null;
  denominator: number | null;
}

/** A unit in the two months; null where it was not in the extract at all. */
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
  /** Its share of the change through its own rate; 0 unless it reported in both months. A unit that changed supplier did. */
  rate: number;
  /** Its share of the change through its weight: grown or shrunk, come or gone. */
  weight: number;
}

/** The change of a pooled rate and its seven parts, which add up to it; fractions times the scale given. */
export interface Decomposition {
  before: number;
  after: number;
  change: number;
  /** Units that reported both times, and did not change supplier, had other rates. */
  uptake: number;
  /** Units that reported both times and changed supplier had other rates: all of their change, their own growth too. */
  changedSupplier: number;
  /** Units that reported both times had other shares of the patients. */
  listSizes: number;
  came: number;
  left: number;
  beganReporting: number;
  stoppedReporting: number;
  /** How many units are of each kind. */
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

/** What a unit adds to the pool; nothing where it reported nothing, or none of none. */
function reported(counts: Counts | null): Reported | null {
  if (!counts || counts.numerator === null || counts.denominator === null) return null;
  const { numerator: x, denominator: n } = counts;
  return n > 0 || x !== 0 ? { x, n } : null;
}

/** Which kind of unit it is; null when it reported in neither month. Some of none is no rate to compare. */
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

/** The counts of many units together, in each of the months. */
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

/** What the units of a kind bring together, and how many they are. */
interface OfKind {
  rate: number;
  weight: number;
  count: number;
}

/**
 * Takes the change of a pooled rate between two months apart, unit by unit, times `scale` (100 for
 * percentage points). Units that reported both times split into the change of their rates (those that changed
 * supplier apart) at their mean weights and the change of their weights at their mean rates, each against the mean of all; a
 * unit in one month alone counts for what that month's rate owes to it. A unit without a denominator
 * above 0 counts as not reporting, though what it counted stays in the pool; null when no unit reported both times. Works a step at a time, for units may be many. Source: E. M. Kitagawa,
 * Journal of the American Statistical Association 50 (1955), 1168-1194; P. Das Gupta,
 * Standardization and Decomposition of Rates (US Bureau of the Census, 1993).
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
