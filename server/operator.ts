import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt, root } from './root.ts';

/**
 * Begins the process that serves the operator's page, which ends with this one. Its own process and port: nothing of it
 * can be reached where readers ask, and nothing that goes wrong in it is felt there.
 */
export function beginOperator(): ChildProcess {
  const loader = pathToFileURL(join(root, 'scripts/typescript.js')).href;
  return isBuilt
    ? fork(join(root, 'dist/operate.js'))
    : fork(join(root, 'scripts/operate.ts'), { execArgv: ['--import', loader] });
}
