import type { Service } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { textColumns, valueColumns } from './columns.ts';

/**
 * The columns of `given_row` and of a release's `extract_row`: what one file says about one practice in one month, its
 * row in the file (the first, if several), and the service (null for all).
 */
export const rowColumns: readonly string[] = [
  ...['period', 'practice_code', 'service', 'file_id', 'row'],
  ...textColumns.filter((column) => column !== 'practice_code'),
  ...valueColumns,
];

/** The table with one file's practice-months. */
export const groupedTable = (fileId: number): Sql => ident(`grouped_${fileId}`);

/**
 * Makes the view `given_row`, the practice-months of all files read, each with its file and service. Without files it
 * is empty and typed like the rows of the current release (attached as `former`).
 */
export async function createGivenRows(
  database: DuckDatabase,
  files: readonly ({ service: Service | null } | null)[],
): Promise<void> {
  const own: Record<string, (fileId: number, service: Service | null) => Sql> = {
    file_id: (fileId) => expression(`cast(${fileId} as integer) as file_id`),
    service: (_, service) =>
      expression(`cast(${service ? `'${service}'` : 'null'} as varchar) as service`),
  };
  const parts = files.flatMap((file, fileId) =>
    file
      ? [
          sql`select ${list(rowColumns.map((column) => own[column]?.(fileId, file.service) ?? ident(column)))}
            from ${groupedTable(fileId)}`,
        ]
      : [],
  );
  const none = sql`select ${list(rowColumns.map(ident))} from former.extract_row where false`;
  await database.run(
    sql`create view given_row as ${parts.length ? joined(parts, ' union all ') : none}`,
  );
}

/** Drops practice-months that an earlier file contains too, after `checkParts` has found both to be the same. */
export async function dropRepeats(database: DuckDatabase): Promise<void> {
  await database.run(sql`
    create table dropped_row as
    select given_row.file_id, period, practice_code
    from given_row
    join repeated_row using (period, practice_code)
    where repeated_row.service = coalesce(given_row.service, '') and repeated_row.file_id < given_row.file_id`);
  const files = await database.all<{ file_id: number }>(
    sql`select distinct file_id from dropped_row`,
  );
  for (const { file_id } of files) {
    await database.run(sql`
      delete from ${groupedTable(file_id)} as grouped
      using dropped_row
      where dropped_row.file_id = ${file_id} and dropped_row.period = grouped.period
        and dropped_row.practice_code = grouped.practice_code`);
  }
}
