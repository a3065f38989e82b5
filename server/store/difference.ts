import { measures } from '../../data/definitions/measures.ts';
import { type Catalogue, heldMeasure } from './catalogue.ts';
import { Database } from './database.ts';
import { differenceStatements } from './queries/revisions.ts';
import { sql } from './sql.ts';

/** One of two releases that are compared. */
interface Side {
  database: Pick<Database, 'path'>;
  catalogue: Catalogue;
}

/**
 * All that differs between two releases, the earlier first, in a database of its own in memory: the files are let go
 * of once it is made.
 */
export async function differenceOf(before: Side, after: Side): Promise<Database> {
  const database = await Database.openToWrite(':memory:');
  try {
    await database.attach(before.database.path, 'before', 'read');
    await database.attach(after.database.path, 'after', 'read');
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

/** The months that both of two releases have. */
export const sharedPeriods = (before: Catalogue, after: Catalogue): string[] => {
  const there = new Set(after.periods.map(({ period }) => period));
  return before.periods.flatMap(({ period }) => (there.has(period) ? period : []));
};

const measuresOf = ({ catalogue }: Side) =>
  measures.map((measure) => heldMeasure(measure, catalogue));
