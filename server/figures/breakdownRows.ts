import { notKnown } from '../../data/definitions/breakdowns.ts';
import { listSizeOf } from '../../data/definitions/listSizes.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import {
  type BreakdownQuestion,
  type BreakdownRow,
  breakdownQuery,
} from '../store/queries/breakdowns.ts';
import type { Release } from '../store/releases.ts';
import { deprivationOf } from './deprivation.ts';
import { peerGroups } from './peerGroups.ts';
import { practiceFigures } from './practiceFigures.ts';

/**
 * The counts of an area's practices by group, in any order. For one month they are summed from the kept figures of
 * practices, because every page of an area asks three times.
 */
export async function breakdownRows(
  release: Release,
  question: BreakdownQuestion,
): Promise<BreakdownRow[]> {
  const { measures, periods } = question;
  const [period] = periods;
  if (periods.length > 1) return release.database.all<BreakdownRow>(breakdownQuery(question));
  const groupOf = await groupsIn(release, question, period!);
  const rows: BreakdownRow[] = [];
  for (const measure of measures) {
    rows.push(...(await rowsOf(release, question, { measure, period: period! }, groupOf)));
  }
  return rows;
}

/** A practice's group in a month, and its registered patients. */
type GroupOf = (code: string) => { group: string; registered: number | null };

async function groupsIn(
  release: Release,
  { by, latest }: BreakdownQuestion,
  period: string,
): Promise<GroupOf> {
  const [{ practices }, deprivation] = await Promise.all([
    peerGroups(release, period),
    by === 'deprivation' ? deprivationOf(release) : null,
  ]);
  const { areas } = release.catalogue;
  const groups: Record<BreakdownQuestion['by'], (code: string) => string> = {
    supplier: (code) => practices.get(code)!.supplier ?? notKnown.code,
    list_size: (code) => listSizeOf(practices.get(code)!.registered)?.id ?? notKnown.code,
    deprivation: (code) => String(deprivation?.get(code)?.quintile ?? notKnown.code),
    practice_status: (code) =>
      areas.get(code)!.last_period === latest ? 'in_latest_month' : 'not_in_latest_month',
  };
  return (code) => ({ group: groups[by](code), registered: practices.get(code)!.registered });
}

async function rowsOf(
  release: Release,
  { area }: BreakdownQuestion,
  { measure, period }: { measure: Measure; period: string },
  groupOf: GroupOf,
): Promise<BreakdownRow[]> {
  const found = new Map<string, BreakdownRow>();
  for (const [code, figure] of await practiceFigures(release, measure, period, area)) {
    const { group, registered } = groupOf(code);
    let row = found.get(group);
    if (!row) found.set(group, (row = emptyRow(period, measure.id, group)));
    if (registered !== null) row.registered = (row.registered ?? 0) + registered;
    if (!figure.practices) continue;
    const [x, n] = [figure.added_numerator ?? 0, figure.added_denominator ?? 0];
    row.practices++;
    row.practices_reported += figure.practices_reported;
    row.numerator! += x;
    row.denominator! += n;
    row.numerator_squared += x * x;
    row.product += x * n;
    row.denominator_squared += n * n;
  }
  const rows = [...found.values()];
  for (const row of rows) if (!row.practices_reported) row.numerator = row.denominator = null;
  return rows;
}

const emptyRow = (period: string, measure: string, group_code: string): BreakdownRow => ({
  period,
  measure,
  group_code,
  registered: null,
  numerator: 0,
  denominator: 0,
  practices: 0,
  practices_reported: 0,
  numerator_squared: 0,
  product: 0,
  denominator_squared: 0,
});
