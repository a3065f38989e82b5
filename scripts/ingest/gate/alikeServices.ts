import { type Doubt, gateChecks } from '../../../data/definitions/gate.ts';
import { type Service, services } from '../../../data/definitions/measures.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import { activity } from './wideServices.ts';

interface AlikeFiles {
  period: string;
  file: string;
  service: Service;
  other_file: string;
  other_service: Service;
}

/** Doubts about months in which files of two services, at least one of them new, have the same figures. */
export async function doubtAlike(database: DuckDatabase): Promise<Doubt[]> {
  // Planning what follows takes longer than finding out that there are no wide files.
  if (!(await database.first(sql`select 1 from made.extract_row limit 1`))) return [];
  const pairs = await database.all<AlikeFiles>(alikeFiles);
  return pairs.map(({ service, other_service, ...pair }) => {
    const done = { service: activity(service), other_service: activity(other_service) };
    const message = gateChecks.services_alike.says({ ...pair, ...done });
    const files = { value: pair.file, other: pair.other_file };
    return { kind: 'services_alike', period: pair.period, area_code: null, ...files, message };
  });
}

const parts = ['status', 'enabled', 'accessed'] as const;

/** A part of the one service that a row of a wide file has. */
const ownPart = (part: string): Sql =>
  sql`coalesce(${list(services.map((service) => ident(`${service}_${part}`)))}) as ${ident(part)}`;

const isSame = joined(
  parts.map((part) => sql`one.${ident(part)} is not distinct from another.${ident(part)}`),
  ' and ',
);

/** Files in which nobody is enabled are the same without one being a copy of the other. */
const alikeFiles = sql`
  with own as (
    select file_id, period, service, practice_code, ${list(parts.map(ownPart))},
      count(*) over (partition by file_id, period) as practices
    from made.extract_row
    where service is not null
  ), pair as (
    select one.period, one.file_id, one.service, another.file_id as other_id, another.service as other_service
    from own as one
    join own as another on another.period = one.period and another.practice_code = one.practice_code
      and another.service < one.service
    group by all
    having bool_and(${isSame}) and sum(one.enabled) > 0
      and count(*) = any_value(one.practices) and count(*) = any_value(another.practices)
  )
  select pair.period, file.name as file, pair.service, other.name as other_file, other_service
  from pair
  join made.source_file as file using (file_id)
  join made.source_file as other on other.file_id = other_id
  where exists (
    select 1 from given_row where given_row.period = pair.period and given_row.service in (pair.service, other_service))
  order by pair.period, pair.service, other_service, file, other_file`;
