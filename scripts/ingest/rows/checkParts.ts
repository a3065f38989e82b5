import type { Layout, Role } from '../../../data/definitions/extracts.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, list, type Sql, sql } from '../../../server/store/sql.ts';
import { addFound, type Found, type Problem } from '../problem.ts';
import { publishedName, valueColumns } from './columns.ts';
import { faults } from './faults.ts';

/** A file as problems name it; its position in the list is its `file_id` in `given_row`. */
export interface NamedFile {
  name: string;
  layout: Layout;
}

interface Clash extends Found {
  file_id: number;
  other_id: number;
  other_row: number | null;
}

const placeRoles = ['region_code', 'subregion_code', 'ccg_code'] as const;

/**
 * Adds contradictions between files to the problems: a practice-month of the same service with different values, a
 * practice in two places in one month, or a month in both a wide and a long file.
 */
export async function checkParts(
  database: DuckDatabase,
  files: readonly NamedFile[],
  problems: Problem[],
): Promise<void> {
  const ask = async (question: Sql, role?: (layout: Layout) => string | null) => {
    const clashes = await faults<Clash>(database, question, sql`file_id, other_id`);
    for (const { file_id, other_id, other_row, ...found } of clashes) {
      const { name, layout } = files[file_id]!;
      const message = found.message
        .replace('{other}', files[other_id]!.name)
        .replace('{row}', String(other_row));
      addFound(problems, name, [{ ...found, column: role?.(layout) ?? null, message }]);
    }
  };
  // What these look for is rare, and planning them takes longer than finding out that there is none.
  if (new Set(files.map(({ layout }) => layout.shape)).size > 1) await ask(bothShapes);
  await database.run(sql`create table repeated_row as ${repeatedRows}`);
  for (const column of (await isEmpty(database)) ? [] : valueColumns) {
    await ask(differing(column), (layout) => columnOf(layout, column));
  }
  const moved = (await database.first<Record<string, boolean>>(inTwoPlaces))!;
  for (const code of placeRoles.filter((code) => moved[code])) {
    await ask(twoPlaces(code), (layout) => publishedName(layout, code));
  }
}

async function isEmpty(database: DuckDatabase): Promise<boolean> {
  return (await database.first(sql`select 1 from repeated_row limit 1`)) === undefined;
}

/** The published column of a layout that fills a column of the release. */
function columnOf(layout: Layout, column: string): string | null {
  if (layout.shape === 'long') return publishedName(layout, 'value');
  const role = column === 'registered' ? column : column.replace(/^[a-z]+_/, '');
  return publishedName(layout, role as Role);
}

const bothShapes = sql`
  select wide.file_id, long.file_id as other_id, null as row, null as other_row, period as value,
    'is here in a file of one service and in {other} with all services, give one of them: ' || period as message
  from (select distinct file_id, period from given_row where service is not null) as wide
  join (select distinct file_id, period from given_row where service is null) as long using (period)
  order by all`;

/** Practice-months of one service (or of all) that more than one file contains, and where they come first. */
const repeatedRows = sql`
  select period, practice_code, coalesce(service, '') as service, min(file_id) as file_id,
    min_by(row, file_id) as row
  from given_row
  group by all
  having count(*) > 1`;

const differing = (column: string): Sql => sql`
  select later.file_id, first.file_id as other_id, later.row, first.row as other_row,
    later.${ident(column)}::varchar as value,
    'differs from {other}: ' || coalesce(later.${ident(column)}::varchar, 'missing') || ', in row {row} there '
      || coalesce(first.${ident(column)}::varchar, 'missing') || ${` (${column} of `} || later.practice_code
      || ' in ' || later.period || ')' as message
  from repeated_row
  join given_row as first on first.file_id = repeated_row.file_id and first.row = repeated_row.row
  join given_row as later on later.period = repeated_row.period and later.practice_code = repeated_row.practice_code
    and coalesce(later.service, '') = repeated_row.service and later.file_id > repeated_row.file_id
  where later.${ident(column)} is distinct from first.${ident(column)}
  order by later.file_id, later.row`;

/** Whether any practice has two regions, subregions or CCGs in one month. */
const inTwoPlaces = sql`
  select ${list(placeRoles.map((code) => sql`bool_or(${ident(code)}) as ${ident(code)}`))}
  from (
    select ${list(placeRoles.map((code) => sql`min(${ident(code)}) <> max(${ident(code)}) as ${ident(code)}`))}
    from given_row
    group by period, practice_code
  )`;

const twoPlaces = (code: string): Sql => sql`
  select later.file_id, first.file_id as other_id, later.row, first.row as other_row, later.${ident(code)} as value,
    'another place than in {other}: ' || later.${ident(code)} || ', in row {row} there ' || first.${ident(code)} || ' ('
      || later.practice_code || ' in ' || later.period || ')' as message
  from (
    select period, practice_code, min(file_id) as file_id, min_by(row, file_id) as row
    from given_row
    where ${ident(code)} is not null
    group by period, practice_code
    having count(distinct ${ident(code)}) > 1
  ) as moved
  join given_row as first on first.file_id = moved.file_id and first.row = moved.row
  join given_row as later on later.period = moved.period and later.practice_code = moved.practice_code
  where later.${ident(code)} <> first.${ident(code)}
  order by later.file_id, later.row`;
