import { type Sql, sql } from '../sql.ts';

/** The names of a release's tables in a schema. Those of reference files exist only if one was given. */
export const tablesQuery = (schema: string): Sql => sql`
  select table_name from information_schema.tables where table_schema = ${schema} order by table_name`;
