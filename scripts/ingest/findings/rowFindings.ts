import { limits } from '../../../data/definitions/findings.ts';
import { type Service, services, serviceWords } from '../../../data/definitions/measures.ts';
import { uncapital } from '../../../data/words/english.ts';
import { expression, ident, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';
import { count, firstFile, month, practice, sentence } from './findingSql.ts';

/** Queries for findings within one practice and month, over `combined`. */
export function rowFindings(): Sql[] {
  return [
    enabledBeyondList('any', 'for any online service'),
    ...services.map((service) => enabledBeyondList(service, `to ${serviceWords[service].does}`)),
    ...services.map(accessedBeyondEnabled),
    sql`
      select 'negative_new_patients', period, practice_code, null, 'new_enabled', new_enabled::varchar, null,
        ${sentence`${practice} has ${count(sql`new_enabled`)} newly enabled patients in ${month}.`},
        any_file, any_row
      from combined
      where new_enabled < 0`,
    sql`
      select 'list_size_missing', period, practice_code, null, 'registered', null, null,
        ${sentence`${practice} has no list size in ${month}.`}, ${firstFile}
      from combined
      where registered is null`,
  ];
}

/**
 * Queries for what the files of one month say differently of a practice, over `difference` (see `differences`), and for
 * practices that one of them lacks, over `combined`.
 */
export const betweenFiles = (): Sql[] => [
  ...services.map(missingFrom),
  differing(
    'list_sizes_differ',
    'registered',
    'list sizes',
    sql`registered_most`,
    sql`registered_least`,
    'the largest is used',
  ),
  differing(
    'names_differ',
    'practice_name',
    'names',
    sql`name_first`,
    sql`name_last`,
    'one of them is used',
  ),
  differing(
    'suppliers_differ',
    'supplier',
    'suppliers',
    sql`supplier_first`,
    sql`supplier_last`,
    'one of them is used',
  ),
];

function enabledBeyondList(service: Service | 'any', purpose: string): Sql {
  const enabled = ident(`${service}_enabled`);
  return sql`
    select 'more_enabled_than_registered', period, practice_code, null, ${quoted(`${service}_enabled`)},
      ${enabled}::varchar, registered::varchar,
      ${sentence`${practice} has ${count(enabled)} patients set up ${purpose} in ${month}, more than the ${count(sql`registered`)} registered.`},
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
      ${sentence`${practice}: ${count(accessed)} patients ${serviceWords[service].did} in ${month}, more than the ${count(enabled)} set up for it.`},
      ${ident(`${service}_file`)}, ${ident(`${service}_row`)}
    from combined
    where ${accessed} > ${enabled}`;
}

/** Practices without a service that nearly all others of their month have, in months with a wide file. */
function missingFrom(service: Service): Sql {
  const file = ident(`${service}_file`);
  const [one, other] = services.filter((each) => each !== service) as [Service, Service];
  const named = (each: Service) => uncapital(serviceWords[each].name);
  const has = (each: Service) => sql`${ident(`${each}_file`)} is not null`;
  const files = sql`case when ${has(one)} and ${has(other)} then ${quoted(`files for ${named(one)} and ${named(other)}`)}
    when ${has(one)} then ${quoted(`file for ${named(one)}`)} else ${quoted(`file for ${named(other)}`)} end`;
  return sql`
    select 'service_missing', period, practice_code, null, ${quoted(service)}, null, null,
      ${sentence`${practice} is in the ${files} of ${month} but not in that for ${named(service)}.`}, ${firstFile}
    from (
      select *, count(*) over (partition by period) as practices, count(${file}) over (partition by period) as having_it
      from combined
      where period in (select period from wide_month)
    )
    where ${file} is null and practices - having_it <= practices * ${expression(String(limits.mostLacking))}`;
}

/** Practices that the service files of one month describe differently, ignoring unknown suppliers. */
export const differences: Sql = sql`
  create table difference as
  select period, practice_code, min(registered) as registered_least, max(registered) as registered_most,
    min_by(practice_name, lower(practice_name)) as name_first, max_by(practice_name, lower(practice_name)) as name_last,
    min(upper(supplier)) filter (supplier <> 'NK') as supplier_first, max(upper(supplier)) filter (supplier <> 'NK') as supplier_last,
    min(file_id) as file_id, min_by(row, file_id) as row
  from source_row
  where service is not null
  group by period, practice_code
  having registered_least <> registered_most or lower(name_first) <> lower(name_last) or supplier_first <> supplier_last`;

const differing = (
  kind: string,
  field: string,
  words: string,
  one: Sql,
  other: Sql,
  outcome: string,
): Sql => sql`
  select ${quoted(kind)}, period, practice_code, null, ${quoted(field)}, ${one}::varchar, ${other}::varchar,
    ${sentence`${sql`practice_code`} has different ${words} in the files of ${month}: ${one} and ${other}; ${outcome}.`}, file_id, row
  from difference
  where ${one} <> ${other}`;
