import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { builtWeb, readConfig } from './config.ts';
import { makeReady } from './figures/readiness.ts';
import { makeApp } from './http/app.ts';
import { makeServer } from './http/listener.ts';
import { Releases } from './store/releases.ts';

const config = readConfig();
const log = pino({ level: config.log }, pino.destination({ dest: 1, sync: false }));
const releases = new Releases(config.data);
const release = await releases.get().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const server = makeServer(makeApp({ config, releases, log, web: builtWeb() }));

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === 'EADDRINUSE'
      ? `port ${config.port} is in use: set PORT to another`
      : error.message;
  console.error(`cannot listen on ${config.host}:${config.port}: ${reason}`);
  process.exit(1);
});
releases.follow(makeReady);
server.listen(config.port, config.host, () => {
  const { port } = server.address() as AddressInfo;
  console.log(
    `GP online uptake is ready at http://${config.host}:${port}${config.prefix}/ (${release.about.kind} release ${release.id})`,
  );
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => releases.close().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5000).unref();
  });
}
