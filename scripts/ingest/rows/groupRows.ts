import {
  type Layout,
  longFields,
  type Role,
  type Target,
} from '../../../data/definitions/extracts.ts';
import type { Service } from '../../../data/definitions/measures.ts';
import { statuses } from '../../../data/definitions/statuses.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted, textColumns, unlessMissing, valueColumns } from './columns.ts';

/**
 * Rows of a file as one row per practice and month: its words as published, and its numbers if they are whole. `odd`
 * marks a cell that needs checking, `repeated` a field that occurs twice; `fields` has a bit for each field of a long
 * file that occurs, in the order of `longFields`. Dates and months are null (see `fillDates`).
 */
export const groupRows = (layout: Layout, service: Service | null, rows: Sql): Sql =>
  undated(layout.shape === 'long' ? groupLong(layout, rows) : groupWide(layout, service!, rows));

/**
 * The same from the lines of a folded file (see `RowFolder`), whose numbers are whole and whose fields are known. A
 * practice whose rows are not together has several rows.
 */
export function groupFolded(layout: Layout, folded: Sql): Sql {
  const published = Object.values(longFields);
  const values = valueColumns.map((target) =>
    published.includes(target) ? ident(target) : noNumber(target),
  );
  return undated(sql`
    select row, rows, period_end, null::varchar as period_start, ${texts(layout, ident)}, ${list(values)}, false as odd,
      fields, false as repeated
    from (${folded})`);
}

const undated = (grouped: Sql): Sql => sql`
  select *, null::date as ended, null::varchar as period, null::varchar as period_started
  from (${grouped})`;

const fields = Object.keys(longFields);
const fieldEnum = sql`enum(${list(fields.map(quoted))})`;

function groupLong(layout: Layout, rows: Sql): Sql {
  const values = valueColumns.map((target) => {
    const field = fields.find((name) => longFields[name] === target);
    return field
      ? sql`max(case when known_field = ${quoted(field)} then number end) as ${ident(target)}`
      : noNumber(target);
  });
  return sql`
    select cast(min(row) as integer) as row, cast(count(*) as integer) as rows, ${cell('period_end')},
      null::varchar as period_start, ${texts(layout, cell)}, ${joined(values, ', ')},
      bool_or(known_field is null or (${unlessMissing(sql`value`)} is not null and number::varchar is distinct from value)) as odd,
      bit_or(1 << enum_code(known_field)::integer) as fields,
      count(*) <> bit_count(bit_or(1 << coalesce(enum_code(known_field), 0)::integer)) as repeated
    from (
      select *, try_cast(field as ${fieldEnum}) as known_field, try_cast(value as integer) as number
      from (${rows})
    )
    group by ${groupKeys(layout)}`;
}

const noNumber = (target: Target): Sql => sql`null::integer as ${ident(target)}`;

function groupWide(layout: Layout, service: Service, rows: Sql): Sql {
  const numbers: [Role, Target][] = [
    ['registered', 'registered'],
    ['enabled', `${service}_enabled`],
    ['accessed', `${service}_accessed`],
  ];
  const values = valueColumns.map((target) => {
    const role = numbers.find(([, filled]) => filled === target)?.[0];
    if (role) return sql`try_cast(${ident(role)} as integer) as ${ident(target)}`;
    if (target === `${service}_status`) return sql`${statusCode} as ${ident(target)}`;
    return noNumber(target);
  });
  const odd = numbers.map(
    ([role]) =>
      sql`(${ident(role)} is not null and try_cast(${ident(role)} as integer)::varchar is distinct from ${ident(role)})`,
  );
  return sql`
    select cast(row as integer) as row, 1 as rows, period_end, period_start, ${texts(layout, cell)}, ${joined(values, ', ')},
      (${joined(odd, ' or ')} or (status is not null and ${statusCode} is null)) as odd, null::integer as fields,
      false as repeated
    from (select row, ${list(Object.values(layout.columns).map(cell))} from (${rows}))`;
}

/** The code of a status text, ignoring case; null if unknown. */
export const statusCode = sql`case lower(status) ${joined(
  statuses.flatMap(({ code, texts }) =>
    texts.map((text) => sql`when ${quoted(text.toLowerCase())} then ${expression(String(code))}`),
  ),
  ' ',
)} end`;

const has = (layout: Layout, role: string) => Object.values(layout.columns).includes(role as Role);

const texts = (layout: Layout, read: (column: string) => Sql): Sql =>
  list(
    textColumns.map((column) =>
      has(layout, column) ? read(column) : sql`null::varchar as ${ident(column)}`,
    ),
  );

/** A column, null where it is missing. */
const cell = (column: string): Sql => sql`${unlessMissing(ident(column))} as ${ident(column)}`;

const groupKeys = (layout: Layout): Sql =>
  list(['period_end', ...textColumns.filter((column) => has(layout, column))].map(ident));
