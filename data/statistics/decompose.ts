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

/** Which kind of unit it is; none when it reported in neither month. Some of none is no rate to compare. */
function sortUnit({ code, before, after, changedSupplier }: UnitChange): Sorted[] {
  const then = reported(before);
  const now = reported(after);
  if (then && now) {
    const stayed = changedSupplier ? 'changed_supplier' : 'both';
    const kind = !(now.n > 0) ? 'stopped_reporting' : then.n > 0 ? stayed : 'began_reporting';
    return [{ code, kind, before: then, after: now }];
  }
  if (now) return [{ code, kind: before ? 'began_reporting' : 'came', before: null, after: now }];
  if (then)
    return [{ code, kind: after ? 'stopped_reporting' : 'left', before: then, after: null }];
  return [];
}

/** Whether a unit of the kind reported in both months. */
const inBoth = (kind: UnitKind): boolean => kind === 'both' || kind === 'changed_supplier';

function pool(counts: readonly (Reported | null)[]): Reported {
  const sum = { x: 0, n: 0 };
  for (const one of counts) {
    sum.x += one?.x ?? 0;
    sum.n += one?.n ?? 0;
  }
  return sum;
}

/** The counts of all units together, in each of the months. */
const pairOfPools = (units: readonly Sorted[]) => ({
  before: pool(units.map((unit) => unit.before)),
  after: pool(units.map((unit) => unit.after)),
});

/**
 * Takes the change of a pooled rate between two months apart, unit by unit, times `scale` (100 for
 * percentage points). Units that reported both times split into the change of their rates (those that changed
 * supplier apart) at their mean weights and the change of their weights at their mean rates, each against the mean of all; a
 * unit in one month alone counts for what that month's rate owes to it. A unit without a denominator
 * above 0 counts as not reporting, though what it counted stays in the pool; null when no unit reported both times. Source: E. M. Kitagawa,
 * Journal of the American Statistical Association 50 (1955), 1168-1194; P. Das Gupta,
 * Standardization and Decomposition of Rates (US Bureau of the Census, 1993).
 */
export function decomposeChange(units: readonly UnitChange[], scale = 1): Decomposition | null {
  const known = units.flatMap(sortUnit);
  const both = known.filter(({ kind }) => inBoth(kind));
  if (both.length === 0) return null;
  const all = pairOfPools(known);
  const stayed = pairOfPools(both);
  const stayedThen = stayed.before.x / stayed.before.n;
  const stayedNow = stayed.after.x / stayed.after.n;
  const middle = (stayedThen + stayedNow) / 2;

  const contributions = known.map(({ code, kind, before, after }): UnitContribution => {
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
  });

  const ofKind = (kind: UnitKind) => contributions.filter((unit) => unit.kind === kind);
  const weightOf = (kind: UnitKind) => ofKind(kind).reduce((sum, unit) => sum + unit.weight, 0);
  const rateOf = (kind: UnitKind) => ofKind(kind).reduce((sum, unit) => sum + unit.rate, 0);
  const before = (all.before.x / all.before.n) * scale;
  const after = (all.after.x / all.after.n) * scale;
  return {
    before,
    after,
    change: after - before,
    uptake: rateOf('both'),
    changedSupplier: rateOf('changed_supplier'),
    listSizes: weightOf('both') + weightOf('changed_supplier'),
    came: weightOf('came'),
    left: weightOf('left'),
    beganReporting: weightOf('began_reporting'),
    stoppedReporting: weightOf('stopped_reporting'),
    counts: {
      both: ofKind('both').length,
      changed_supplier: ofKind('changed_supplier').length,
      came: ofKind('came').length,
      left: ofKind('left').length,
      began_reporting: ofKind('began_reporting').length,
      stopped_reporting: ofKind('stopped_reporting').length,
    },
    units: contributions,
  };
}
