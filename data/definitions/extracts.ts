import { type Service, services, serviceWords } from './measures.ts';

/** A staged column: what a published column is to us, whatever it was called. */
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
  /** Wide files hold one service each, named by the file name or an option; long files hold all. */
  shape: 'wide' | 'long';
  /** Published column names, as written, to what they hold. */
  columns: Record<string, Role>;
  /** The pattern of its dates, in DuckDB's strptime notation, and as a person would write it. */
  dateFormat: string;
  dateExample: string;
}

/** Patterns of dates that can be read one way only, as a file has them that a spreadsheet saved; for any layout. */
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

/** Words in a wide file's name that say which service it holds. */
export const serviceFileNames: Record<Service, string> = {
  records: 'DETAILED_CODED_RECORDS',
  appointments: 'BOOK_CANCEL_APPOINTMENTS',
  prescriptions: 'ORDER_REPEAT_PRESCRIPTIONS',
};

/** Fields of the long layouts, as published, to the column each fills. */
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

/** Cells that mean "missing" in any layout; missing is never zero. */
export const missingTexts = ['', 'NULL'];

/** Invented practices carry codes of this pattern, which no real organisation has. */
export const illustrativePracticeCode = /^ZZ\d{4}$/;
