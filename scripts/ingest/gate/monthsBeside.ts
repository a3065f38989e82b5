import { type Doubt, gateBounds, gateChecks } from '../../../data/definitions/gate.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';

const { fewest, fewestOfRegion, fewestReporting, monthsBeside, smallest } = gateBounds;

/**
 * A month of the new files, and one it is compared with: from the new release, or from the previous one if that is
 * named.
 */
interface Beside {
  period: string;
  release: string | null;
  other: string;
}

type Counted = Beside &
  Record<'practices' | 'registered' | 'other_practices' | 'other_registered', number>;

type Reporting = Beside & { measure: string; reported: number; other_reported: number };

type Region = Beside & { code: string; name: string; had: number; kept: number };

/**
 * Doubts about the numbers of practices, patients and regions in the months of the new files, compared with the month
 * that each replaces and the nearest ones. `former` is the id of the previous release (attached as `former`), null if
 * there is none to compare with.
 */
export async function doubtBeside(database: DuckDatabase, former: string | null): Promise<Doubt[]> {
  await database.run(sql`create table month_beside as ${pairs(former)}`);
  const counted = await database.all<Counted>(counts);
  const regions = await database.all<Region>(regionsKept(former));
  const reporting = await database.all<Reporting>(fewerReporting(former));
  return [
    ...firstOf(counted, ({ period }) => period, fewPractices),
    ...firstOf(counted, ({ period }) => period, fewPatients),
    ...firstOf(regions, ({ period, code }) => `${period} ${code}`, regionLost),
    ...firstOf(reporting, ({ period, measure }) => `${period} ${measure}`, figuresLost),
  ];
}

/** One doubt for each key: rows with the replaced month come before others. */
function firstOf<T extends Beside>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  doubtOf: (row: T) => Doubt | null,
): Doubt[] {
  const found = new Map<string, Doubt>();
  for (const row of rows) {
    const doubt = found.has(keyOf(row)) ? null : doubtOf(row);
    if (doubt) found.set(keyOf(row), doubt);
  }
  return [...found.values()];
}

const where = ({ period, release, other }: Beside): string =>
  `${period === other ? 'that month' : formatMonth(other)}${release === null ? '' : ` of release ${release}`}`;

const fewPractices = (row: Counted): Doubt | null =>
  fewer('fewer_practices', row, row.practices, row.other_practices);

const fewPatients = (row: Counted): Doubt | null =>
  fewer('fewer_patients', row, row.registered, row.other_registered);

function fewer(
  kind: 'fewer_practices' | 'fewer_patients',
  row: Counted,
  now: number,
  before: number,
): Doubt | null {
  if (now >= fewest * before) return null;
  const { period } = row;
  const message = gateChecks[kind].says({ period, now, before, where: where(row) });
  return { kind, period, area_code: null, value: String(now), other: String(before), message };
}

function regionLost(row: Region): Doubt | null {
  const { period, code, name, had, kept } = row;
  if (kept >= fewestOfRegion * had) return null;
  const region = `${readableName(name)} (${code})`;
  const says = { period, region, now: kept, before: had, where: where(row) };
  const message = gateChecks.region_lost.says(says);
  const counts = { value: String(kept), other: String(had) };
  return { kind: 'region_lost', period, area_code: code, ...counts, message };
}

function figuresLost(row: Reporting): Doubt {
  const { period, measure, reported: now, other_reported: before } = row;
  const says = { figure: measureOf(measure).title, period, now, before, where: where(row) };
  const message = gateChecks.figures_lost.says(says);
  const counts = { value: String(now), other: String(before) };
  return { kind: 'figures_lost', period, area_code: null, ...counts, message };
}

const countsOf = (practices: Sql): Sql => sql`
  select period, cast(count(*) as integer) as practices, cast(coalesce(sum(registered), 0) as bigint) as registered
  from ${practices}
  group by period`;

/**
 * The months of the new files with those they are compared with. From the previous release these are the month itself
 * and months that the new release no longer has; all others are in the new release too, or are replaced themselves.
 */
const pairs = (former: string | null): Sql => sql`
  with made_month as (${countsOf(sql`made.practice_month`)}),
  other_month as (
    select null::varchar as release, * from made_month
    ${
      former === null
        ? sql``
        : sql`union all select ${former}::varchar, * from (${countsOf(sql`former.practice_month`)})`
    }
  )
  select made_month.*, release, other_month.period as other, other_month.practices as other_practices,
    other_month.registered as other_registered,
    datediff('month', strptime(made_month.period, '%Y-%m'), strptime(other, '%Y-%m')) as months
  from made_month
  join other_month on other_month.release is null and other_month.period <> made_month.period
    or other_month.release is not null
      and (other_month.period = made_month.period or other_month.period not in (select period from made_month))
  where made_month.period in (select distinct period from given_row) and abs(months) <= ${monthsBeside}
    and other_month.practices >= ${smallest}
  qualify row_number() over (partition by made_month.period, release, sign(months) order by abs(months)) = 1`;

/** The replaced month comes first, then those of the new release, earlier before later. */
const order = sql`period, other <> period, release is not null, other`;

const counts = sql`select * exclude (months) from month_beside order by ${order}`;

/**
 * For each region in those other months: how many practices it had, and how many of them are in the new month at all.
 */
const regionsKept = (former: string | null): Sql => sql`
  select *
  from (
    ${keptOf(sql`made`, sql`release is null`)}
    ${former === null ? sql`` : sql`union all ${keptOf(sql`former`, sql`release is not null`)}`}
  ) as kept
  where had >= ${smallest} or not exists (
    select 1 from made.area_month
    where level = 'region' and area_code = code and area_month.period = kept.period)
  order by ${order}, code`;

/** The measures with far fewer figures than in those other months, each month's in alphabetical order. */
const fewerReporting = (former: string | null): Sql => sql`
  select *
  from (
    ${reportingBeside(sql`made`, sql`release is null`)}
    ${former === null ? sql`` : sql`union all ${reportingBeside(sql`former`, sql`release is not null`)}`}
  )
  order by ${order}, measure`;

const reportingBeside = (schema: Sql, condition: Sql): Sql => sql`
  select month_beside.period, release, other, now.measure, now.practices_reported as reported,
    had.practices_reported as other_reported
  from month_beside
  join made.figure as now on now.level = 'england' and now.period = month_beside.period and now.practices > 0
  join ${schema}.figure as had on had.level = 'england' and had.period = other and had.measure = now.measure
  where ${condition} and had.practices_reported >= ${smallest}
    and now.practices_reported / now.practices < ${fewestReporting} * had.practices_reported / had.practices`;

const keptOf = (schema: Sql, condition: Sql): Sql => sql`
  select regions.period, release, other, code, coalesce(area_name, code) as name, had, kept
  from (
    select month_beside.period, release, other, had.region_code as code, cast(count(*) as integer) as had,
      cast(count(now.practice_code) as integer) as kept
    from month_beside
    join ${schema}.practice_month as had on had.period = other
    left join made.practice_month as now on now.period = month_beside.period and now.practice_code = had.practice_code
    where ${condition} and had.region_code is not null
    group by month_beside.period, release, other, code
  ) as regions
  left join ${schema}.area_month on level = 'region' and area_code = code and area_month.period = other`;
