import type { Database } from '../../server/database.ts';
import { expression, joined, list, sql } from '../../server/sql.ts';
import { changeFindings, steps } from './changeFindings.ts';
import { findingColumns, monthName } from './findingSql.ts';
import { nationalFindings } from './nationalFindings.ts';
import { differences, rowFindings } from './rowFindings.ts';

/** Fills the release's `finding` with all that is odd but published so: in its rows, between months, in its files. */
export async function findOddities(database: Database): Promise<void> {
  await Promise.all([database.run(steps), database.run(differences)]);
  const queries = [...rowFindings(), ...changeFindings(), ...nationalFindings(), noted];
  const types = findingColumns.map((column) =>
    expression(`${column} ${column === 'file_id' || column === 'row' ? 'integer' : 'varchar'}`),
  );
  await database.run(sql`create table oddity (${list(types)})`);
  await database.run(sql`insert into oddity ${joined(queries, ' union all ')}`);
  await database.run(sql`
    create table made.finding as
    select * from oddity order by kind, period, practice_code, area_code, field, file_id, row`);
}

/** What was noted while the files were read, each with its sentence. */
const noted = sql`
  select kind, period, practice_code, null, field, value, other,
    case kind
      when 'date_not_month_end' then 'The file gives ' || value || ' for ' || ${monthName(sql`period`)}
        || ', which is not the last day of the month.'
      when 'places_differ' then practice_code || ' was in ' || other || ' in ' || ${monthName(sql`period`)}
        || ' by an earlier file; ' || value || ' is used.'
      else practice_code || ' is given differently in one file in ' || ${monthName(sql`period`)} || ': ' || value
        || ' and ' || other || '; the first is used.'
    end, file_id, row
  from note`;
