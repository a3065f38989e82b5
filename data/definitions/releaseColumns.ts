import { findingKinds } from './findings.ts';
import { gateChecks } from './gate.ts';
import { type Service, services } from './measures.ts';
import { statuses } from './statuses.ts';

/** The DuckDB types of a release's columns. */
export type ColumnType = 'VARCHAR' | 'TINYINT' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'TIMESTAMP';

/** A column of a release table. Its description includes its unit and the meaning of null. */
export interface ReleaseColumn {
  name: string;
  type: ColumnType;
  description: string;
}

/** A table of a release file. */
export interface ReleaseTable {
  /** Includes its schema unless that is the main one. */
  name: string;
  kind: 'table' | 'view';
  /** What a row is, and the order of the rows. */
  description: string;
  /** The reference file that the table requires; null if every release has it. */
  needs:
    | 'a practice lookup'
    | 'a register of practices'
    | 'deprivation scores'
    | 'boundaries'
    | null;
  /** The columns that identify a row; null if some rows cannot be told from others. */
  key: readonly string[] | null;
  columns: readonly ReleaseColumn[];
}

/** Makes columns of one type from their descriptions. */
const columnsOf =
  (type: ColumnType) =>
  (descriptions: Record<string, string>): ReleaseColumn[] =>
    Object.entries(descriptions).map(([name, description]) => ({ name, type, description }));

export const texts = columnsOf('VARCHAR');
export const integers = columnsOf('INTEGER');
export const bigIntegers = columnsOf('BIGINT');
export const doubles = columnsOf('DOUBLE');
export const timestamps = columnsOf('TIMESTAMP');

export const period = texts({ period: 'Month, as YYYY-MM.' });
export const practiceCode = texts({
  practice_code: 'Organisation code of the practice, such as A81001.',
});
const level = texts({ level: 'Level of place, such as ccg.' });
const areaCode = texts({
  area_code: 'Code of the area, or of the practice; E92000001 for England.',
});
export const practiceName = texts({ practice_name: 'Name of the practice, as published.' });
export const registered = integers({
  registered: 'Registered patients (list size); null where none is published.',
});

/** The areas above a place. */
const within = texts({
  region_code: 'Commissioning region.',
  subregion_code: 'Area team or regional geography; null where the extract has none.',
  stp_code: 'STP (since July 2022 ICB), by the practice lookup; null without one.',
  ccg_code: 'CCG (since July 2022 sub-ICB location).',
  pcn_code: 'Primary care network, by the practice lookup; null without one.',
});

const statusMeanings = [...statuses]
  .sort((a, b) => b.code - a.code)
  .map(({ code, meaning }) => `${code} ${meaning}`)
  .join(', ');

const status = (service: Service, type: 'TINYINT' | 'INTEGER'): ReleaseColumn[] =>
  columnsOf(type)({
    [`${service}_status`]: `Functionality status: ${statusMeanings}; null where the service is in no file of the month.`,
  });

const counts = (service: Service): ReleaseColumn[] =>
  integers({
    [`${service}_enabled`]:
      'Patients enabled on the last day of the month; null where not reported.',
    [`${service}_accessed`]:
      'Patients who used the service in the month (2014 to 2017); null where not reported.',
    [`${service}_use`]:
      'Transactions in the month (from 2018), not people; null where not reported.',
  });

/** The published columns for each service, as rows of a file have them. */
export const publishedCounts: ReleaseColumn[] = services.flatMap((service) => [
  ...status(service, 'INTEGER'),
  ...counts(service),
]);

/** The same for a practice, with the file and row they come from. */
const practiceCounts: ReleaseColumn[] = services.flatMap((service) => [
  ...status(service, 'TINYINT'),
  ...counts(service),
  ...texts({
    [`${service}_counts`]:
      'What its file counts as use: people (accessed) or transactions (use); null where no file of the month has the service.',
  }),
  ...integers({
    [`${service}_file`]: 'File it comes from: source_file.file_id.',
    [`${service}_row`]: 'Data row in that file, from 1 (the first of the practice).',
  }),
]);

/** The published columns for all services together. */
export const anyCounts = integers({
  any_enabled:
    'Patients enabled for at least one service on the last day of the month; null where not reported.',
  any_use: 'Transactions of all services in the month; null where not reported.',
  new_enabled:
    'Patients newly enabled for a service in the month, as published (a few are below zero); null where not reported.',
});

/** A figure: its place, month and measure, its counts and its coverage. */
export const figureColumns: ReleaseColumn[] = [
  ...level,
  ...areaCode,
  ...period,
  ...texts({ measure: 'Id of the measure, such as records_enabled.' }),
  ...bigIntegers({
    numerator: 'What the measure counts, added up over practices; null where none reported.',
    denominator: 'What it is counted out of, over the same practices; null where none reported.',
  }),
  ...integers({
    practices: 'Practices in the extract of the month that has the measure.',
    practices_reported: 'Of these, practices that reported it.',
  }),
];

export const areaMonthColumns: ReleaseColumn[] = [
  ...level,
  ...areaCode,
  ...period,
  ...texts({ area_name: 'Name that most of its practices carry in the month.' }),
  ...within,
  ...integers({ practices: 'Practices of the area in the month.' }),
];

export const areaColumns: ReleaseColumn[] = [
  ...level,
  ...areaCode,
  ...texts({ area_name: 'Name in its last month.' }),
  ...within,
  ...texts({
    ons_code: 'ONS code, by the practice lookup; null where there is none.',
    first_period: 'First month it is in an extract, as YYYY-MM.',
    last_period: 'Last month it is in an extract, as YYYY-MM.',
  }),
  ...integers({ registered: 'Registered patients in its last month.' }),
];

export const practiceMonthColumns: ReleaseColumn[] = [
  ...practiceCode,
  ...period,
  ...practiceName,
  ...['region_code', 'subregion_code', 'ccg_code', 'stp_code', 'pcn_code'].map(
    (name) => within.find((column) => column.name === name)!,
  ),
  ...texts({
    lookup_region_code: 'Region by the practice lookup; null without one.',
    lookup_ccg_code: 'CCG or sub-ICB location by the practice lookup; null without one.',
    supplier: 'Supplier of the practice’s system, in capitals; NK where not known.',
  }),
  ...registered,
  ...practiceCounts,
  ...anyCounts,
  ...integers({
    any_file: 'File of all services it comes from: source_file.file_id; null without one.',
    any_row: 'Data row in that file, from 1 (the first of the practice).',
  }),
];

const ids = (of: object): string => Object.keys(of).join(', ');

export const findingColumns: ReleaseColumn[] = [
  ...texts({
    kind: `Kind of finding: ${ids(findingKinds)}.`,
    period: 'Month it is about, as YYYY-MM.',
    practice_code: 'Practice it is about; null where about none.',
    area_code: 'Area it is about; null where about none.',
    field: 'Column or measure it was found in; null where in none.',
    value: 'The value found; null where nothing.',
    other: 'The value it differs from; null where none.',
    message: 'The finding as an English sentence.',
  }),
  ...integers({
    file_id: 'File it was found in: source_file.file_id; null where in no single one.',
    row: 'Data row in that file, from 1; null where in no single one.',
  }),
];

export const acceptanceColumns: ReleaseColumn[] = texts({
  kind: `Check of the gate that had doubts: ${ids(gateChecks)}.`,
  period: 'Month it is about, as YYYY-MM; null where about the whole release.',
  area_code: 'Area it is about; null where about none.',
  value: 'The value doubted.',
  other: 'The value it was compared with.',
  message: 'The doubt as an English sentence.',
  reason: 'The reason that was given for accepting it.',
  accepted_in: 'Release in which it was accepted.',
});
