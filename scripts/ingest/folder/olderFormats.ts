import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFormat } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';

/** By format, the statements that convert a release's tables to the next format. */
const steps: Readonly<Record<number, readonly Sql[]>> = {
  4: [sql`alter table source_file add column address varchar`],
};

/**
 * Copies a release file of a convertible format into a folder and converts its tables to the present format. Returns
 * its path.
 */
export async function inPresentFormat(
  path: string,
  format: number,
  folder: string,
): Promise<string> {
  const copy = join(folder, 'former.duckdb');
  await copyFile(path, copy);
  const database = await DuckDatabase.openToWrite(copy);
  try {
    for (let one = format; one < releaseFormat; one++) {
      for (const step of steps[one]!) await database.run(step);
    }
    await database.run(sql`update release set format = ${releaseFormat}`);
  } finally {
    database.close();
  }
  return copy;
}
