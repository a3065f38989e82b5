import { createHash } from 'node:crypto';
import { type ZipEntry, zipped } from '../../formats/zip.ts';
import { type Pace, unpaced } from '../../pace.ts';
import { metaOf } from '../../store/meta.ts';
import type { Release, Releases } from '../../store/releases.ts';
import { ask } from '../api.ts';
import { dataPackage, type FileSum } from './dataPackage.ts';
import { definitionsText } from './definitions.ts';
import { licenceText, readmeText } from './readme.ts';
import { type BundleTable, bundleTables } from './tables.ts';

type Content = ReturnType<ZipEntry['content']>;

/**
 * A whole release as a zip, piece by piece: its tables as the API answers them, with metadata and explanations, in one
 * folder. The same release gives the same bytes.
 */
export function bundle(
  release: Release,
  releases: Releases,
  pace: Pace = unpaced,
): AsyncGenerator<Uint8Array> {
  const meta = metaOf(release);
  const tables = bundleTables(release.catalogue).map((table) =>
    meta.kind === 'illustrative' ? { ...table, file: `illustrative-${table.file}` } : table,
  );
  const sums = new Map<string, FileSum>();
  const summed = ({ name, content }: ZipEntry): ZipEntry => ({
    name: `gp-online-${meta.kind}-${meta.release}/${name}`,
    async *content() {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of content()) {
        hash.update(piece);
        bytes += Buffer.byteLength(piece);
        yield piece;
      }
      sums.set(name, { bytes, sha256: hash.digest('hex') });
    },
  });
  const entries: ZipEntry[] = [
    { name: 'README.txt', content: () => [readmeText(meta, tables)] },
    { name: 'LICENCE.txt', content: () => [licenceText(meta)] },
    { name: 'DEFINITIONS.txt', content: () => [definitionsText()] },
    ...tables.flatMap((table) => [
      { name: table.file, content: () => written(table, 'csv', release, releases, pace) },
      {
        name: `${table.file}-metadata.json`,
        content: () => written(table, 'csvw', release, releases, pace),
      },
    ]),
    { name: 'datapackage.json', content: () => [dataPackage(meta, tables, sums)] },
    {
      name: 'SHA256SUMS',
      content: () => [...sums].map(([name, { sha256 }]) => `${sha256}  ${name}\n`),
    },
  ];
  return zipped(entries.map(summed), new Date(meta.made_at));
}

async function* written(
  { file, endpoint, query }: BundleTable,
  format: 'csv' | 'csvw',
  release: Release,
  releases: Releases,
  pace: Pace,
): Content {
  const search = new URLSearchParams(query);
  search.set('release', release.id);
  search.set('format', format);
  const asking = { address: file, contact: '' };
  const asked = await ask(endpoint, releases, {}, search, asking);
  yield* (await asked.answer(pace)).pieces;
}
