import { type Sql, sql } from '../sql.ts';

/** What the reference files say about a practice; dates as 2017-10-31. */
export interface AddressRow {
  practice_code: string;
  postcode: string | null;
  address: string | null;
  open_date: string | null;
  close_date: string | null;
  /** active, closed, dormant or proposed; null if it is not in the register. */
  status: string | null;
}

/** Postcodes and dates of the release's practices. A postcode missing from the lookup is taken from the register. */
export function addressesQuery(lookup: boolean, register: boolean): Sql {
  const lookups = lookup
    ? sql`practice_lookup`
    : sql`(select null::varchar as practice_code, null::varchar as postcode where false)`;
  const registers = register
    ? sql`practice_register`
    : sql`(select null::varchar as practice_code, null::varchar as postcode, null::varchar as address,
        null::varchar as open_date, null::varchar as close_date, null::varchar as status where false)`;
  return sql`
    select area_code as practice_code, coalesce(looked_up.postcode, registered.postcode) as postcode,
      address, open_date, close_date, status
    from area
    left join ${lookups} as looked_up on looked_up.practice_code = area_code
    left join ${registers} as registered on registered.practice_code = area_code
    where level = 'practice'
      and (looked_up.practice_code is not null or registered.practice_code is not null)
    order by area_code`;
}

/** How many practices and patients of a month the practice lookup places, and how many of them in a PCN. */
export interface PlacementRow {
  period: string;
  practices: number;
  practices_placed: number;
  practices_in_pcn: number;
  registered: number;
  registered_placed: number;
  registered_in_pcn: number;
}

/** How much of each month the practice lookup places, in order of month. */
export const placementQuery = (): Sql => sql`
  select period, cast(count(*) as integer) as practices,
    cast(count(stp_code) as integer) as practices_placed,
    cast(count(pcn_code) as integer) as practices_in_pcn,
    cast(coalesce(sum(registered), 0) as bigint) as registered,
    cast(coalesce(sum(registered) filter (where stp_code is not null), 0) as bigint) as registered_placed,
    cast(coalesce(sum(registered) filter (where pcn_code is not null), 0) as bigint) as registered_in_pcn
  from practice_month
  group by period
  order by period`;

/** The date of the practice lookup. */
export const lookupDateQuery = (): Sql => sql`select min(lookup_date) as date from practice_lookup`;
