import { ENGLAND } from '../../../data/definitions/levels.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';

/** A release's counts of a figure; null counts if nobody reported it. */
export interface HeldCounts {
  numerator: number | null;
  denominator: number | null;
  practices: number;
  practices_reported: number;
}

/** A figure of a month in both releases that differs; null if one of them does not have it. */
export interface Revision {
  level: 'england' | 'region';
  area_code: string;
  area_name: string;
  measure: string;
  period: string;
  before: HeldCounts | null;
  after: HeldCounts | null;
}

/** The new release compared with the current one, for England and the regions in the months that both have. */
export interface Continuity {
  months: number;
  compared: number;
  revisions: Revision[];
}

/** How many practices in England a measure is read from in a month. */
export interface Coverage {
  measure: string;
  period: string;
  practices: number;
  practices_reported: number;
}

/** England's coverage by measure, in the last month of the new release and in that of the current one. */
export interface Coverages {
  after: Coverage[];
  before: Coverage[];
}

/** Compares the figures of `made` with those of `former`. */
export async function compareWithFormer(database: DuckDatabase): Promise<Continuity> {
  const held = await database.all<Row>(sql`
    with months as (select period from made.period intersect select period from former.period),
    before as (${figuresOf(sql`former.figure`)}),
    after as (${figuresOf(sql`made.figure`)}),
    names as (
      select level, area_code, max_by(area_name, period) as area_name
      from (select * from former.area_month union all by name select * from made.area_month)
      group by level, area_code)
    select level, area_code, area_name, measure, period,
      before.numerator as numerator_before, after.numerator as numerator_after,
      before.denominator as denominator_before, after.denominator as denominator_after,
      before.practices as practices_before, after.practices as practices_after,
      before.practices_reported as reported_before, after.practices_reported as reported_after
    from before
    full join after using (level, area_code, measure, period)
    left join names using (level, area_code)
    order by level, area_code, measure, period`);
  const months = new Set(held.map(({ period }) => period));
  const revisions = held.map(revisionOf).filter(differs);
  return { months: months.size, compared: held.length, revisions };
}

/** England's coverage in the last month of the new release and, if there is one, of the current one. */
export async function coverages(database: DuckDatabase, hasFormer: boolean): Promise<Coverages> {
  return {
    after: await database.all(coverageOf(sql`made.figure`)),
    before: hasFormer ? await database.all(coverageOf(sql`former.figure`)) : [],
  };
}

const figuresOf = (figures: Sql): Sql => sql`
  select level, area_code, measure, period, numerator, denominator, practices, practices_reported
  from ${figures}
  where level in ('england', 'region') and practices > 0
    and period in (select period from months)`;

const coverageOf = (figures: Sql): Sql => sql`
  select measure, period, practices, practices_reported
  from ${figures}
  where level = 'england' and area_code = ${ENGLAND} and practices > 0
  qualify period = max(period) over ()`;

type Side = 'before' | 'after';
type Row = Omit<Revision, Side> &
  Record<`${'numerator' | 'denominator' | 'practices' | 'reported'}_${Side}`, number | null>;

function revisionOf(row: Row): Revision {
  const { level, area_code, area_name, measure, period } = row;
  const countsOf = (side: Side): HeldCounts | null =>
    row[`practices_${side}`] === null
      ? null
      : {
          numerator: row[`numerator_${side}`],
          denominator: row[`denominator_${side}`],
          practices: row[`practices_${side}`]!,
          practices_reported: row[`reported_${side}`]!,
        };
  const [before, after] = [countsOf('before'), countsOf('after')];
  return { level, area_code, area_name, measure, period, before, after };
}

const differs = ({ before, after }: Revision): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);
