import { type ReleaseKind, releaseKinds } from './releaseFolder.ts';

/** What settings are for, in the order of the documentation. */
export const settingUses = ['serving', 'ingesting', 'testing'] as const;
export type SettingUse = (typeof settingUses)[number];

export interface Setting<Value = unknown> {
  name: string;
  default: string;
  for: SettingUse;
  /** What it does, in Markdown, for a table in the documentation. */
  description: string;
  /** What a valid value is, as errors say it: "PORT is not a port number: 80a". */
  is: string;
  /** Whether it may hold a secret, which no error repeats. */
  secret?: boolean;
  /** Parses its text; undefined if it is not usable. */
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

/** Scheme, host and port of a text that contains nothing else. */
function originIn(text: string): string | undefined {
  if (!text) return '';
  if (!/^https?:\/\/[^\s/?#@"'<>\\]+\/*$/.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}

/** Addresses separated by commas. */
function addressesIn(text: string): string[] | undefined {
  const parts = text ? text.split(',').map((part) => part.trim()) : [];
  const isAddress = (part: string) => /^https?:\/\/\S+$/.test(part) && URL.canParse(part);
  return parts.every(isAddress) ? parts : undefined;
}

/** Whether a text is a secret in the format of Standard Webhooks. */
function isSecret(text: string): boolean {
  const [, bytes] = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(text) ?? [];
  return bytes !== undefined && bytes.length % 4 === 0;
}

/** A number of proxies, or a list of addresses, networks and Express's names for some of them. */
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

/** A time with its zone, in ms since 1970; null for none. */
function timeIn(text: string): number | null | undefined {
  if (!text) return null;
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const time = isTime && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Whether a date is one of the calendar: JavaScript takes 30 February for 1 or 2 March. */
const isDay = (date: string): boolean => {
  const day = new Date(date);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};

const positivePort = positive(65535);

/** Null for none. */
const portIn = (text: string): number | null | undefined => (text ? positivePort(text) : null);

/** Null for either kind. */
const kindIn = (text: string): ReleaseKind | null | undefined =>
  text ? releaseKinds.find((kind) => kind === text) : null;

const whenBundled = ['ahead', 'asked'] as const;

const bundledIn = (text: string): (typeof whenBundled)[number] | undefined =>
  whenBundled.find((when) => when === text);

const levels = ['info', 'warn', 'error', 'silent'] as const;

/** Null for the default. */
const levelIn = (text: string): (typeof levels)[number] | null | undefined =>
  text ? levels.find((level) => level === text) : null;

/** Every setting that the server and the scripts read from the environment. */
export const settings = [
  {
    name: 'HOST',
    default: '127.0.0.1',
    for: 'serving',
    description: 'Address the server listens on, such as `::1` for IPv6.',
    is: 'a name or an address such as 127.0.0.1 or ::1',
    read: matching(/^[\w.:%-]+$/),
  },
  {
    name: 'PORT',
    default: '8080',
    for: 'serving',
    description: 'Port; `0` for any free one.',
    is: 'a port number (0 to 65535)',
    read: wholeNumber(65535),
  },
  {
    name: 'UPTAKE_DATA',
    default: 'data/releases',
    for: 'serving',
    description: 'Folder of the releases and of the file `current`, which names one.',
    is: 'a folder',
    read: anyText,
  },
  {
    name: 'UPTAKE_STORE',
    default: '',
    for: 'serving',
    description:
      'Address of a PostgreSQL database that answers instead of the folder, such as `postgres://reader@host/uptake`; `npm run releases -- load` puts releases there (see [Scaling](scaling.md)).',
    is: 'an address such as postgres://reader@host/uptake',
    secret: true,
    read: matching(/^postgres(ql)?:\/\/\S+$/),
  },
  {
    name: 'UPTAKE_KIND',
    default: '',
    for: 'serving',
    description:
      'The only kind of figures that may be made and served: `published` forbids illustrative ones; empty allows either.',
    is: `one of ${releaseKinds.join(', ')}`,
    read: kindIn,
  },
  {
    name: 'UPTAKE_PREFIX',
    default: '',
    for: 'serving',
    description: 'Path under which everything is served, such as `/uptake`, behind a proxy.',
    is: 'a path that begins with a slash',
    read: (text: string) => matching(/^(\/[\w.~-]+)+$/)(withoutSlashes(text)),
  },
  {
    name: 'UPTAKE_ORIGIN',
    default: '',
    for: 'serving',
    description:
      'Public origin such as `https://example.org`, for links that leave the site. Without it, the origin of the request is used when its Host header is a plain host, and pages are cached for the host that most requests name.',
    is: 'an origin such as https://example.org',
    read: originIn,
  },
  {
    name: 'UPTAKE_PROXIES',
    default: '',
    for: 'serving',
    description:
      'Trusted proxies: how many there are in front of the server (`1`), or their addresses (`loopback`, `10.0.0.0/8`), separated by commas. Set it behind a proxy, or all readers count as one client.',
    is: 'a number of proxies, or their addresses by commas',
    read: proxiesIn,
  },
  {
    name: 'UPTAKE_RATE',
    default: '1200',
    for: 'serving',
    description:
      'Answers computed for one client in a minute before it is asked to wait (429); `0` for no limit. Cached answers, files and health checks do not count.',
    is: 'a whole number (0 to 1000000)',
    read: wholeNumber(1_000_000),
  },
  {
    name: 'UPTAKE_WORKERS',
    default: '1',
    for: 'serving',
    description:
      'Processes that share the port, so that each core has its own; `0` for as many as there are cores. Each takes 210 to 830 MB, depending on how many different pages it has answered; limits of rate and queue hold for all of them together.',
    is: 'a whole number (0 to 64)',
    read: wholeNumber(64),
  },
  {
    name: 'UPTAKE_BUNDLE',
    default: 'ahead',
    for: 'serving',
    description:
      'When the zip of a whole release is made: `ahead` of the first reader, five seconds after the server is ready, or `asked`, so that the first reader waits for it. For 7,000 practices and a year it takes about 15 seconds of a core.',
    is: `one of ${whenBundled.join(', ')}`,
    read: bundledIn,
  },
  {
    name: 'UPTAKE_CONTACT',
    default: '',
    for: 'serving',
    description:
      "Whom to ask about the data, such as a name and an email address; shown in spreadsheets, on the page About and in the API's description.",
    is: 'a text',
    read: anyText,
  },
  {
    name: 'UPTAKE_SECURITY',
    default: '',
    for: 'serving',
    description:
      'Where to report security faults, as an address such as `mailto:security@example.org` or `https://example.org/report`; shown in `/.well-known/security.txt`, which does not exist without it.',
    is: 'an address that begins with mailto:, https: or tel:',
    read: matching(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/),
  },
  {
    name: 'UPTAKE_LOG',
    default: '',
    for: 'serving',
    description:
      '`info` (each request, as a line of JSON), `warn`, `error` or `silent`; without it `warn` on a terminal and `info` elsewhere.',
    is: `one of ${levels.join(', ')}`,
    read: levelIn,
  },
  {
    name: 'UPTAKE_FRESH',
    default: '60',
    for: 'serving',
    description:
      'Seconds for which browsers and caches may reuse answers about the current release, and for as long again while they fetch a new one; `0` makes them ask every time. Answers about a release named in the address may be reused for a day, and none after the time announced for a release.',
    is: 'a whole number of seconds (0 to 300)',
    read: wholeNumber(300),
  },
  {
    name: 'UPTAKE_NEXT',
    default: '',
    for: 'serving',
    description:
      'When the next release is due, such as `2019-05-02T09:30+01:00`, where the calendar of the folder does not say so: nothing is reused after that time, and in the hour after it only for 5 seconds.',
    is: 'a time such as 2019-05-02T09:30+01:00',
    read: timeIn,
  },
  {
    name: 'UPTAKE_HSTS',
    default: '0',
    for: 'serving',
    description:
      'Seconds for which browsers are told to use HTTPS only, such as `31536000` for a year; set it only if everything on the host is served over HTTPS for good.',
    is: 'a whole number of seconds (0 to 100000000)',
    read: wholeNumber(100_000_000),
  },
  {
    name: 'UPTAKE_WEBHOOKS',
    default: '',
    for: 'serving',
    description:
      'Addresses, separated by commas, that get a signed POST (Standard Webhooks) for each release, notice and withdrawal. If several servers share a folder, set it for one of them.',
    is: 'addresses that begin with https:// or http://, by commas',
    read: addressesIn,
  },
  {
    name: 'UPTAKE_WEBHOOKS_SECRET',
    default: '',
    for: 'serving',
    description:
      'What these messages are signed with: `whsec_` and 24 to 64 random bytes in base64. Without it none is sent.',
    is: 'whsec_ and 24 to 64 bytes in base64',
    secret: true,
    read: (text: string) => (!text || isSecret(text) ? text : undefined),
  },
  {
    name: 'UPTAKE_WEBHOOKS_PRIVATE',
    default: '',
    for: 'serving',
    description: '`yes` allows these addresses to be in private networks.',
    is: '`yes` or nothing',
    read: matching(/^yes$/),
  },
  {
    name: 'UPTAKE_NOTICE',
    default: '1',
    for: 'serving',
    description:
      'Seconds for which a server told to stop (SIGTERM) still takes requests while `/health/ready` answers 503, so that a load balancer stops sending them; make it longer than the interval between its checks.',
    ...seconds,
  },
  {
    name: 'UPTAKE_DRAIN',
    default: '8',
    for: 'serving',
    description:
      'Seconds that unfinished answers, such as downloads, then have to end before they are cut off. A second signal stops the server at once.',
    ...seconds,
  },
  {
    name: 'UPTAKE_OPERATOR_PORT',
    default: '',
    for: 'serving',
    description:
      "Port of the operator's page, on which releases are made and published; it listens on 127.0.0.1 only, and does not exist without a port. See [Releasing](releasing.md).",
    is: 'a port number (1 to 65535)',
    read: portIn,
  },
  {
    name: 'UPTAKE_PUBLISHED',
    default: '',
    for: 'testing',
    description:
      'Folder of published extracts for tests and benchmarks; `../shared/data` if it exists.',
    is: 'a folder',
    read: anyText,
  },
  {
    name: 'UPTAKE_KILLS',
    default: '8',
    for: 'testing',
    description:
      'How many ingests the test of interrupted ingests kills, each at a different moment, and how many builds, approvals, schedulings and servers the test of releases kills; `UPTAKE_KILLS=100 npm test -- tests/scripts/releases/kills.test.ts` runs the latter in full.',
    is: 'a whole number (0 to 1000)',
    read: wholeNumber(1000),
  },
  {
    name: 'UPTAKE_REQUESTS',
    default: '300',
    for: 'testing',
    description:
      'How many requests the test of generated requests makes, a fifth of them to published figures; `UPTAKE_REQUESTS=250000 npm test -- tests/server/generatedRequests.test.ts` runs it in full.',
    is: 'a whole number (0 to 10000000)',
    read: wholeNumber(10_000_000),
  },
  {
    name: 'UPTAKE_TEST_WHOLE',
    default: '',
    for: 'testing',
    description:
      '`1` makes every test cover everything, not only the part that is due that day: every place, every value of a parameter, every width of a page in every theme. `UPTAKE_TEST_WHOLE=1 npm test` takes about an hour.',
    is: '1 or nothing',
    read: matching(/^1$/),
  },
  {
    name: 'UPTAKE_MAX_FILE',
    default: '4096',
    for: 'ingesting',
    description: 'Largest file that ingest takes, in MB as given, compressed or not.',
    ...megabytes,
  },
  {
    name: 'UPTAKE_MAX_UNPACKED',
    default: '16384',
    for: 'ingesting',
    description: 'Most that a zip or gzip may unpack to, in MB.',
    ...megabytes,
  },
  {
    name: 'UPTAKE_MAX_ROWS',
    default: '50000000',
    for: 'ingesting',
    description: 'Most rows in one file.',
    is: 'a whole number of rows (1 to 2000000000)',
    read: positive(2_000_000_000),
  },
  {
    name: 'UPTAKE_MAX_LINE',
    default: '65536',
    for: 'ingesting',
    description: 'Longest line of a CSV, in bytes.',
    is: 'a whole number of bytes (1 to 1048576)',
    read: positive(2 ** 20),
  },
  {
    name: 'UPTAKE_PATIENCE',
    default: '60',
    for: 'ingesting',
    description: 'Seconds for which a download may make no progress before it is cancelled.',
    is: 'a whole number of seconds (1 to 3600)',
    read: positive(3600),
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];

type Named<Name extends SettingName> = Extract<(typeof settings)[number], { name: Name }>;

/** The type of a setting's parsed value. */
export type SettingValue<Name extends SettingName> = Exclude<
  ReturnType<Named<Name>['read']>,
  undefined
>;

/** Where settings are read from, such as `process.env`. */
export type Environment = Record<string, string | undefined>;

/**
 * The value of a setting, or its default; an empty one counts as not set. Throws an error with the setting and its
 * value if that is not usable.
 */
export function readSetting<Name extends SettingName>(
  environment: Environment,
  name: Name,
): SettingValue<Name> {
  const setting: Setting = settings.find((one) => one.name === name)!;
  const text = environment[name] || setting.default;
  const value = setting.read(text);
  if (value === undefined) {
    throw new Error(`${name} is not ${setting.is}${setting.secret ? '' : `: ${text}`}`);
  }
  return value as SettingValue<Name>;
}
