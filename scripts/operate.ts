import { readSetting } from '../data/definitions/settings.ts';
import { builtWeb } from '../server/config.ts';
import { makeServer } from '../server/http/listener.ts';
import { dataFolder } from '../server/store/dataFolder.ts';
import { readLimits } from './ingest/limits.ts';
import { makeOperatorApp } from './operate/app.ts';

// Serves the operator's page until the process that started this one ends: see docs/releasing.md.

const port = readSetting(process.env, 'UPTAKE_OPERATOR_PORT')!;
const { app, end } = makeOperatorApp({
  folder: dataFolder(),
  web: builtWeb(),
  limits: readLimits(process.env),
  only: readSetting(process.env, 'UPTAKE_KIND'),
});

/** Uploading large files takes time. */
const server = makeServer(app, 3_600_000);
server.on('error', ({ message }) => {
  console.error(`the operator’s page cannot be served on port ${port}: ${message}`);
  process.exit(1);
});
// On this machine only, whatever HOST says.
server.listen(port, '127.0.0.1', () => {
  console.log(
    `The operator’s page is at http://127.0.0.1:${port}/ (\`npm run releases -- sign-in --as NAME\` lets somebody in)`,
  );
});

let isEnding = false;
async function stop(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await end();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, stop);
