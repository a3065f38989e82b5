import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Setting {
  name: string;
  default: string;
  description: string;
}

/** Every setting the server and the scripts read from the environment. */
export const settings = [
  { name: 'HOST', default: '127.0.0.1', description: 'Address the server listens on.' },
  { name: 'PORT', default: '8080', description: 'Port the server listens on; 0 for any free one.' },
  {
    name: 'UPTAKE_DATA',
    default: 'data/releases',
    description: 'Folder that holds the releases and the file `current` that names one of them.',
  },
  {
    name: 'UPTAKE_PREFIX',
    default: '',
    description: 'Path under which everything is served, such as `/uptake`, behind a proxy.',
  },
  {
    name: 'UPTAKE_ORIGIN',
    default: '',
    description:
      'Public origin such as `https://example.org`, for links that leave the site; otherwise that of the request.',
  },
  {
    name: 'UPTAKE_CONTACT',
    default: '',
    description:
      'Whom to ask about the data, such as a name and an e-mail address; stands in spreadsheets, on the page About and in the description of the API.',
  },
  {
    name: 'UPTAKE_LOG',
    default: 'info',
    description: 'How much is logged: `info` (each request), `warn`, `error` or `silent`.',
  },
  {
    name: 'UPTAKE_PUBLISHED',
    default: '',
    description:
      'Folder of published extracts that tests and benchmarks try themselves on; `../shared/data` where it exists.',
  },
  {
    name: 'UPTAKE_KILLS',
    default: '15',
    description: 'How many ingests the test of interrupted ingests kills, each at another moment.',
  },
  {
    name: 'UPTAKE_SWEEP',
    default: '',
    description:
      'Where it is `thorough`, the test that looks at every page does so at every width in every theme with every rule.',
  },
] as const satisfies readonly Setting[];

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
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const read = (name: (typeof settings)[number]['name']) =>
    environment[name] || settings.find((setting) => setting.name === name)!.default;
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
