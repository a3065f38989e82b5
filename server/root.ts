import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, both for the sources and for a built server. */
export const root: string = (function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder));
})(dirname(fileURLToPath(import.meta.url)));

/** Whether this is a built server rather than the sources. */
export const isBuilt = import.meta.url.endsWith('.js');
