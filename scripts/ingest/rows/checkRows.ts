import { longFields } from '../../../data/definitions/extracts.ts';
import type { Service } from '../../../data/definitions/measures.ts';
import { statuses } from '../../../data/definitions/statuses.ts';
import { unknown } from '../../../server/errors.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import type { Header } from '../files/readHeader.ts';
import { addFound, type Problem } from '../problem.ts';
import { checkKeys } from './checkKeys.ts';
import { publishedName, quoted } from './columns.ts';
import { faults } from './faults.ts';
import { statusCode } from './groupRows.ts';

/**
 * Checks every cell of the table `staged_row` (texts with their data rows; its dates are in `date_text`) and adds all
 * faults to the problems, each with row, column and value.
 */
export async function checkRows(
  database: DuckDatabase,
  file: string,
  header: Header,
  service: Service | null,
  problems: Problem[],
): Promise<void> {
  await database.run(sql`create or replace view cell as ${cells(header, service)}`);
  const ask = async (query: Sql) => addFound(problems, file, await faults(database, query));
  await ask(badNumbers);
  await ask(repeats);
  await checkWords(database, file, header, problems);
  await checkKeys(database, file, header.layout, problems);
}

/**
 * Each cell with a count or status: its data row, practice and month, its column, the published field and the release
 * column it fills.
 */
function cells({ layout }: Header, service: Service | null): Sql {
  const key = sql`staged_row.row, ended.period, practice_code`;
  const ended = sql`left join date_text as ended on ended.text = period_end`;
  if (layout.shape === 'long') {
    const fields = Object.entries(longFields).map(
      ([field, target]) => sql`(${quoted(field)}, ${quoted(target)})`,
    );
    return sql`
      select ${key}, ${quoted(publishedName(layout, 'value')!)} as column_name, staged_row.field, target, value as text
      from staged_row
      join (values ${list(fields)}) as fields(field, target) on fields.field = staged_row.field ${ended}
      where value is not null`;
  }
  const counts = (['registered', 'status', 'enabled', 'accessed'] as const).map((role) => {
    const name = quoted(publishedName(layout, role)!);
    const target = quoted(role === 'registered' ? role : `${service}_${role}`);
    return sql`
      select ${key}, ${name} as column_name, ${name} as field, ${target} as target, ${ident(role)} as text
      from staged_row ${ended}
      where ${ident(role)} is not null`;
  });
  return joined(counts, ' union all ');
}

const known = statuses.map(({ code }) => String(code));
const isStatusText = sql`(ends_with(target, '_status') and field = column_name)`;

/** Counts that are not whole, too large or negative, and unknown status numbers. */
const badNumbers = sql`
  select row, column_name as "column", text as value,
    case
      when not regexp_full_match(text, '[+-]?[0-9]+') then 'not a whole number: '
      when try_cast(text as integer) is null then 'too large: '
      when ends_with(target, '_status') then ${`unknown status (known are ${known.join(', ')}): `}
      else 'below zero: '
    end || text || case when field <> column_name then ' (' || field || ')' else '' end as message
  from cell
  where not ${isStatusText} and (
    not regexp_full_match(text, '[+-]?[0-9]+') or try_cast(text as integer) is null
    or (target <> 'new_enabled' and try_cast(text as integer) < 0)
    or (ends_with(target, '_status') and try_cast(text as integer) not in (${list(known.map(Number))})))
  order by row, column_name`;

/** Fields of a practice and month that occur in several rows with different values. */
const repeats = sql`
  select cell.row, column_name as "column", text as value,
    'given twice with different values: ' || text || ', but ' || first_text || ' in row ' || first_row
      || ' (' || field || ' of ' || practice_code || ' in ' || period || ')' as message
  from cell
  join (
    select period, practice_code, target, min(row) as first_row, min_by(text, row) as first_text
    from cell
    where period is not null and practice_code is not null
    group by period, practice_code, target
    having count(distinct ltrim(text, '+0')) > 1
  ) using (period, practice_code, target)
  where ltrim(text, '+0') <> ltrim(first_text, '+0')
  order by cell.row, column_name`;

/** Words from a fixed list: the fields of a long file, the statuses of a wide one. */
async function checkWords(
  database: DuckDatabase,
  file: string,
  { layout }: Header,
  problems: Problem[],
): Promise<void> {
  const long = layout.shape === 'long';
  const role = long ? 'field' : 'status';
  const words = long ? Object.keys(longFields) : statuses.flatMap(({ texts }) => texts);
  const wrong = long
    ? sql`field is null or field not in (${list(words.map(quoted))})`
    : sql`status is not null and ${statusCode} is null`;
  const column = publishedName(layout, role)!;
  const found = await faults(
    database,
    sql`
      select row, ${quoted(column)} as "column", ${ident(role)} as value,
        case when ${ident(role)} is null then ${`no ${role} is given`} else ${`unknown ${role}: `} || ${ident(role)} end as message
      from staged_row
      where ${wrong}`,
  );
  for (const one of found) {
    const message = one.value === null ? one.message : unknown(role, one.value, words);
    addFound(problems, file, [{ ...one, message }]);
  }
}
