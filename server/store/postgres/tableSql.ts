import pg from 'pg';
import type { ColumnType, ReleaseTable } from '../../../data/definitions/releaseColumns.ts';

/** A table of a release, with the schema it goes to and its name in the release's file. */
export interface PlacedTable extends ReleaseTable {
  schema: string;
  source: string;
}

/** Texts are ordered by their bytes, as in the file, whatever language the database is of. */
const types: Record<ColumnType, string> = {
  VARCHAR: 'text collate "C"',
  TINYINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DOUBLE: 'double precision',
  TIMESTAMP: 'timestamp',
};

/** By what large tables are spread over the nodes of Citus; each node has all of the others. */
const spreadBy: Record<string, string> = {
  practice_month: 'practice_code',
  extract_row: 'practice_code',
  figure: 'area_code',
  figure_moved: 'area_code',
};

/** By what questions look for rows besides the key. */
const lookedUpBy: Record<string, readonly string[]> = {
  practice_month: ['period'],
  figure: ['level', 'measure', 'period'],
};

export const pathOf = ({ schema, name }: Pick<PlacedTable, 'schema' | 'name'>): string =>
  `${schema}.${name}`;

/** Makes a table, empty, with what it and its columns hold; on Citus with where its rows go. */
export function tableSql(table: PlacedTable, isSpread: boolean): string[] {
  const path = pathOf(table);
  const columns = table.columns.map(({ name, type }) => `"${name}" ${types[type]}`);
  const by = spreadBy[table.name];
  const spread = by
    ? `select create_distributed_table('${path}', '${by}')`
    : `select create_reference_table('${path}')`;
  return [
    `create table ${path} (${columns.join(', ')})`,
    ...(isSpread ? [spread] : []),
    `comment on table ${path} is ${pg.escapeLiteral(table.description)}`,
    ...table.columns.map(
      ({ name, description }) =>
        `comment on column ${path}."${name}" is ${pg.escapeLiteral(description)}`,
    ),
  ];
}

/** What a full table is found by, and what the engine has to know of its values to plan. */
export function keySql(table: PlacedTable): string[] {
  const path = pathOf(table);
  const sought = lookedUpBy[table.name];
  return [
    ...(table.key ? [`alter table ${path} add primary key (${table.key.join(', ')})`] : []),
    ...(sought ? [`create index on ${path} (${sought.join(', ')})`] : []),
    `analyze ${path}`,
  ];
}
