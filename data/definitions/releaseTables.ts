import { referenceTables } from './referenceTables.ts';
import {
  acceptanceColumns,
  anyCounts,
  areaColumns,
  areaMonthColumns,
  bigIntegers,
  figureColumns,
  findingColumns,
  integers,
  period,
  practiceCode,
  practiceMonthColumns,
  practiceName,
  publishedCounts,
  type ReleaseTable,
  registered,
  texts,
  timestamps,
} from './releaseColumns.ts';

/** Key columns of tables that exist once for each set of boundaries. */
const keys = {
  figure: ['level', 'area_code', 'period', 'measure'],
  practice_month: ['practice_code', 'period'],
  area: ['level', 'area_code'],
  area_month: ['level', 'area_code', 'period'],
};

/** Every table and view that a release file may contain, in the order of the documentation. */
export const releaseTables: readonly ReleaseTable[] = [
  {
    name: 'release',
    kind: 'table',
    description: 'What the release says of itself: one row.',
    needs: null,
    key: ['id'],
    columns: [
      ...texts({
        id: 'Its id: last month and a number, such as 2018-09.1.',
        kind: 'published or illustrative.',
      }),
      ...integers({ format: 'Format of these tables: it rises with every change of them.' }),
      ...timestamps({ made_at: 'When it was made, in UTC.' }),
      ...texts({
        software: 'Version of the software that made it.',
        first_period: 'First month, as YYYY-MM.',
        last_period: 'Last month, as YYYY-MM.',
        previous: 'Release that was current before it; null for the first.',
        note: 'What every reader has to know; null where nothing.',
      }),
    ],
  },
  {
    name: 'period',
    kind: 'table',
    description: 'One row per month, in order.',
    needs: null,
    key: ['period'],
    columns: [
      ...period,
      ...integers({
        practices: 'Practices in the extract.',
        measures: 'Measures that the extract has.',
      }),
    ],
  },
  {
    name: 'figure',
    kind: 'table',
    description:
      'Figures of every area, already added up: one row per level, area, measure and month, in that order. A value is numerator / denominator, times 100 or 1,000 as the unit of the measure has it. Figures of practices follow from practice_month.',
    needs: null,
    key: keys.figure,
    columns: figureColumns,
  },
  {
    name: 'practice_month',
    kind: 'table',
    description:
      'What is published of each practice: one row per practice and month, in that order.',
    needs: null,
    key: keys.practice_month,
    columns: practiceMonthColumns,
  },
  {
    name: 'area',
    kind: 'table',
    description:
      'Every area and practice that is in any month, as in its last month: one row per level and code, in that order.',
    needs: null,
    key: keys.area,
    columns: areaColumns,
  },
  {
    name: 'area_month',
    kind: 'table',
    description:
      'Areas month by month, without practices: one row per level, area and month, in that order.',
    needs: null,
    key: keys.area_month,
    columns: areaMonthColumns,
  },
  {
    name: 'finding',
    kind: 'table',
    description: 'What is unusual but published so: one row per finding, by kind and month.',
    needs: null,
    key: null,
    columns: findingColumns,
  },
  {
    name: 'acceptance',
    kind: 'table',
    description: 'Doubts of the gate that were accepted, with the reason: one row per doubt.',
    needs: null,
    key: null,
    columns: acceptanceColumns,
  },
  {
    name: 'source_file',
    kind: 'table',
    description: 'The files it was made from: one row per file.',
    needs: null,
    key: ['file_id'],
    columns: [
      ...integers({ file_id: 'Number of the file in this release, from 1.' }),
      ...texts({
        name: 'Name of the file; of one in a zip, zip/name.',
        sha256: 'SHA-256 of the file as given, in hexadecimal.',
      }),
      ...bigIntegers({
        bytes: 'Bytes of the file as given, compressed or not.',
        text_bytes: 'Bytes of its text, unpacked.',
      }),
      ...texts({
        layout: 'Layout it was recognised by, such as long-2018, or kind of reference file.',
        service:
          'Service of a file that holds one; null where it holds all, or is a reference file.',
      }),
      ...integers({
        rows: 'Data rows read.',
        practices: 'Practices it holds; 0 for boundaries.',
      }),
      ...texts({
        first_period: 'First month it holds; null for reference files.',
        last_period: 'Last month it holds; null for reference files.',
        address: 'Address it was downloaded from; null where it was given as a file.',
      }),
    ],
  },
  {
    name: 'extract_row',
    kind: 'table',
    description:
      'What each file says of a practice, for months made from several files: one row per month, service and practice. Later ingests need it to put such months together again.',
    needs: null,
    key: null,
    columns: [
      ...period,
      ...practiceCode,
      ...texts({ service: 'Service of the file; null where it holds all.' }),
      ...integers({
        file_id: 'The file: source_file.file_id.',
        row: 'Data row in it, from 1 (the first of the practice).',
      }),
      ...texts({
        region_code: 'Commissioning region, as published.',
        region_name: 'Its name, as published.',
        subregion_code: 'Area team or regional geography, as published.',
        subregion_name: 'Its name, as published.',
        ccg_code: 'CCG or sub-ICB location, as published.',
        ccg_name: 'Its name, as published.',
      }),
      ...practiceName,
      ...texts({ supplier: 'Supplier of the practice’s system, as published.' }),
      ...registered,
      ...publishedCounts,
      ...anyCounts,
    ],
  },
  ...referenceTables,
  ...(
    [
      ['figure', 'view', figureColumns],
      ['practice_month', 'view', practiceMonthColumns],
      ['area', 'table', areaColumns],
      ['area_month', 'table', areaMonthColumns],
    ] as const
  ).map(
    ([name, kind, columns]): ReleaseTable => ({
      name: `lookup.${name}`,
      kind,
      description: `The same as ${name}, with every month on the boundaries of the practice lookup.`,
      needs: 'a practice lookup',
      key: keys[name],
      columns,
    }),
  ),
  {
    name: 'lookup.figure_moved',
    kind: 'table',
    description: 'The rows of lookup.figure that differ from those of figure: of regions and CCGs.',
    needs: 'a practice lookup',
    key: keys.figure,
    columns: figureColumns,
  },
];
