import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../data/definitions/settings.ts';
import { root } from '../root.ts';

/**
 * The folder of releases: `UPTAKE_DATA`, or `data/releases` of this software. It need not exist yet. Throws if the path
 * cannot be used.
 */
export function dataFolder(environment: Environment = process.env): string {
  const named = environment.UPTAKE_DATA;
  if (!named) return join(root, 'data/releases');
  if (!mayBeFolder(named)) throw new Error(`UPTAKE_DATA is not a folder: ${named}`);
  return named;
}

function mayBeFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
