import { measures } from '../../data/definitions/measures.ts';
import { type Catalogue, heldMeasure } from './catalogue.ts';
import type { Database } from './database.ts';
import { DuckDatabase } from './duckDatabase.ts';
import { differenceStatements } from './queries/revisions.ts';
import { sql } from './sql.ts';

/** One of two releases being compared. */
interface Side {
  database: Database;
  catalogue: Catalogue;
}

/**
 * Everything that differs between two releases, the earlier first, in an in-memory database of its own. The files are
 * released once it is made.
 */
export const differenceOf = (before: Side, after: Side): Promise<Database> =>
  before.database.withFile((former) =>
    after.database.withFile((latter) => made({ before, after }, { former, latter })),
  );

async function made(
  { before, after }: Record<'before' | 'after', Side>,
  { former, latter }: Record<'former' | 'latter', string>,
): Promise<Database> {
  const database = await DuckDatabase.openToWrite(':memory:');
  try {
    await database.attach(former, 'before', 'read');
    await database.attach(latter, 'after', 'read');
    for (const statement of differenceStatements({
      before: measuresOf(before),
      after: measuresOf(after),
      periods: sharedPeriods(before.catalogue, after.catalogue),
    })) {
      await database.run(statement);
    }
    await database.detach('before');
    await database.detach('after');
    await database.run(sql`set enable_external_access = false`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The months that two releases have in common. */
export const sharedPeriods = (before: Catalogue, after: Catalogue): string[] => {
  const there = new Set(after.periods.map(({ period }) => period));
  return before.periods.flatMap(({ period }) => (there.has(period) ? period : []));
};

const measuresOf = ({ catalogue }: Side) =>
  measures.map((measure) => heldMeasure(measure, catalogue));
