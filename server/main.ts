import type { AddressInfo } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { collectDefaultMetrics } from 'prom-client';
import { apiRoot } from './api/endpoints.ts';
import { authority, builtWeb, readConfigOrExit } from './config.ts';
import { makeReady } from './figures/readiness.ts';
import { makeApp } from './http/app.ts';
import { Ending } from './http/ending.ts';
import { makeServer } from './http/listener.ts';
import { Releases } from './store/releases.ts';

const config = readConfigOrExit();
const logFile = pino.destination({ dest: 1, sync: false });
/** A person at a terminal is not shown every request unless they ask. */
const log = pino({ level: config.log ?? (process.stdout.isTTY ? 'warn' : 'info') }, logFile);
const releases = new Releases(config.data, { only: config.kind });
const release = await releases.get().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
/** The first readers of a release have been served after so many ms. */
const quietAfter = 5000;
const isEnding = () => ending.begun;
const server = makeServer(
  makeApp({
    config,
    releases,
    log,
    web: builtWeb(),
    isEnding,
    countProcess: (register) => collectDefaultMetrics({ register }),
  }),
);
const ending = new Ending(server);

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === 'EADDRINUSE'
      ? `port ${config.port} is in use: set PORT to another`
      : error.message;
  console.error(`cannot listen on ${authority(config.host, config.port)}: ${reason}`);
  process.exit(1);
});
releases.follow(
  async (release) => {
    await makeReady(release);
    void makeBundle();
  },
  (health) => log.warn(health, 'what is wrong in the folder of releases'),
);
server.listen(config.port, config.host, () => {
  const { port } = server.address() as AddressInfo;
  console.log(
    `GP online uptake is ready at http://${authority(config.host, port)}${config.prefix}/ (${release.about.kind} release ${release.id})`,
  );
});

/** Has the bundle of a new release made, so that no reader waits for that; not while the first of them come. */
async function makeBundle(): Promise<void> {
  await wait(quietAfter, null, { ref: false });
  const { port } = server.address() as AddressInfo;
  const address = `http://${authority(config.host, port)}${config.prefix}${apiRoot}/bundle.zip`;
  await fetch(address, { method: 'HEAD' }).catch(() => {});
}

/** A signal that comes again so soon, in ms, was passed on by npm to one that had it already. */
const passedOn = 500;
let told = 0;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!told) void end(signal);
    else if (Date.now() - told > passedOn) process.exit(128 + constants.signals[signal]);
  });
}

/** SIGTERM comes from those who run several servers, and who can send requests to another meanwhile. */
async function end(signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  told = Date.now();
  log.info({ signal, answering: ending.answering }, 'ending');
  ending.announce();
  if (signal === 'SIGTERM') await wait(config.notice * 1000);
  const cutOff = await ending.end(config.drain);
  await releases.close();
  log.info({ cutOff }, 'ended');
  logFile.flushSync();
  process.exit(0);
}
