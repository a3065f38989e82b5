import { services } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { expression, ident, list, type Sql, sql } from '../../server/sql.ts';
import { placeColumns } from './columns.ts';

/** Whose word is taken first where the files of a month differ on a practice: files of all services, then these. */
const precedence = ['appointments', 'prescriptions', 'records'];

const rank = expression(
  `case service ${precedence.map((service, i) => `when '${service}' then ${i + 1}`).join(' ')} else 0 end`,
);

/** The first word in order of precedence that is not missing; an unknown supplier only where all say so. */
const firstWord = (column: string): Sql =>
  column === 'supplier'
    ? sql`min_by(supplier, rank + case when supplier = 'NK' then 10 else 0 end) as supplier`
    : sql`min_by(${ident(column)}, rank) as ${ident(column)}`;

/**
 * Makes the table `combined`, one row per practice and month, from the rows of all files: each service from the
 * file that holds it, the list size from the file with the largest. A service of a month that has a wide file is
 * no longer taken from that month's long file.
 */
export async function combineRows(database: Database): Promise<void> {
  const given = services.map(
    (service) => sql`
      (service = ${expression(`'${service}'`)} or (service is null and not ${ident(`${service}_apart`)}))
        as ${ident(`${service}_given`)}`,
  );
  const apart = services.map(
    (service) =>
      sql`coalesce(bool_or(service = ${expression(`'${service}'`)}), false) as ${ident(`${service}_apart`)}`,
  );
  const columns = services.flatMap((service) => {
    const filter = sql`filter (${ident(`${service}_given`)})`;
    const value = (column: string, type = 'integer') =>
      sql`cast(max(${ident(`${service}_${column}`)}) ${filter} as ${ident(type)}) as ${ident(`${service}_${column}`)}`;
    return [
      value('status', 'tinyint'),
      value('enabled'),
      value('accessed'),
      value('use'),
      sql`max(case when service is null then 'transactions' else 'people' end) ${filter} as ${ident(`${service}_counts`)}`,
      sql`max(file_id) ${filter} as ${ident(`${service}_file`)}`,
      sql`max(row) ${filter} as ${ident(`${service}_row`)}`,
    ];
  });
  await database.run(sql`
    create table combined as
    with apart as (
      select period, ${list(apart)} from made.extract_row group by period
    ), given as (
      select *, ${rank} as rank, ${list(given)} from made.extract_row join apart using (period)
    )
    select practice_code, period, coalesce(min_by(practice_name, rank), practice_code) as practice_name,
      ${list([...placeColumns, 'supplier'].map(firstWord))}, max(registered) as registered, ${list(columns)},
      max(any_enabled) as any_enabled, max(any_use) as any_use, max(new_enabled) as new_enabled,
      max(file_id) filter (service is null) as any_file, max(row) filter (service is null) as any_row
    from given
    group by practice_code, period
    order by practice_code, period`);
}
