import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { type Config, readConfig } from '../../server/config.ts';
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

/** Serves a folder of releases on this machine, as the product does, and keeps its log. */
export async function serve(
  data: string,
  { web = null, ...settings }: Partial<Config> & { web?: string | null } = {},
): Promise<Serving> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  // Tests ask for more in a minute than people do.
  const config = { ...readConfig({ UPTAKE_RATE: '0' }), data, ...settings };
  const releases = new Releases(data, { only: config.kind });
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
