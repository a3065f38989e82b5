import { type Trait, traitIds, traits } from '../../data/definitions/traits.ts';
import type { Database } from './database.ts';
import { tablesQuery } from './queries/tables.ts';

const held = new WeakMap<Database, Promise<ReadonlySet<Trait>>>();

/** What the reference files of a release tell of its practices; a release never changes, so it is asked once. */
export function traitsIn(database: Database): Promise<ReadonlySet<Trait>> {
  let found = held.get(database);
  if (!found) {
    found = readTraits(database);
    found.catch(() => held.delete(database));
    held.set(database, found);
  }
  return found;
}

async function readTraits(database: Database): Promise<ReadonlySet<Trait>> {
  const tables = await database.all<{ table_name: string }>(tablesQuery());
  const names = new Set(tables.map(({ table_name }) => table_name));
  return new Set(traitIds.filter((trait) => names.has(traits[trait].table)));
}
