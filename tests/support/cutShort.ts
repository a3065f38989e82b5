import { enriched } from './enriched.ts';

const tables = ['period', 'practice_month', 'area_month', 'figure'];

/** A copy of a folder of releases whose current release ends with a month, and so knows nothing of later ones, on published boundaries. */
export const cutShort = (folder: string, last: string): Promise<string> =>
  enriched(
    folder,
    tables.map((table) => `delete from ${table} where period > '${last}'`),
  );
