import { every, list, type Sql, sql } from '../sql.ts';

export interface FindingRow {
  kind: string;
  period: string | null;
  practice_code: string | null;
  area_code: string | null;
  field: string | null;
  value: string | null;
  other: string | null;
  message: string;
  file: string | null;
  row: number | null;
}

export interface FindingsQuestion {
  kinds?: readonly string[];
  periods?: readonly string[];
  practice?: string;
}

/** Findings: what is unusual in the published files but published so, each with its file and data row. */
export function findingsQuery({ kinds, periods, practice }: FindingsQuestion): Sql {
  const conditions: Sql[] = [];
  if (kinds) conditions.push(sql`finding.kind in (${list(kinds)})`);
  if (periods) conditions.push(sql`finding.period in (${list(periods)})`);
  if (practice) conditions.push(sql`finding.practice_code = ${practice}`);
  return sql`
    select finding.kind, finding.period, finding.practice_code, finding.area_code, finding.field,
      finding.value, finding.other, finding.message, source_file.name as file, finding.row
    from finding
    left join source_file using (file_id)
    where ${every(conditions)}
    order by finding.kind, finding.period, finding.practice_code, finding.area_code, finding.field, finding.row`;
}

export interface FindingCountRow {
  kind: string;
  findings: number;
  practices: number;
  first_period: string | null;
  last_period: string | null;
}

/** How many findings of each kind a release has, in how many practices and in which months. */
export const findingCountsQuery = (): Sql => sql`
  select kind, cast(count(*) as integer) as findings,
    cast(count(distinct practice_code) as integer) as practices,
    min(period) as first_period, max(period) as last_period
  from finding
  group by kind
  order by kind`;
