import { type Service, services, serviceWords } from '../../data/definitions/measures.ts';
import { ident, type Sql, sql } from '../../server/sql.ts';
import { quoted } from './columns.ts';
import { count, firstFile, monthName, practice } from './findingSql.ts';

const inMonth = sql`' in ' || ${monthName(sql`period`)}`;

/** Queries for what one practice and month shows by itself, over `combined` and the release's `extract_row`. */
export function rowFindings(): Sql[] {
  return [
    enabledBeyondList('any', 'for any online service'),
    ...services.map((service) => enabledBeyondList(service, `to ${serviceWords[service].does}`)),
    ...services.map(accessedBeyondEnabled),
    sql`
      select 'negative_new_patients', period, practice_code, null, 'new_enabled', new_enabled::varchar, null,
        ${practice} || ' has ' || ${count(sql`new_enabled`)} || ' newly enabled patients' || ${inMonth} || '.',
        any_file, any_row
      from combined
      where new_enabled < 0`,
    sql`
      select 'list_size_missing', period, practice_code, null, 'registered', null, null,
        ${practice} || ' has no list size' || ${inMonth} || '.', ${firstFile}
      from combined
      where registered is null`,
    betweenFiles('list_sizes_differ', 'registered', 'list sizes', 'the largest is used'),
    betweenFiles('names_differ', 'practice_name', 'names', 'one of them is used'),
    betweenFiles('suppliers_differ', 'supplier', 'suppliers', 'one of them is used'),
  ];
}

function enabledBeyondList(service: Service | 'any', purpose: string): Sql {
  const enabled = ident(`${service}_enabled`);
  return sql`
    select 'more_enabled_than_registered', period, practice_code, null, ${quoted(`${service}_enabled`)},
      ${enabled}::varchar, registered::varchar,
      ${practice} || ' has ' || ${count(enabled)} || ${quoted(` patients set up ${purpose}`)} || ${inMonth}
        || ', more than the ' || ${count(sql`registered`)} || ' registered.',
      ${ident(`${service}_file`)}, ${ident(`${service}_row`)}
    from combined
    where ${enabled} > registered`;
}

function accessedBeyondEnabled(service: Service): Sql {
  const accessed = ident(`${service}_accessed`);
  const enabled = ident(`${service}_enabled`);
  return sql`
    select 'more_accessed_than_enabled', period, practice_code, null, ${quoted(`${service}_accessed`)},
      ${accessed}::varchar, ${enabled}::varchar,
      ${practice} || ': ' || ${count(accessed)} || ${quoted(` patients did ${serviceWords[service].does}`)} || ${inMonth}
        || ', more than the ' || ${count(enabled)} || ' set up for it.',
      ${ident(`${service}_file`)}, ${ident(`${service}_row`)}
    from combined
    where ${accessed} > ${enabled}`;
}

/** What the service files of one month say differently of a practice; unknown suppliers say nothing. */
const betweenFiles = (kind: string, column: string, words: string, outcome: string): Sql => sql`
  select ${quoted(kind)}, period, practice_code, null, ${quoted(column)}, max(${ident(column)})::varchar,
    min(${ident(column)})::varchar,
    practice_code || ${quoted(` has different ${words} in the files of `)} || ${monthName(sql`period`)} || ': '
      || string_agg(distinct ${ident(column)}::varchar, ', ' order by ${ident(column)}::varchar)
      || ${quoted(`; ${outcome}.`)},
    min_by(file_id, (${ident(column)}, file_id)), min_by(row, (${ident(column)}, file_id))
  from made.extract_row
  where supplier is distinct from 'NK' or ${quoted(column)} <> 'supplier'
  group by period, practice_code
  having min(${ident(column)}) <> max(${ident(column)})`;
