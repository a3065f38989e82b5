import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt, root } from './root.ts';

const sources = ['data/definitions', 'data/statistics', 'data/words', 'server', 'web'];
const built = ['dist/server.js', 'dist/parts', 'dist/web'];

/** What determines answers, besides the release: this code and, through the lock file, that of others. */
const parts = [...(isBuilt ? built : sources), 'package-lock.json'];

/** A hash of the contents, so that servers with the same version agree and nobody has to maintain a version number. */
export const software: string = hashOf(parts.flatMap(filesIn));

function filesIn(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('base64url').slice(0, 16);
}
