import { type Sql, sql } from '../sql.ts';

/** The names of a release's tables: those of reference files are there only where one was given. */
export const tablesQuery = (): Sql => sql`
  select table_name from information_schema.tables where table_schema = 'main' order by table_name`;
