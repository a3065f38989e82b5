import type { AddressInfo } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { collectDefaultMetrics } from 'prom-client';
import { apiRoot } from '../api/endpoints.ts';
import { authority, builtWeb, type Config } from '../config.ts';
import { makeReady } from '../figures/readiness.ts';
import { askDirectly } from '../pages/askDirectly.ts';
import { renderPage } from '../pages/pages.ts';
import { type Release, Releases } from '../store/releases.ts';
import { Webhooks } from '../webhooks/webhooks.ts';
import { makeApp } from './app.ts';
import { Ending } from './ending.ts';
import { makeServer } from './listener.ts';
import { passedOn } from './primary.ts';
import { askForBundle, isFirst, sayListening } from './worker.ts';

/** By this many ms, the first readers of a release have been served. */
const quietAfter = 5000;

/** Serves in this process until a signal ends it. Ends the process if serving cannot begin. */
export async function serve(config: Config, log: Logger, flush: () => void): Promise<void> {
  const releases = new Releases(config.store, { only: config.kind });
  const release = await releases.get().catch((error: Error) => {
    console.error(releases.unreachable() ?? error.message);
    process.exit(1);
  });
  const isEnding = () => ending.begun;
  let isPreparing = true;
  const server = makeServer(
    makeApp({
      config,
      releases,
      log,
      web: builtWeb(),
      isEnding,
      isPreparing: () => isPreparing,
      countProcess: (register) => collectDefaultMetrics({ register }),
    }),
  );
  const ending = new Ending(server);
  const address = () => {
    const { port } = server.address() as AddressInfo;
    return `http://${authority(config.host, port)}${config.prefix}`;
  };

  server.on('error', (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'EADDRINUSE'
        ? `port ${config.port} is in use: set PORT to another`
        : `${error.message}; see HOST and PORT`;
    console.error(`cannot listen on ${authority(config.host, config.port)}: ${reason}`);
    process.exit(1);
  });
  releases.follow(
    async (release) => {
      await makeReady(release)
        .then(() => (isPreparing ? drawFirstPage() : undefined))
        .finally(() => {
          isPreparing = false;
        });
      if (config.bundle === 'ahead') void makeBundle(release);
    },
    (health) =>
      log.warn(
        { ...health, unreachable: releases.unreachable() ?? undefined },
        'what is wrong with the releases',
      ),
  );
  const { addresses, secret } = config.webhooks;
  if (addresses.length && !secret) {
    log.warn('no webhooks are sent: UPTAKE_WEBHOOKS_SECRET is not set');
  }
  const webhooks = secret
    ? new Webhooks(
        releases,
        config.webhooks,
        log,
        config.origin && `${config.origin}${config.prefix}`,
        isFirst,
      )
    : null;
  server.listen(config.port, config.host, () => {
    sayListening(
      `GP online uptake is ready at ${address()}/ (${release.about.kind} release ${release.id})`,
    );
  });

  /** Draws the first page once, so that its code is loaded and warm for the first reader. */
  async function drawFirstPage(): Promise<void> {
    const url = new URL(`${address()}/`);
    const settings = { prefix: config.prefix, shell: '', origin: url.origin };
    await renderPage(url, askDirectly(releases, config), settings).catch((error: Error) =>
      log.error({ err: error }, 'the first page'),
    );
  }

  /**
   * Has the bundle of a new release made before a reader asks for it, but not while the first readers are being served.
   */
  async function makeBundle({ id }: Release): Promise<void> {
    await wait(quietAfter, null, { ref: false });
    await askForBundle(id, `${address()}${apiRoot}/bundle.zip`);
  }

  // A failed question that nobody waited for any more is our fault, but no reason to fail everybody.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'nobody waited for this'));

  let told = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!told) void end(signal);
      else if (Date.now() - told > passedOn) process.exit(128 + constants.signals[signal]);
    });
  }

  /** SIGTERM comes from orchestrators of several servers, which can send requests to another one meanwhile. */
  async function end(signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
    told = Date.now();
    log.info({ signal, answering: ending.answering }, 'ending');
    ending.announce();
    if (signal === 'SIGTERM') await wait(config.notice * 1000);
    const cutOff = await ending.end(config.drain);
    webhooks?.stop();
    await releases.close();
    log.info({ cutOff }, 'ended');
    flush();
    process.exit(0);
  }
}
