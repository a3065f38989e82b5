import { releaseTables } from '../../../data/definitions/releaseTables.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, joined, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';

/**
 * Describes a release's tables or views and their columns in the file itself (`comment on`), for whoever has only the
 * file. A release being made is attached as `made`.
 */
export async function commentOn(
  database: DuckDatabase,
  kind: 'table' | 'view',
  within: 'made' | null = null,
): Promise<void> {
  const there = await database.all<{ name: string }>(sql`
    select case schema_name when 'main' then '' else schema_name || '.' end || ${expression(`${kind}_name`)} as name
    from ${expression(`duckdb_${kind}s()`)}
    where not internal and database_name = coalesce(${within}, current_database())`);
  const held = new Set(there.map(({ name }) => name));
  const comments = releaseTables
    .filter(({ name }) => held.has(name))
    .flatMap(({ name, description, columns }) => {
      const path = within ? `${within}.${name.includes('.') ? name : `main.${name}`}` : name;
      return [
        comment(kind, path, description),
        ...columns.map((one) => comment('column', `${path}.${one.name}`, one.description)),
      ];
    });
  // In one transaction, as each by itself would copy its table's whole description.
  await database.run(joined([sql`begin`, ...comments, sql`commit`], ';\n'));
}

const comment = (on: 'table' | 'view' | 'column', path: string, text: string): Sql =>
  sql`comment on ${expression(`${on} ${path}`)} is ${quoted(text)}`;
