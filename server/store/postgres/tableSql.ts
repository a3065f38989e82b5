import pg from 'pg';
import type { ColumnType, ReleaseTable } from '../../../data/definitions/releaseColumns.ts';

/** A table of a release, with the schema it goes to and its name in the release's file. */
export interface PlacedTable extends ReleaseTable {
  schema: string;
  source: string;
}

/** Text is sorted by bytes, as in the file, whatever the language of the database. */
const types: Record<ColumnType, string> = {
  VARCHAR: 'text collate "C"',
  TINYINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DOUBLE: 'double precision',
  TIMESTAMP: 'timestamp',
};

/** The columns by which Citus distributes large tables over its nodes. The other tables are copied to each node. */
const spreadBy: Record<string, string> = {
  practice_month: 'practice_code',
  extract_row: 'practice_code',
  figure: 'area_code',
  figure_moved: 'area_code',
};

/** The columns by which queries look up rows, besides the key. */
const lookedUpBy: Record<string, readonly string[]> = {
  practice_month: ['period'],
  figure: ['level', 'measure', 'period'],
};

export const pathOf = ({ schema, name }: Pick<PlacedTable, 'schema' | 'name'>): string =>
  `${schema}.${name}`;

/** Statements that create an empty table with its comments, distributed over the nodes on Citus. */
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

/** Statements that give a filled table its keys and indexes, and analyze it for the query planner. */
export function keySql(table: PlacedTable): string[] {
  const path = pathOf(table);
  const sought = lookedUpBy[table.name];
  return [
    ...(table.key ? [`alter table ${path} add primary key (${table.key.join(', ')})`] : []),
    ...(sought ? [`create index on ${path} (${sought.join(', ')})`] : []),
    `analyze ${path}`,
  ];
}
