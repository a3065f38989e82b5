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

export type SettingName = (typeof settings)[number]['name'];

/** Where settings are read from, such as `process.env`. */
export type Environment = Record<string, string | undefined>;

/** What a setting is set to, or its default; an empty one counts as not set. */
export const readSetting = (environment: Environment, name: SettingName): string =>
  environment[name] || settings.find((setting) => setting.name === name)!.default;
