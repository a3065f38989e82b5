import type { FindingKind } from '../../data/definitions/findings.ts';
import { ENGLAND } from '../../data/definitions/levels.ts';
import type { Database } from '../../server/database.ts';
import { type Sql, sql } from '../../server/sql.ts';
import type { SourceFile } from './mergeMonths.ts';

export interface NationalFigure {
  measure: string;
  period: string;
  numerator: number | null;
  denominator: number | null;
}

/** What a release holds, for the report of an ingest. */
export interface Summary {
  files: SourceFile[];
  /** Rows and practices the files brought, and their months. */
  rows: number;
  practices: number;
  periods: string[];
  /** Months of the whole release. */
  firstPeriod: string;
  lastPeriod: string;
  findings: { kind: FindingKind; count: number }[];
  /** England's figures of the months the files brought, before (in the current release) and after. */
  national: { before: NationalFigure[]; after: NationalFigure[] };
}

/** Gathers what the report tells, from `part`, the new release and the current one (where `hasFormer`). */
export async function summarise(
  database: Database,
  files: SourceFile[],
  hasFormer: boolean,
): Promise<Summary> {
  const periods = await database.all<{ period: string }>(
    sql`select distinct period from part order by period`,
  );
  const about = (await database.first<
    Pick<Summary, 'practices' | 'firstPeriod' | 'lastPeriod'>
  >(sql`
    select cast((select count(distinct practice_code) from part) as integer) as practices,
      min(period) as "firstPeriod", max(period) as "lastPeriod"
    from made.period`))!;
  return {
    files,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    ...about,
    periods: periods.map(({ period }) => period),
    findings: await database.all(sql`
      select kind, cast(count(*) as integer) as count from made.finding group by kind order by kind`),
    national: {
      before: hasFormer ? await database.all(national(sql`former.figure`)) : [],
      after: await database.all(national(sql`made.figure`)),
    },
  };
}

const national = (figures: Sql): Sql => sql`
  select measure, period, numerator, denominator
  from ${figures}
  where level = 'england' and area_code = ${ENGLAND} and practices > 0
  order by measure, period`;
