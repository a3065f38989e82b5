import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whether its sources run or what was built of them. */
export const root: string = (function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder));
})(dirname(fileURLToPath(import.meta.url)));

/** Whether this is what was built, and not the sources. */
export const isBuilt = import.meta.url.endsWith('.js');
