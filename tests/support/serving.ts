import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { type Config, readConfig } from '../../server/config.ts';
import { makeReady } from '../../server/figures/readiness.ts';
import { makeApp } from '../../server/http/app.ts';
import { Ending } from '../../server/http/ending.ts';
import { makeServer } from '../../server/http/listener.ts';
import { Releases } from '../../server/store/releases.ts';
import { keptOpen } from './sharedReleases.ts';

export interface Serving {
  origin: string;
  /** What the server logged, one line of JSON each. */
  logged: string[];
  /** Ends it as a shutdown does, so that requests under way are answered; `stop` ends it at once. */
  ending: Ending;
  stop(): Promise<void>;
}

interface Ways extends Partial<Config> {
  web?: string | null;
  /** The time, in ms since 1970, that decides which releases are published. */
  now?: () => number;
  /** Whether it looks for new releases itself, and logs those that appear. */
  follows?: boolean;
  /** Whether what the first readers would wait for is still being made. */
  isPreparing?: () => boolean;
}

/** Serves a folder of releases on this machine, as the product does, and collects its log. */
export async function serve(
  data: string,
  { web = null, now, follows = false, isPreparing, ...settings }: Ways = {},
): Promise<Serving> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  // Tests send more requests in a minute than people do.
  const config = { ...readConfig({ UPTAKE_RATE: '0' }), data, store: data, ...settings };
  const kept = now || follows || config.kind ? null : keptOpen(data);
  const releases = kept ?? new Releases(data, { only: config.kind, now });
  if (follows) releases.follow(makeReady, () => {});
  const server: Server = makeServer(
    makeApp({ config, releases, log, web, isEnding: () => ending.begun, isPreparing }),
  );
  const ending = new Ending(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    logged,
    ending,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      if (!kept) await releases.close();
    },
  };
}
