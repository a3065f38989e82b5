import { ENGLAND } from '../../../data/definitions/levels.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';

/** The columns of a release with the areas a place is in, and its own. */
export const ancestorColumns = [
  'region_code',
  'subregion_code',
  'stp_code',
  'ccg_code',
  'pcn_code',
] as const;
export type AncestorColumn = (typeof ancestorColumns)[number];

/** A level of areas and its columns in `place`. England has no code or name column there. */
export interface AreaSource {
  id: string;
  column: string | null;
  name: string | null;
  /** The columns with the codes of the areas above it, and its own. */
  within: Partial<Record<AncestorColumn, string>>;
}

const source = (id: string, prefix: string, within: AreaSource['within']): AreaSource => ({
  id,
  column: `${prefix}_code`,
  name: `${prefix}_name`,
  within,
});

const england: AreaSource = { id: 'england', column: null, name: null, within: {} };

const published = {
  region_code: 'region_code',
  subregion_code: 'subregion_code',
  ccg_code: 'ccg_code',
} as const;
const { region_code, subregion_code } = published;

/** Areas that come from the extracts. */
export const publishedSources: readonly AreaSource[] = [
  england,
  source('region', 'region', { region_code }),
  source('subregion', 'subregion', { region_code, subregion_code }),
  source('ccg', 'ccg', published),
];

const stp_code = 'stp_code';
const pcn_code = 'pcn_code';

/** Areas that come only from a practice lookup, within those from the extracts. */
export const lookupSources: readonly AreaSource[] = [
  source('stp', 'stp', { region_code, stp_code }),
  source('pcn', 'pcn', { ...published, stp_code, pcn_code }),
];

const onLookup = { region_code: 'lookup_region_code', stp_code, ccg_code: 'lookup_ccg_code' };

/** All areas according to a practice lookup. */
export const likeForLikeSources: readonly AreaSource[] = [
  england,
  source('region', 'lookup_region', { region_code: onLookup.region_code }),
  source('stp', 'stp', { region_code: onLookup.region_code, stp_code }),
  source('ccg', 'lookup_ccg', onLookup),
  source('pcn', 'pcn', { ...onLookup, pcn_code }),
];

/**
 * One row per area of some levels and month. Its name is the one that most of its practices have, in the spelling that
 * most of those use. It is within the region of most of its practices, within the subregion of most of these, and so
 * on, so that each of its areas lies in the one before: a primary care network of two STPs is within the STP of most of
 * its practices, and within a CCG of that. Of equally frequent ones the first in alphabetical order. Only areas whose
 * practices are in several are ranked so, because that takes long. Over `place`.
 */
export const areaMonths = (sources: readonly AreaSource[]): Sql => sql`
  with said as (
    select period, practices, unnest([${list(sources.map(saidOf))}], recursive := true)
    from place
  ), known as (
    select * from said where area_code is not null
  ), counted as (
    select level, area_code, period, name, sum(practices) as writers
    from known
    where name is not null
    group by all
  ), named as (
    select level, area_code, period, first(name order by carriers desc, writers desc, name) as area_name
    from (
      select *, sum(writers) over (partition by level, area_code, period, lower(name)) as carriers
      from counted
    )
    group by all
  ), part as (
    select ${list(area)}, ${list(ancestors)}, sum(practices) as practices
    from known
    group by all
  ), divided as (
    select ${list(area)} from part group by all having count(*) > 1
  ), ranked as (
    select ${list(area)}, ${list(ancestors)}, sum(practices) over (partition by ${list(area)}) as practices,
      row_number() over (partition by ${list(area)} order by ${list(ancestorColumns.flatMap(mostIn))}, practices desc) as choice
    from (
      select *, ${list(ancestorColumns.map(inSame))}
      from part
      semi join divided using (${list(area)})
    )
  ), placed as (
    from part
    anti join divided using (${list(area)})
    union all by name
    select * exclude (choice)
    from ranked
    where choice = 1
  )
  select ${list(area)}, coalesce(area_name, area_code) as area_name, ${list(ancestors)},
    cast(practices as integer) as practices
  from placed
  left join named using (${list(area)})
  order by ${list(area)}`;

const area = ['level', 'area_code', 'period'].map(ident);
const ancestors = ancestorColumns.map(ident);

/** The column with how many of an area's practices are in the same area of a level as a row, and of those above it. */
const carriers = (column: AncestorColumn): Sql => ident(`${column}_carriers`);

function inSame(column: AncestorColumn, position: number): Sql {
  const same = ancestorColumns.slice(0, position + 1).map((one) => sql`lower(${ident(one)})`);
  return sql`sum(practices) over (partition by ${list(area)}, ${list(same)}) as ${carriers(column)}`;
}

const mostIn = (column: AncestorColumn): Sql[] => [
  sql`${carriers(column)} desc`,
  sql`lower(${ident(column)})`,
];

/** What a row of `place` says about its area of a level, as a struct: its name, and the areas it is in. */
function saidOf({ id, column, name, within }: AreaSource): Sql {
  const ancestors = ancestorColumns.map((ancestor) => {
    const from = within[ancestor];
    return sql`${ident(ancestor)}: ${from ? ident(from) : sql`cast(null as varchar)`}`;
  });
  return sql`{level: ${quoted(id)}, area_code: ${column ? ident(column) : quoted(ENGLAND)},
    name: ${name ? ident(name) : quoted('England')}, ${list(ancestors)}}`;
}

/** The registered patients of every area and month. */
const registeredOf = (sources: readonly AreaSource[]): Sql =>
  joined(
    sources.map(
      ({ id, column }) => sql`
        select ${quoted(id)} as level, period, ${column ? ident(column) : quoted(ENGLAND)} as area_code,
          cast(sum(registered) as integer) as registered
        from place
        group by all`,
    ),
    ' union all ',
  );

/**
 * Every area and practice that ever existed, as in its last month: from a table of areas by month, and the practices of
 * `located` with the places in the given columns.
 */
export const areasOf = (
  sources: readonly AreaSource[],
  months: Sql,
  practices: Record<AncestorColumn, Sql>,
): Sql => sql`
  with month as (
    select level, area_code, period, area_name, ${list(ancestorColumns.map(ident))}, registered
    from ${months}
    join (${registeredOf(sources)}) using (level, area_code, period)
    union all
    select 'practice', practice_code, period, practice_name,
      ${list(ancestorColumns.map((ancestor) => practices[ancestor]))}, registered
    from located
  )
  select level, area_code, area_name, ${list(ancestorColumns.map(ident))}, ons_code, first_period, last_period, registered
  from month
  join (
    select level, area_code, min(period) as first_period, max(period) as last_period
    from month
    group by level, area_code
  ) using (level, area_code)
  left join ons using (level, area_code)
  where period = last_period
  order by level, area_code`;
