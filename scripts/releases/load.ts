import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFile, statementsFile } from '../../data/definitions/releaseFolder.ts';
import { counted } from '../../data/words/english.ts';
import { isPostgres, schemaOf, shownAddress } from '../../server/store/postgres/address.ts';
import { loadRelease } from '../../server/store/postgres/load.ts';
import { ReleaseFolder, readSmallFile } from '../../server/store/releases/folder.ts';
import { verify } from '../../server/store/releases/openRelease.ts';
import { releaseIn } from './change.ts';

/**
 * Loads a release of a folder, and what the ledger says about all releases, into a PostgreSQL database; returns the
 * message.
 */
export async function load(
  folder: string,
  id: string,
  address: string,
  reader: string | null,
): Promise<string[]> {
  if (!isPostgres(address)) {
    throw new Error(`not an address such as postgres://name@host/database: ${address}`);
  }
  const view = new ReleaseFolder(folder).look();
  const { entry } = releaseIn(view, id);
  const { manifest } = entry;
  if (!manifest) throw new Error(`release ${id} has no manifest: ingest its files again`);
  if (entry.trouble) throw new Error(entry.trouble.message);
  await verify(entry);
  const ledger = readFileSync(join(folder, ledgerFile), 'utf8');
  const statements = readSmallFile(join(folder, statementsFile));
  const { removed } = view;
  const rows = await loadRelease(address, {
    entry: { ...entry, manifest },
    ledger,
    statements,
    removed,
    reader,
  });
  const place = `schema ${schemaOf(id)} of ${shownAddress(address)}`;
  return [
    rows === null
      ? `${id} was in ${place} already.`
      : `${id} is in ${place}: ${counted(rows, 'row')}.`,
    'What the ledger says of every release, and what you state, is there too.',
  ];
}
