import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Environment, readSetting } from '../data/definitions/settings.ts';
import { root } from './root.ts';
import { dataFolder } from './store/dataFolder.ts';

/** Reads the settings; throws an error with the setting and its value if one cannot be used. */
export const readConfig = (environment: Environment = process.env) => ({
  host: readSetting(environment, 'HOST'),
  port: readSetting(environment, 'PORT'),
  data: dataFolder(environment),
  /** Where releases are read from: a database address or a folder. */
  store: readSetting(environment, 'UPTAKE_STORE') || dataFolder(environment),
  kind: readSetting(environment, 'UPTAKE_KIND'),
  prefix: readSetting(environment, 'UPTAKE_PREFIX'),
  origin: readSetting(environment, 'UPTAKE_ORIGIN'),
  proxies: readSetting(environment, 'UPTAKE_PROXIES'),
  rate: readSetting(environment, 'UPTAKE_RATE'),
  workers: readSetting(environment, 'UPTAKE_WORKERS') || availableParallelism(),
  bundle: readSetting(environment, 'UPTAKE_BUNDLE'),
  contact: readSetting(environment, 'UPTAKE_CONTACT'),
  security: readSetting(environment, 'UPTAKE_SECURITY'),
  log: readSetting(environment, 'UPTAKE_LOG'),
  fresh: readSetting(environment, 'UPTAKE_FRESH'),
  next: readSetting(environment, 'UPTAKE_NEXT'),
  hsts: readSetting(environment, 'UPTAKE_HSTS'),
  webhooks: {
    addresses: readSetting(environment, 'UPTAKE_WEBHOOKS'),
    secret: readSetting(environment, 'UPTAKE_WEBHOOKS_SECRET'),
    toPrivate: readSetting(environment, 'UPTAKE_WEBHOOKS_PRIVATE') === 'yes',
  },
  notice: readSetting(environment, 'UPTAKE_NOTICE'),
  drain: readSetting(environment, 'UPTAKE_DRAIN'),
  operator: readSetting(environment, 'UPTAKE_OPERATOR_PORT'),
});

export type Config = ReturnType<typeof readConfig>;

/** Reads the settings, or ends the process with one line that says which cannot be used. */
export function readConfigOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

/** Host and port as in an address: IPv6 hosts in brackets. */
export const authority = (host: string, port: number): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** The folder of the built web pages, or null if they have not been built. */
export function builtWeb(): string | null {
  const folder = join(root, 'dist/web');
  return existsSync(`${folder}/index.html`) ? folder : null;
}
