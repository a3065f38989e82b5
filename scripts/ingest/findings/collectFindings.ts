import { limits } from '../../../data/definitions/findings.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression, ident, joined, list, type Sql, sql } from '../../../server/store/sql.ts';
import type { ReferenceTable } from '../references/keepReferences.ts';
import { areaNameChanges, areaNames, practiceChanges, steps } from './changeFindings.ts';
import { findingColumns, month, sentence } from './findingSql.ts';
import { moveFindings, notableMoves, practiceMoves, systemChanges } from './moveFindings.ts';
import { nationalFindings, pairs } from './nationalFindings.ts';
import { boundaryFindings, lookupFindings } from './referenceFindings.ts';
import { betweenFiles, differences, rowFindings } from './rowFindings.ts';

/** Makes the table `new_finding`, which collects what is unusual in a release but published so. */
export async function startFindings(database: DuckDatabase): Promise<void> {
  const types = findingColumns.map((column) =>
    expression(`${column} ${column === 'file_id' || column === 'row' ? 'integer' : 'varchar'}`),
  );
  await database.run(sql`create table new_finding (${list(types)})`);
}

/** Whether there are months to compare: with a single one, what looks for changes need not be planned. */
export async function areSeveralMonths(database: DuckDatabase): Promise<boolean> {
  const { several } = (await database.first<{ several: boolean }>(
    sql`select min(period) <> max(period) as several from combined`,
  ))!;
  return several;
}

/**
 * Collects findings about practices, within a month, between the files of a month (if any is `wide`) and from month to
 * month (if there are `several`), and what was noted while files were read.
 */
export async function findInPractices(
  database: DuckDatabase,
  { several, wide }: { several: boolean; wide: boolean },
): Promise<void> {
  const run = (statement: Sql) => database.run(statement);
  const found = (queries: readonly Sql[]) => gather(database, queries);
  const betweenMonths = () => [
    run(systemChanges)
      .then(() => run(practiceMoves))
      .then(() => run(notableMoves))
      .then(() => found(moveFindings())),
    run(steps).then(() => found(practiceChanges())),
  ];
  await Promise.all([
    ...(several ? betweenMonths() : []),
    ...(wide ? [run(differences).then(() => found(betweenFiles()))] : []),
    found([...rowFindings(), sourceNotes, keptFindings]),
  ]);
}

/** Collects findings about areas and England, once those exist. */
export async function findInAreas(database: DuckDatabase, several: boolean): Promise<void> {
  if (several) await database.run(pairs);
  await gather(
    database,
    several ? [...areaNames(), areaNameChanges, ...nationalFindings()] : areaNames(),
  );
}

/**
 * Collects findings about reference files, all of which are about a practice lookup, once they are in the release, and
 * fills its `finding`.
 */
export async function findInReferences(
  database: DuckDatabase,
  tables: ReadonlySet<ReferenceTable>,
): Promise<void> {
  if (tables.has('practice_lookup')) {
    const boundaries = tables.has('boundary') ? boundaryFindings() : [];
    await gather(database, [...lookupFindings(), ...boundaries]);
  }
  await database.run(sql`
    create table made.finding as
    select * from new_finding order by kind, period, practice_code, area_code, field, file_id, row`);
}

const gather = (database: DuckDatabase, queries: readonly Sql[]): Promise<void> =>
  database.run(sql`insert into new_finding ${joined(queries, ' union all ')}`);

const keptFindings = sql`select ${list(findingColumns.map(ident))} from kept_finding`;

const sourceNotes = sql`
  select kind, period, practice_code, null, field, value, other,
    case kind
      when 'date_not_month_end'
        then ${sentence`The file gives ${sql`value`} for ${month}, which is not the last day of the month.`}
      when 'date_rewritten'
        then ${sentence`The file gives ${sql`value`} for ${month}, where one as published has dates such as ${sql`other`}.`}
      when 'hidden_characters'
        then ${sentence`A name given with ${sql`practice_code`} in ${month} contains hidden or full-width characters: ${sql`value`}; it is shown as ${sql`other`}.`}
      when 'row_missing'
        then ${sentence`The file has no row for ${sql`field`} of ${sql`practice_code`} in ${month}, though it has one for at least ${String(100 - 100 * limits.mostLacking)}% of the practices of that month.`}
      when 'places_differ'
        then ${sentence`${sql`practice_code`} was in ${sql`other`} in ${month} by an earlier file; ${sql`value`} is used.`}
      else ${sentence`${sql`practice_code`} is given differently in one file in ${month}: ${sql`value`} and ${sql`other`}; the first is used.`}
    end, file_id, row
  from source_note`;
