import { type Service, services, serviceWords } from './measures.ts';

/** What a published column means, whatever its name in the file. */
export type Role =
  | 'period_start'
  | 'period_end'
  | 'period_label'
  | 'region_code'
  | 'region_name'
  | 'subregion_code'
  | 'subregion_name'
  | 'ccg_code'
  | 'ccg_name'
  | 'practice_code'
  | 'practice_name'
  | 'supplier'
  | 'registered'
  | 'status'
  | 'enabled'
  | 'accessed'
  | 'field'
  | 'value';

/** A column of `practice_month` that a cell of an extract fills. */
export type Target =
  | 'registered'
  | `${Service}_status`
  | `${Service}_enabled`
  | `${Service}_accessed`
  | `${Service}_use`
  | 'any_enabled'
  | 'any_use'
  | 'new_enabled';

/** A published file layout, recognised by its header, never by its file name. */
export interface Layout {
  id: 'wide-2015' | 'long-2018' | 'long-2020' | 'long-2022';
  description: string;
  /** Wide files contain one service each, given by the file name or an option; long files contain all. */
  shape: 'wide' | 'long';
  /** Published column names, as written, and what they contain. */
  columns: Record<string, Role>;
  /** Its date format in DuckDB's strptime notation, and as people write it. */
  dateFormat: string;
  dateExample: string;
}

/** Unambiguous date formats, as in files saved by a spreadsheet; accepted in any layout. */
export const plainDateFormats = ['%d%b%Y', '%d-%b-%y', '%d-%b-%Y', '%d %b %Y', '%d %B %Y'] as const;

const place = (ccg: string): Record<string, Role> => ({
  [`${ccg}_code`]: 'ccg_code',
  [`${ccg}_name`]: 'ccg_name',
  practice_code: 'practice_code',
  practice_name: 'practice_name',
  system_supplier: 'supplier',
  field: 'field',
  value: 'value',
});

const region: Record<string, Role> = {
  report_period_end: 'period_end',
  region_code: 'region_code',
  region_name: 'region_name',
};

/** The four layouts in which these extracts have been published. */
export const layouts: readonly Layout[] = [
  {
    id: 'wide-2015',
    description: '2014 to 2017, wide, one file a service',
    shape: 'wide',
    columns: {
      PeriodStart: 'period_start',
      PeriodEnd: 'period_end',
      Period: 'period_label',
      CommissioningRegionCode: 'region_code',
      CommissioningRegionName: 'region_name',
      RegionGeographyCode: 'subregion_code',
      RegionGeographyName: 'subregion_name',
      CCGCode: 'ccg_code',
      CCGName: 'ccg_name',
      GPPracticeCode: 'practice_code',
      GPPracticeName: 'practice_name',
      Supplier: 'supplier',
      NoPatients: 'registered',
      SystemEnabled: 'status',
      PatientsEnabled: 'enabled',
      PatientsUsed: 'accessed',
    },
    dateFormat: '%d/%m/%Y',
    dateExample: '30/04/2015',
  },
  {
    id: 'long-2018',
    description: '2018 to 2019, long, with subregions',
    shape: 'long',
    columns: {
      ...region,
      subregion_code: 'subregion_code',
      subregion_name: 'subregion_name',
      ...place('ccg'),
    },
    dateFormat: '%d%b%Y',
    dateExample: '30APR2018',
  },
  {
    id: 'long-2020',
    description: '2020 to 2022, long, without subregions',
    shape: 'long',
    columns: { ...region, ...place('ccg') },
    dateFormat: '%d%b%Y',
    dateExample: '30APR2020',
  },
  {
    id: 'long-2022',
    description: 'from July 2022, long, with sub-ICB locations',
    shape: 'long',
    columns: { ...region, ...place('sub_ICB_location') },
    dateFormat: '%d-%b-%y',
    dateExample: '31-Jul-22',
  },
];

/** Words in a wide file's name that identify its service. */
export const serviceFileNames: Record<Service, string> = {
  records: 'DETAILED_CODED_RECORDS',
  appointments: 'BOOK_CANCEL_APPOINTMENTS',
  prescriptions: 'ORDER_REPEAT_PRESCRIPTIONS',
};

/** Published fields of the long layouts, and the column each fills. */
export const longFields: Record<string, Target> = {
  patient_list_size: 'registered',
  Total_Pat_Enbld: 'any_enabled',
  Total_Use: 'any_use',
  New_Pat_Enbld: 'new_enabled',
  ...Object.fromEntries(
    services.flatMap((service) => {
      const { long } = serviceWords[service];
      return [
        [`Sys_${long}_Enbld`, `${service}_status`],
        [`Pat_${long}_Enbld`, `${service}_enabled`],
        [`Pat_${long}_Use`, `${service}_use`],
      ];
    }),
  ),
};

/** Cells that mean "missing" in any layout. Missing is never zero. */
export const missingTexts = ['', 'NULL'];

/** The pattern of invented practice codes, which no real organisation has. */
export const illustrativePracticeCode = /^ZZ\d{4}$/;
