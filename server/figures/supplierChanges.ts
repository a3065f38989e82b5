import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Measure } from '../../data/definitions/measures.ts';
import { monthsBetween, movedMonth } from '../../data/definitions/months.ts';
import { switchedWithin } from '../../data/definitions/practiceFilters.ts';
import { monthsAround } from '../../data/definitions/suppliers.ts';
import { changeOfOthers, differenceFromOthers } from '../../data/statistics/eventStudy.ts';
import { belongsTo } from '../store/catalogue.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import { valueColumn, valuesByMonthQuery } from '../store/queries/practiceValues.ts';
import {
  type SupplierChangeRow,
  supplierChangesQuery,
  supplierMonthsQuery,
} from '../store/queries/supplierChanges.ts';
import type { Release } from '../store/releases.ts';

const keptChanges = new PerRelease<SupplierChangeRow[]>();

/** Every real change of supplier in a release, by month and code. */
export const supplierChanges = (release: Release): Promise<SupplierChangeRow[]> =>
  keptChanges.get(release, '', () => release.database.all(supplierChangesQuery()));

/** A range of months. */
interface Months {
  first: string;
  last: string;
}

const keptMonths = new PerRelease<Months | null>();

/** The first and last month in which suppliers are known; null if none is. */
export const monthsWithSuppliers = (release: Release): Promise<Months | null> =>
  keptMonths.get(release, '', async () => {
    const { first, last } = (await release.database.first<Partial<Months>>(supplierMonthsQuery()))!;
    return first && last ? { first, last } : null;
  });

/** Changes by practices that were in an area in the month of the change, or by members of a group. */
export async function supplierChangesIn(
  release: Release,
  area: AreaRow,
): Promise<SupplierChangeRow[]> {
  const isIn = belongsTo(area);
  return (await supplierChanges(release)).filter((change) => isIn(change.practice_code, change));
}

/** The first month in which suppliers are known, if too late to know every change that counts in a month; else null. */
export async function changesKnownFrom(release: Release, period: string): Promise<string | null> {
  const known = await monthsWithSuppliers(release);
  return known && known.first > movedMonth(period, -switchedWithin) ? known.first : null;
}

/** By code, each practice's latest change of supplier in the twelve months up to a given one. */
export async function recentChanges(
  release: Release,
  period: string,
): Promise<ReadonlyMap<string, SupplierChangeRow>> {
  const since = movedMonth(period, 1 - switchedWithin);
  const changes = await supplierChanges(release);
  return new Map(
    changes
      .filter((change) => change.period >= since && change.period <= period)
      .map((change) => [change.practice_code, change]),
  );
}

/** A practice's figure some months from its change of supplier, compared with practices that did not change. */
export interface EventDifference {
  /** Counted from the first month on the new system, 0. */
  month: number;
  period: string;
  /** In the unit; null if there is no figure in this month or in the month before the change. */
  value: number | null;
  change: number | null;
  /** Practices without a change that have both figures, and the median of their changes. */
  others: number;
  othersChange: number | null;
  difference: number | null;
}

/** A change of supplier with a measure's figures around it. */
export interface FollowedChange extends SupplierChangeRow {
  /** The figure of the month before, in the unit. */
  base: number | null;
  months: EventDifference[];
}

/** Measures whose followed changes are kept. */
const measuresKept = 12;
const keptStudies = new PerRelease<FollowedChange[]>(measuresKept);

/** What followed each change of supplier in a release, compared with practices that never changed in it. */
export const followedChanges = (release: Release, measure: Measure): Promise<FollowedChange[]> =>
  keptStudies.get(release, measure.id, () => followChanges(release, measure));

async function followChanges(release: Release, measure: Measure): Promise<FollowedChange[]> {
  const held = release.catalogue.periods.map(({ period }) => period);
  const months = monthsBetween(held[0]!, held.at(-1)!);
  const [changes, values] = await Promise.all([
    supplierChanges(release),
    valuesByPractice(release, measure, months),
  ]);
  const changed = new Set(changes.map(({ practice_code }) => practice_code));
  const others = [...values].flatMap(([code, series]) => (changed.has(code) ? [] : [series]));
  const known = new Map<number, ReturnType<typeof changeOfOthers>>();
  const changeBeside = (from: number, to: number) => {
    const key = from * months.length + to;
    if (!known.has(key)) known.set(key, changeOfOthers(others, from, to, 'median'));
    return known.get(key)!;
  };
  const followed: FollowedChange[] = [];
  for (const change of changes) {
    // Each pair of months takes a pass over thousands of practices, so other requests get a turn in between.
    await nextTurn();
    const series = values.get(change.practice_code) ?? [];
    const base = months.indexOf(change.base_period);
    const before = series[base] ?? null;
    const around = monthsAround.flatMap((month): EventDifference[] => {
      const period = movedMonth(change.period, month);
      const at = months.indexOf(period);
      if (at < 0) return [];
      const value = series[at] ?? null;
      const beside = changeBeside(base, at);
      return [
        {
          month,
          period,
          value,
          change: value === null || before === null ? null : value - before,
          others: beside?.units ?? 0,
          othersChange: beside?.change ?? null,
          difference: differenceFromOthers({ values: series, base }, at, beside),
        },
      ];
    });
    followed.push({ ...change, base: before, months: around });
  }
  return followed;
}

/** Each practice's figures, indexed by month; null if it has none. */
async function valuesByPractice(release: Release, measure: Measure, months: readonly string[]) {
  const found = await release.database.columns<Record<string, unknown[]>>(
    valuesByMonthQuery(measure, months),
  );
  const byMonth = months.map((_, i) => (found[valueColumn(i)] ?? []) as (number | null)[]);
  return new Map(
    (found.practice_code ?? []).map((code, row) => [
      code as string,
      byMonth.map((values) => values[row] ?? null),
    ]),
  );
}

/**
 * Whether the month of a change is known: no file is missing between it and the practice's month before. Nothing is
 * compared across months without a file.
 */
export function isDated({ period, base_period }: SupplierChangeRow, release: Release): boolean {
  const held = new Set(release.catalogue.periods.map((one) => one.period));
  return monthsBetween(base_period, period).every((month) => held.has(month));
}
