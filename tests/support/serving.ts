import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { type Config, readConfig } from '../../server/config.ts';
import { makeReady } from '../../server/figures/readiness.ts';
import { makeApp } from '../../server/http/app.ts';
import { Ending } from '../../server/http/ending.ts';
import { makeServer } from '../../server/http/listener.ts';
import { Releases } from '../../server/store/releases.ts';

export interface Serving {
  origin: string;
  /** What the server logged, a line of JSON each. */
  logged: string[];
  /** Its end as those who asked see it; `stop` ends it at once. */
  ending: Ending;
  stop(): Promise<void>;
}

interface Ways extends Partial<Config> {
  web?: string | null;
  /** The time by which releases are published, in ms since 1970. */
  now?: () => number;
  /** Whether it looks for new releases by itself, and writes down those that come. */
  follows?: boolean;
}

/** Serves a folder of releases on this machine, as the product does, and keeps its log. */
export async function serve(
  data: string,
  { web = null, now, follows = false, ...settings }: Ways = {},
): Promise<Serving> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  // Tests ask for more in a minute than people do.
  const config = { ...readConfig({ UPTAKE_RATE: '0' }), data, store: data, ...settings };
  const releases = new Releases(data, { only: config.kind, now });
  if (follows) releases.follow(makeReady, () => {});
  const server: Server = makeServer(
    makeApp({ config, releases, log, web, isEnding: () => ending.begun }),
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
      await releases.close();
    },
  };
}
