import cluster from 'node:cluster';
import pino from 'pino';
import { readConfigOrExit } from './config.ts';
import { Primary } from './http/primary.ts';
import { beginOperator } from './operator.ts';

const config = readConfigOrExit();
const logFile = pino.destination({ dest: 1, sync: false });
/** At a terminal, requests are not logged unless asked for. */
const log = pino({ level: config.log ?? (process.stdout.isTTY ? 'warn' : 'info') }, logFile);

if (config.operator !== null && cluster.isPrimary) beginOperator();
if (config.workers > 1 && cluster.isPrimary) new Primary(config.workers, log).run();
else {
  // Imported only where needed, so that the primary process of several workers stays small.
  const { serve } = await import('./http/serve.ts');
  await serve(config, log, () => logFile.flushSync());
}
