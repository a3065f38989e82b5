import type { Measure } from '../../data/definitions/measures.ts';
import { type Deciles, deciles } from '../../data/statistics/deciles.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { Ancestor } from '../store/queries/figures.ts';
import { type PracticeValues, practiceValuesQuery } from '../store/queries/practiceValues.ts';
import type { Release } from '../store/releases.ts';

/** How the practices of an area spread in a month: how many have a value, and the deciles in the measure's unit. */
export interface PracticeSpread {
  period: string;
  practices: number;
  deciles: Deciles | null;
}

/** The number of spreads kept: most pages show that of England's practices. */
const kept = new PerRelease<PracticeSpread[]>(100);

/** How an area's practices spread in each month. Those of England are kept. */
export function practiceSpread(
  release: Release,
  measure: Measure,
  periods: readonly string[],
  area: Ancestor,
): Promise<PracticeSpread[]> {
  const read = async () => {
    const values = await valuesByMonth(release, measure, periods, area);
    return [...values].map(([period, ofMonth]) => ({
      period,
      practices: ofMonth.filter((value) => value !== null).length,
      deciles: deciles(ofMonth),
    }));
  };
  return area.level === 'england' && !area.only
    ? kept.get(release, [measure.id, ...periods].join(' '), read)
    : read();
}

/** The values of an area's practices by month, in the measure's unit; months without practices are empty. */
export async function valuesByMonth(
  { database }: Release,
  measure: Measure,
  periods: readonly string[],
  area: Ancestor,
): Promise<Map<string, (number | null)[]>> {
  const found = await database.columns<PracticeValues>(practiceValuesQuery(measure, periods, area));
  const byMonth = new Map(periods.map((period) => [period, [] as (number | null)[]]));
  const byNumber = new Map(
    [...byMonth].map(([period, values]) => [Number(period.replace('-', '')), values]),
  );
  (found.month ?? []).forEach((month, i) => {
    byNumber.get(month)!.push(found.value[i]!);
  });
  return byMonth;
}
