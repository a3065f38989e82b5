import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFormat } from '../../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { type Sql, sql } from '../../../server/store/sql.ts';

/** What brings the tables of a release from a format to the next one. */
const steps: Readonly<Record<number, readonly Sql[]>> = {
  4: [sql`alter table source_file add column address varchar`],
};

/** A copy of a release file of a format that can be converted, in a folder, with its tables in the present format; returns its path. */
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
