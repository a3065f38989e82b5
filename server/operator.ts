import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt, root } from './root.ts';

/**
 * Starts the process that serves the operator's page; it ends with this one. With its own process and port, it cannot
 * be reached where readers ask, and its faults do not affect them.
 */
export function beginOperator(): ChildProcess {
  const loader = pathToFileURL(join(root, 'scripts/typescript.js')).href;
  return isBuilt
    ? fork(join(root, 'dist/operate.js'))
    : fork(join(root, 'scripts/operate.ts'), { execArgv: ['--import', loader] });
}
