import { type BoundaryLevel, boundaryLevels } from './levels.ts';

/** What a column of a practice lookup means, whatever its name in the file. */
export type LookupRole =
  | 'lookup_date'
  | 'practice_code'
  | 'practice_name'
  | 'postcode'
  | 'pcn_code'
  | 'pcn_name'
  | 'ccg_ons_code'
  | 'ccg_code'
  | 'ccg_name'
  | 'stp_ons_code'
  | 'stp_code'
  | 'stp_name'
  | 'region_ons_code'
  | 'region_code'
  | 'region_name';

export type ReferenceId = 'lookup' | 'register' | 'deprivation' | `boundary-${BoundaryLevel}`;

/** A kind of reference file. A release keeps one of each kind until it is given another. */
export interface Reference {
  id: ReferenceId;
  title: string;
  /** The release table with its contents. */
  table: 'practice_lookup' | 'practice_register' | 'practice_deprivation' | 'boundary';
}

/** Plural names of the areas of a boundary level. */
export const levelTitles: Record<BoundaryLevel, string> = {
  region: 'regions',
  stp: 'STPs',
  ccg: 'CCGs',
};

/** Every kind of reference file. */
export const references: readonly Reference[] = [
  {
    id: 'lookup',
    title: 'practice lookup',
    table: 'practice_lookup',
  },
  {
    id: 'register',
    title: 'register of practices',
    table: 'practice_register',
  },
  {
    id: 'deprivation',
    title: 'deprivation scores',
    table: 'practice_deprivation',
  },
  ...boundaryLevels.map(
    (level): Reference => ({
      id: `boundary-${level}`,
      title: `boundaries of ${levelTitles[level]}`,
      table: 'boundary',
    }),
  ),
];

/** The kind of reference file with an id that the code names. */
export const referenceOf = (id: ReferenceId): Reference =>
  references.find((reference) => reference.id === id)!;

/** What to say about something unknown because a release lacks a reference file, without a full stop. */
export const missingReference = (id: ReferenceId, what: string): string =>
  `${what}: this release has no ${referenceOf(id).title}`;

const place = (prefix: string, ons: string, role: 'ccg' | 'stp'): Record<string, LookupRole> => ({
  [`ONS_${ons}_CODE`]: `${role}_ons_code`,
  [`${prefix}_CODE`]: `${role}_code`,
  [`${prefix}_NAME`]: `${role}_name`,
});

const lookup = (ccg: string, stp: string): Record<string, LookupRole> => ({
  EXTRACT_DATE: 'lookup_date',
  PRACTICE_CODE: 'practice_code',
  PRACTICE_NAME: 'practice_name',
  PRACTICE_POSTCODE: 'postcode',
  PCN_CODE: 'pcn_code',
  PCN_NAME: 'pcn_name',
  ...place(ccg, ccg, 'ccg'),
  ...place(stp, stp, 'stp'),
  ONS_COMM_REGION_CODE: 'region_ons_code',
  COMM_REGION_CODE: 'region_code',
  COMM_REGION_NAME: 'region_name',
});

/** The columns of the practice lookup until June 2022, and since then, when CCGs and STPs became parts of ICBs. */
export const lookupLayouts: readonly Record<string, LookupRole>[] = [
  lookup('CCG', 'STP'),
  lookup('SUB_ICB_LOCATION', 'ICB'),
];

/**
 * Columns that an edition of the lookup may lack: there were no PCNs before July 2019, and STPs had no ONS codes at
 * first.
 */
export const lookupOptional: ReadonlySet<LookupRole> = new Set<LookupRole>([
  'postcode',
  'pcn_code',
  'pcn_name',
  'ccg_ons_code',
  'stp_ons_code',
  'region_ons_code',
]);

/** The lookup's PCN code for practices that are in none. */
export const noPcn = 'U';

/** A column of the ODS list of practices that is used. */
export type RegisterRole =
  | 'practice_code'
  | 'practice_name'
  | `address_${1 | 2 | 3 | 4 | 5}`
  | 'postcode'
  | 'open_date'
  | 'close_date'
  | 'status'
  | 'setting';

interface RegisterColumn {
  /** Its position in the published list, which has no header; 0 is the first. */
  place: number;
  /**
   * Its names if somebody has added a header, ignoring case and punctuation. The first is that of the specification.
   */
  names: readonly string[];
  /** Whether a list with a header may lack it. */
  optional?: boolean;
}

const addressLine = (line: number): RegisterColumn => ({
  place: 3 + line,
  names: [`Address Line ${line}`, `Address${line}`, `Addr${line}`],
  optional: true,
});

/** The columns of the ODS list of practices that are used. */
export const registerColumns: Record<RegisterRole, RegisterColumn> = {
  practice_code: {
    place: 0,
    names: ['Organisation Code', 'OrgCode', 'Code', 'ODS Code', 'Practice Code'],
  },
  practice_name: { place: 1, names: ['Name', 'Organisation Name', 'OrgName', 'Practice Name'] },
  address_1: addressLine(1),
  address_2: addressLine(2),
  address_3: addressLine(3),
  address_4: addressLine(4),
  address_5: addressLine(5),
  postcode: { place: 9, names: ['Postcode', 'Post Code'] },
  open_date: { place: 10, names: ['Open Date', 'Date Opened'] },
  close_date: { place: 11, names: ['Close Date', 'Date Closed'] },
  status: { place: 12, names: ['Status Code', 'Status', 'Organisation Status'] },
  setting: {
    place: 25,
    names: ['Prescribing Setting', 'PrescrSet'],
    optional: true,
  },
};

/** The number of columns in the published ODS list of practices. */
export const registerWidth = 27;

/** Status codes of practices in the ODS list: a letter, or since 2024 a word. */
export const registerStatuses = {
  A: 'active',
  C: 'closed',
  D: 'dormant',
  P: 'proposed',
  ACTIVE: 'active',
  INACTIVE: 'closed',
  CLOSED: 'closed',
  DORMANT: 'dormant',
  PROPOSED: 'proposed',
} as const;

/** The columns used in downloads from OHID Fingertips. Its R package writes them without spaces. */
export const fingertipsColumns = {
  indicator: 'Indicator ID',
  area: 'Area Code',
  areaType: 'Area Type',
  period: 'Time period',
  value: 'Value',
} as const;

/** The indicators with practices' scores on the Index of Multiple Deprivation, latest first. */
export const deprivationIndicators = [
  { id: '94240', edition: 'IMD 2025' },
  { id: '93553', edition: 'IMD 2019' },
] as const;

/** A column name reduced to letters and digits, so that `Area Code`, `AREA_CODE` and `AreaCode` are the same. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');

/**
 * The name of the area code in boundary files, by level: a prefix, the year, and CD. That of the area name ends in NM.
 */
export const boundaryProperties: Record<BoundaryLevel, RegExp> = {
  region: /^NHSER\d\dCD$/i,
  stp: /^(STP|ICB)\d\dCD$/i,
  ccg: /^(CCG|SICBL)\d\dCD$/i,
};
