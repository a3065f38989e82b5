import { type Doubt, gateChecks } from '../../../data/definitions/gate.ts';
import { type Service, services, serviceWords } from '../../../data/definitions/measures.ts';
import { uncapital } from '../../../data/words/english.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';

interface WideMonth {
  period: string;
  /** The previous release, if the month is from it; null for the new one. */
  release: string | null;
  /** Its services, separated by commas. */
  held: string;
  brought: boolean;
}

/**
 * Doubts about months of wide files that lack a service, if another month of wide files has all: in the new release, or
 * in the previous one (attached as `former`), whose id is given if there is one to compare with.
 */
export async function doubtServices(
  database: DuckDatabase,
  former: string | null,
): Promise<Doubt[]> {
  const months = await database.all<WideMonth>(wideMonths(former));
  const whole = months.filter(({ held }) => held.split(',').length === services.length);
  if (whole.length === 0) return [];
  return months
    .filter(({ brought }) => brought)
    .flatMap(({ period, held }) =>
      services
        .filter((service) => !held.split(',').includes(service))
        .map((service) => missing(period, service, held, nearest(period, whole))),
    );
}

/** What patients do by a service, within a sentence: "ordering prescriptions". */
export const activity = (service: Service): string => uncapital(serviceWords[service].name);

function missing(period: string, service: Service, held: string, whole: WideMonth): Doubt {
  const message = gateChecks.service_missing.says({
    period,
    service: activity(service),
    other: whole.period,
    release: whole.release,
  });
  const counts = { value: held, other: services.join(',') };
  return { kind: 'service_missing', period, area_code: null, ...counts, message };
}

/** The last complete month up to a month, or else the first after it. */
const nearest = (period: string, whole: readonly WideMonth[]): WideMonth =>
  whole.findLast((month) => month.period <= period) ?? whole[0]!;

/** Months of wide files only: a long file among them contains all services. */
const wideMonths = (former: string | null): Sql => sql`
  select *, release is null and period in (select period from given_row) as brought
  from (
    ${servicesOf(sql`made.extract_row`, sql`null::varchar`)}
    ${former === null ? sql`` : sql`union all ${servicesOf(sql`former.extract_row`, sql`${former}::varchar`)}`}
  )
  order by period, release nulls last`;

const servicesOf = (rows: Sql, release: Sql): Sql => sql`
  select period, ${release} as release, string_agg(distinct service, ',' order by service) as held
  from ${rows}
  group by period
  having bool_and(service is not null)`;
