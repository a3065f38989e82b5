import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { releaseFile, releaseFormat } from '../../../data/definitions/releaseFolder.ts';
import { convert } from '../../../scripts/releases/convert.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { Releases } from '../../../server/store/releases.ts';
import { expression } from '../../../server/store/sql.ts';
import { enriched } from '../../support/enriched.ts';

/** A release made in format 4. */
const former = ['alter table source_file drop column address', 'update release set format = 4'];

/** Everything that a release says about practices, areas and its files. */
const tables = [
  'practice_month',
  'figure',
  'area_month',
  'area',
  'period',
  'source_file',
  'finding',
];

const contents = async (path: string) => {
  const database = await DuckDatabase.openToRead(path);
  const found = await Promise.all(
    tables.map((table) => database.all(expression(`select * from ${table} order by all`))),
  );
  database.close();
  return found;
};

it.each(['illustrative', 'referenced'] as const)(
  'a release of an older format is made again in the present one, with all its contents: %s',
  async (given) => {
    const folder = await enriched(inject(given), former);
    const older = new Releases(folder);
    await expect(older.get()).rejects.toThrow(/make it again with `npm run releases -- convert`/);
    await older.close();
    const lines = await convert(folder, { by: 'Ann' });
    const releases = new Releases(folder);
    const { about, database } = await releases.get();
    expect(about.release).not.toBe(about.previous);
    expect(lines).toEqual([
      `${about.release} holds what ${about.previous} held, in format ${releaseFormat}.`,
      `${about.release} is the current release.`,
    ]);
    expect(readLedger(folder)!.events.at(-1)).toMatchObject({ event: 'published', by: 'Ann' });
    const original = join(inject(given), releaseFile(about.previous!));
    expect(await database.withFile(contents)).toEqual(await contents(original));
    expect(await convert(folder, { by: 'Ann' })).toEqual([
      `${about.release} is in format ${releaseFormat} already.`,
    ]);
    await releases.close();
  },
);

it('one too old to convert is refused with a reason', async () => {
  const folder = await enriched(inject('illustrative'), ['update release set format = 1']);
  await expect(convert(folder, { by: null })).rejects.toThrow(
    /was made by another version of this software \(ingest its files again, with --fresh\): its format is 1, not 5/,
  );
});
