import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Environment, readSetting, type SettingName } from '../data/definitions/settings.ts';

export interface Config {
  host: string;
  port: number;
  data: string;
  prefix: string;
  origin: string;
  contact: string;
  log: 'info' | 'warn' | 'error' | 'silent';
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Reads the settings; throws an error naming the setting and its value where one is not usable. */
export function readConfig(environment: Environment = process.env): Config {
  const read = (name: SettingName) => readSetting(environment, name);
  const port = Number(read('PORT'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is not a port number (0 to 65535): ${read('PORT')}`);
  }
  const prefix = read('UPTAKE_PREFIX').replace(/\/+$/, '');
  if (prefix && !/^(\/[\w.~-]+)+$/.test(prefix)) {
    throw new Error(`UPTAKE_PREFIX is not a path that begins with a slash: ${prefix}`);
  }
  const origin = read('UPTAKE_ORIGIN').replace(/\/+$/, '');
  if (origin && !/^https?:\/\/[^/\s]+$/.test(origin)) {
    throw new Error(`UPTAKE_ORIGIN is not an origin such as https://example.org: ${origin}`);
  }
  const log = read('UPTAKE_LOG') as Config['log'];
  if (!['info', 'warn', 'error', 'silent'].includes(log)) {
    throw new Error(`UPTAKE_LOG is none of info, warn, error, silent: ${log}`);
  }
  const data =
    environment.UPTAKE_DATA || fileURLToPath(new URL('../data/releases', import.meta.url));
  return { host: read('HOST'), port, data, prefix, origin, contact: read('UPTAKE_CONTACT'), log };
}

/** The folder of the built web pages, or null where they have not been built. */
export function builtWeb(): string | null {
  const folder = `${root}dist/web`;
  return existsSync(`${folder}/index.html`) ? folder : null;
}
