import { type Trait, traitIds, traits } from '../../data/definitions/traits.ts';
import type { Database } from './database.ts';
import { PerRelease } from './perRelease.ts';
import { tablesQuery } from './queries/tables.ts';

const kept = new PerRelease<ReadonlySet<Trait>>();

/** What the reference files of a release say about its practices. Asked once, since a release never changes. */
export const traitsIn = (database: Database): Promise<ReadonlySet<Trait>> =>
  kept.get({ database }, '', () => readTraits(database));

async function readTraits(database: Database): Promise<ReadonlySet<Trait>> {
  const tables = await database.all<{ table_name: string }>(tablesQuery(database.schema));
  const names = new Set(tables.map(({ table_name }) => table_name));
  return new Set(traitIds.filter((trait) => names.has(traits[trait].table)));
}
