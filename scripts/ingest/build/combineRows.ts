import { type Service, services } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, list, type Sql, sql } from '../../../server/store/sql.ts';
import { placeColumns, quoted } from '../rows/columns.ts';

/** Order of precedence where a month's files differ: a file of all services first, then these. */
const precedence: Service[] = ['appointments', 'prescriptions', 'records'];

const rank = expression(
  `case service ${precedence.map((service, i) => `when '${service}' then ${i + 1}`).join(' ')} else 0 end`,
);

/**
 * Makes `combined`, one row per practice and month, from `source_row`: each service from its own file, words from the
 * first file that has them, the list size from the file with the largest. Where no month has a wide file, `source_row`
 * has such rows already, and `combined` is a view of them. The table `wide_month` lists the months with a wide file, and
 * their services; returns whether there are any.
 */
export async function combineRows(database: DuckDatabase): Promise<boolean> {
  await database.run(sql`
    create table wide_month as
    select period, ${list(services.map((service) => sql`coalesce(bool_or(service = ${quoted(service)}), false) as ${ident(service)}`))}
    from source_row
    group by period
    having bool_or(service is not null)`);
  const wide = (await database.first(sql`select 1 from wide_month limit 1`)) !== undefined;
  await database.run(
    wide
      ? sql`
        create table combined as
        ${ofLongFiles} where period not in (select period from wide_month) union all by name (${ofWideFiles})`
      : sql`create view combined as ${ofLongFiles}`,
  );
  return wide;
}

/** Months of long files only: one row already has everything about a practice. */
const ofLongFiles = sql`
  select practice_code, period, coalesce(practice_name, practice_code) as practice_name,
    ${list(placeColumns.map(ident))}, upper(supplier) as supplier, registered,
    ${list(
      services.flatMap((service) => [
        sql`cast(${ident(`${service}_status`)} as tinyint) as ${ident(`${service}_status`)}`,
        ...['enabled', 'accessed', 'use'].map((part) => ident(`${service}_${part}`)),
        sql`'transactions' as ${ident(`${service}_counts`)}, file_id as ${ident(`${service}_file`)},
          row as ${ident(`${service}_row`)}`,
      ]),
    )}, any_enabled, any_use, new_enabled, file_id as any_file, row as any_row
  from source_row`;

/**
 * Months with a wide file: merges the rows of up to three files. A service with a file of its own is no longer taken
 * from the month's long file.
 */
const ofWideFiles = sql`
  with given as (
    select *, ${rank} as rank, ${list(
      services.map(
        (own) =>
          sql`service = ${quoted(own)} or (service is null and not wide_month.${ident(own)}) as ${ident(`${own}_given`)}`,
      ),
    )}
    from source_row
    join wide_month using (period)
  )
  select practice_code, period, coalesce(min_by(practice_name, rank), practice_code) as practice_name,
    ${list(placeColumns.map((column) => sql`min_by(${ident(column)}, rank) as ${ident(column)}`))},
    min_by(upper(supplier), rank + case when supplier = 'NK' then ${expression(String(precedence.length + 1))} else 0 end) as supplier,
    max(registered) as registered, ${list(services.flatMap(ofService))}, max(any_enabled) as any_enabled,
    max(any_use) as any_use, max(new_enabled) as new_enabled, max(case when service is null then file_id end) as any_file,
    max(case when service is null then row end) as any_row
  from given
  group by practice_code, period`;

function ofService(service: Service): Sql[] {
  const largest = (value: Sql) =>
    sql`max(case when ${ident(`${service}_given`)} then ${value} end)`;
  return [
    sql`cast(${largest(ident(`${service}_status`))} as tinyint) as ${ident(`${service}_status`)}`,
    ...['enabled', 'accessed', 'use'].map((part) => {
      const column = ident(`${service}_${part}`);
      return sql`${largest(column)} as ${column}`;
    }),
    sql`${largest(sql`case when service is null then 'transactions' else 'people' end`)} as ${ident(`${service}_counts`)}`,
    sql`${largest(ident('file_id'))} as ${ident(`${service}_file`)}`,
    sql`${largest(ident('row'))} as ${ident(`${service}_row`)}`,
  ];
}
