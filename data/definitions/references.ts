import { type BoundaryLevel, boundaryLevels } from './levels.ts';

/** A column of a practice lookup, whatever it is called in the file. */
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

/** A kind of reference file: a release keeps one of each until another of its kind is given. */
export interface Reference {
  id: ReferenceId;
  title: string;
  /** What it is called where it is published, and how a person gets it into a release. */
  file: string;
  /** The table of a release that holds it. */
  table: 'practice_lookup' | 'practice_register' | 'practice_deprivation' | 'boundary';
}

/** Every kind of reference file. */
export const references: readonly Reference[] = [
  {
    id: 'lookup',
    title: 'practice lookup',
    file: 'NHS Digital’s practice lookup (gp-reg-pat-prac-map.csv)',
    table: 'practice_lookup',
  },
  {
    id: 'register',
    title: 'register of practices',
    file: 'the ODS list of practices (epraccur)',
    table: 'practice_register',
  },
  {
    id: 'deprivation',
    title: 'deprivation by practice',
    file: 'deprivation scores by practice (OHID Fingertips, indicator 93553, area type GP)',
    table: 'practice_deprivation',
  },
  ...boundaryLevels.map(
    (level): Reference => ({
      id: `boundary-${level}`,
      title: `boundaries of ${{ region: 'regions', stp: 'STPs', ccg: 'CCGs' }[level]}`,
      file: `a GeoJSON of boundaries with ONS codes, in longitude and latitude (${level})`,
      table: 'boundary',
    }),
  ),
];

/** The kind of reference file of an id that the code itself names. */
export const referenceOf = (id: ReferenceId): Reference =>
  references.find((reference) => reference.id === id)!;

/** What to say where a release does not hold a reference file, and how to add it. */
export const missingReference = (id: ReferenceId, what: string): string => {
  const { file } = referenceOf(id);
  return `${what} in this release: add ${file} with npm run ingest -- FILE.`;
};

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

/** The columns of the practice lookup, until June 2022 and since, when CCGs and STPs became parts of ICBs. */
export const lookupLayouts: readonly Record<string, LookupRole>[] = [
  lookup('CCG', 'STP'),
  lookup('SUB_ICB_LOCATION', 'ICB'),
];

/** What the lookup gives in place of a PCN where a practice is in none. */
export const noPcn = 'U';

/** The places of the columns that are used in the ODS list of practices, which has no header; 0 is the first. */
export const registerColumns = {
  practice_code: 0,
  practice_name: 1,
  address: [4, 5, 6, 7, 8],
  postcode: 9,
  open_date: 10,
  close_date: 11,
  status: 12,
  setting: 25,
} as const;

/** How many columns the ODS list of practices has. */
export const registerWidth = 27;

/** What the status of a practice in the ODS list means. */
export const registerStatuses = { A: 'active', C: 'closed', D: 'dormant', P: 'proposed' } as const;
export type RegisterStatus = (typeof registerStatuses)[keyof typeof registerStatuses];

/** The columns that are used in a download from OHID Fingertips. */
export const fingertipsColumns = {
  indicator: 'Indicator ID',
  area: 'Area Code',
  areaType: 'Area Type',
  period: 'Time period',
  value: 'Value',
} as const;

/** The indicator that is a practice's score on the Index of Multiple Deprivation, and its type of area. */
export const deprivationIndicator = { id: '93553', areaType: 'GP' } as const;

/** How boundary files call the code of an area, by its level: a prefix, the year, and CD; the name ends in NM. */
export const boundaryProperties: Record<BoundaryLevel, RegExp> = {
  region: /^NHSER\d\dCD$/i,
  stp: /^(STP|ICB)\d\dCD$/i,
  ccg: /^(CCG|SICBL)\d\dCD$/i,
};
