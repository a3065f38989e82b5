import { type ReleaseKind, releaseKinds } from './releaseFolder.ts';

export interface Setting<Value = unknown> {
  name: string;
  default: string;
  description: string;
  /** What a value has to be, as an error says it: "PORT is not a port number: 80a". */
  is: string;
  /** The value of a text; undefined where it is not usable. */
  read: (text: string) => Value | undefined;
}

const anyText = (text: string): string => text;

const matching = (pattern: RegExp) => (text: string) =>
  !text || pattern.test(text) ? text : undefined;

/** A whole number from 0 to `most`. */
const wholeNumber =
  (most: number) =>
  (text: string): number | undefined =>
    /^\d{1,15}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

/** A whole number from 1 to `most`. */
const positive = (most: number) => (text: string) => wholeNumber(most)(text) || undefined;

const megabytes = {
  is: 'a whole number of MB (1 to 1048576)',
  read: positive(2 ** 20),
};

const seconds = { is: 'a whole number of seconds (0 to 3600)', read: wholeNumber(3600) };

const withoutSlashes = (text: string) => text.replace(/\/+$/, '');

/** Scheme, host and port of a text that holds nothing else. */
function originIn(text: string): string | undefined {
  if (!text) return '';
  if (!/^https?:\/\/[^\s/?#@"'<>\\]+\/*$/.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}

/** A number of proxies, or addresses, networks and the names that Express has for some of them. */
function proxiesIn(text: string): number | string[] | undefined {
  if (/^\d{0,2}$/.test(text)) return Number(text);
  const parts = text.split(',').map((part) => part.trim());
  return parts.every(isNetwork) ? parts : undefined;
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, address = '', bits = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const isVersion6 = address.includes(':');
  if (Number(bits) > (isVersion6 ? 128 : 32)) return false;
  return isVersion6
    ? /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]`)
    : /^\d+(\.\d+){3}$/.test(address) && URL.canParse(`http://${address}`);
}

/** Null for either kind. */
const kindIn = (text: string): ReleaseKind | null | undefined =>
  text ? releaseKinds.find((kind) => kind === text) : null;

const levels = ['info', 'warn', 'error', 'silent'] as const;

/** Every setting the server and the scripts read from the environment. */
export const settings = [
  {
    name: 'HOST',
    default: '127.0.0.1',
    description: 'Address the server listens on, such as `::1` for version 6.',
    is: 'a name or an address such as 127.0.0.1 or ::1',
    read: matching(/^[\w.:%-]+$/),
  },
  {
    name: 'PORT',
    default: '8080',
    description: 'Port the server listens on; 0 for any free one.',
    is: 'a port number (0 to 65535)',
    read: wholeNumber(65535),
  },
  {
    name: 'UPTAKE_DATA',
    default: 'data/releases',
    description: 'Folder that holds the releases and the file `current` that names one of them.',
    is: 'a folder',
    read: anyText,
  },
  {
    name: 'UPTAKE_KIND',
    default: '',
    description:
      'The one kind of figures that may be made and served: `published` forbids illustrative ones; either where it is empty.',
    is: `one of ${releaseKinds.join(', ')}`,
    read: kindIn,
  },
  {
    name: 'UPTAKE_PREFIX',
    default: '',
    description: 'Path under which everything is served, such as `/uptake`, behind a proxy.',
    is: 'a path that begins with a slash',
    read: (text: string) => matching(/^(\/[\w.~-]+)+$/)(withoutSlashes(text)),
  },
  {
    name: 'UPTAKE_ORIGIN',
    default: '',
    description:
      'Public origin such as `https://example.org`, for links that leave the site; without it that of the request, where its Host header is nothing but a host.',
    is: 'an origin such as https://example.org',
    read: originIn,
  },
  {
    name: 'UPTAKE_PROXIES',
    default: '',
    description:
      'Proxies whose word on who asks is taken: how many stand in front of the server, or their addresses, as in `loopback` or `10.0.0.0/8`, by commas. Without it all who come through a proxy count as one client.',
    is: 'a number of proxies, or their addresses by commas',
    read: proxiesIn,
  },
  {
    name: 'UPTAKE_RATE',
    default: '1200',
    description:
      'Answers that are worked out for one client within a minute before it is asked to wait; `0` for any number. Answers at hand do not count.',
    is: 'a whole number (0 to 1000000)',
    read: wholeNumber(1_000_000),
  },
  {
    name: 'UPTAKE_CONTACT',
    default: '',
    description:
      'Whom to ask about the data, such as a name and an e-mail address; stands in spreadsheets, on the page About and in the description of the API.',
    is: 'a text',
    read: anyText,
  },
  {
    name: 'UPTAKE_LOG',
    default: 'info',
    description: 'How much is logged: `info` (each request), `warn`, `error` or `silent`.',
    is: `one of ${levels.join(', ')}`,
    read: (text: string) => levels.find((level) => level === text),
  },
  {
    name: 'UPTAKE_HSTS',
    default: '0',
    description:
      'Seconds for which browsers are told to come by HTTPS alone (Strict-Transport-Security), such as `31536000` for a year; set it only where everything of the host is reached by HTTPS for good.',
    is: 'a whole number of seconds (0 to 100000000)',
    read: wholeNumber(100_000_000),
  },
  {
    name: 'UPTAKE_NOTICE',
    default: '1',
    description:
      'Seconds for which a server told to end (SIGTERM) still takes requests while `/health/ready` says 503, so that a load balancer sends none to it any more; longer than its checks are apart.',
    ...seconds,
  },
  {
    name: 'UPTAKE_DRAIN',
    default: '8',
    description:
      'Seconds that answers under way, such as downloads, then have to end; what is left is cut off.',
    ...seconds,
  },
  {
    name: 'UPTAKE_PUBLISHED',
    default: '',
    description:
      'Folder of published extracts that tests and benchmarks try themselves on; `../shared/data` where it exists.',
    is: 'a folder',
    read: anyText,
  },
  {
    name: 'UPTAKE_KILLS',
    default: '15',
    description: 'How many ingests the test of interrupted ingests kills, each at another moment.',
    is: 'a whole number (0 to 1000)',
    read: wholeNumber(1000),
  },
  {
    name: 'UPTAKE_REQUESTS',
    default: '1500',
    description:
      'How many requests the test of generated requests makes in all, one in five of them about published figures.',
    is: 'a whole number (0 to 10000000)',
    read: wholeNumber(10_000_000),
  },
  {
    name: 'UPTAKE_SWEEP',
    default: '',
    description:
      'Where it is `thorough`, the test that looks at every page does so at every width in every theme with every rule.',
    is: '`thorough` or nothing',
    read: matching(/^thorough$/),
  },
  {
    name: 'UPTAKE_MAX_FILE',
    default: '4096',
    description: 'The largest file that ingest takes, in MB as it is given, packed or not.',
    ...megabytes,
  },
  {
    name: 'UPTAKE_MAX_UNPACKED',
    default: '16384',
    description: 'The most that a zip or gzip may unpack to in ingest, in MB.',
    ...megabytes,
  },
  {
    name: 'UPTAKE_MAX_ROWS',
    default: '50000000',
    description: 'The most rows that ingest reads of one file.',
    is: 'a whole number of rows (1 to 2000000000)',
    read: positive(2_000_000_000),
  },
  {
    name: 'UPTAKE_MAX_LINE',
    default: '65536',
    description: 'The longest line of a CSV that ingest reads, in bytes.',
    is: 'a whole number of bytes (1 to 1048576)',
    read: positive(2 ** 20),
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];

type Named<Name extends SettingName> = Extract<(typeof settings)[number], { name: Name }>;

/** The type that a setting's text is read as. */
export type SettingValue<Name extends SettingName> = Exclude<
  ReturnType<Named<Name>['read']>,
  undefined
>;

/** Where settings are read from, such as `process.env`. */
export type Environment = Record<string, string | undefined>;

/**
 * What a setting is set to, or its default; an empty one counts as not set. Throws an error that names the setting
 * and its value where that is not usable.
 */
export function readSetting<Name extends SettingName>(
  environment: Environment,
  name: Name,
): SettingValue<Name> {
  const setting: Setting = settings.find((one) => one.name === name)!;
  const text = environment[name] || setting.default;
  const value = setting.read(text);
  if (value === undefined) throw new Error(`${name} is not ${setting.is}: ${text}`);
  return value as SettingValue<Name>;
}
