import { type LevelId, levelOf, publishedLevelIds } from '../../data/definitions/levels.ts';
import { formatMonth, formatMonths } from '../../data/definitions/months.ts';
import { capital } from '../../data/words/english.ts';
import type { Meta } from '../ask.ts';
import type { Address } from '../page.ts';

export type FileFormat = 'csv' | 'xlsx' | 'parquet' | 'json' | 'csvw';

/** Every format of a table, and what it is good for. */
export const fileFormats: Record<FileFormat, { name: string; text: string }> = {
  csv: {
    name: 'CSV',
    text: 'Comma-separated, UTF-8, one header row, values at full precision. Opens anywhere.',
  },
  xlsx: {
    name: 'XLSX',
    text: 'A spreadsheet with a cover, notes and one marked-up table a sheet, made for screen readers too.',
  },
  parquet: {
    name: 'Parquet',
    text: 'Typed columns, months as dates, small and quick, for R, Python and databases.',
  },
  json: { name: 'JSON', text: 'What the API answers: the rows, and what is said of the release.' },
  csvw: {
    name: 'CSVW',
    text: 'The metadata of the CSV, for programs: what each column means, licence, source.',
  },
};

/** A table to download. */
export interface DataTable {
  name: string;
  holds: string;
  path: string;
  params: Record<string, string>;
  formats: readonly FileFormat[];
}

const all: readonly FileFormat[] = ['csv', 'xlsx', 'parquet', 'json', 'csvw'];
/** Formats of tables too long to be useful as a spreadsheet. */
const long: readonly FileFormat[] = ['csv', 'parquet', 'json', 'csvw'];

/** The levels in a list of places, in order, and practices, which every release has. */
export const levelsWith = (places: readonly { level: string }[]): LevelId[] => {
  const held = new Set(places.map(({ level }) => level));
  return publishedLevelIds.filter((level) => level === 'practice' || held.has(level));
};

/** The tables of a release, figures first; `levels` are those with places. */
export function dataTables(
  { first_period, last_period }: Meta,
  levels: readonly LevelId[],
): { figures: DataTable[]; others: DataTable[] } {
  const range = { from: first_period, to: last_period };
  const months = formatMonths(first_period, last_period);
  const figures = levels
    .filter((level) => level !== 'practice')
    .map((level) => ({
      name: capital(levelOf(level).many),
      holds: `every measure, ${months}`,
      path: '/figures',
      params: { level, ...range },
      formats: all,
    }));
  const practices = {
    name: 'Practices, latest month',
    holds: `every measure, ${formatMonth(last_period)}`,
    path: '/figures',
    params: { level: 'practice', period: last_period },
    formats: all,
  };
  const everyMonth = {
    ...practices,
    name: 'Practices, every month',
    holds: `every measure, ${months}; large`,
    params: { level: 'practice', ...range },
    formats: long,
  };
  const other = (name: string, holds: string, path: string, params = {}): DataTable => ({
    name,
    holds,
    path,
    params,
    formats: all,
  });
  return {
    figures: [...figures, practices, everyMonth],
    others: [
      other('Deciles', `how practices in England spread, ${months}`, '/deciles', range),
      other('Places', 'every place and practice, and the areas it is in', '/areas'),
      other('Measures', 'each measure and how it is counted', '/measures'),
      other('Months', 'each month, its practices and measures', '/periods'),
      other('Findings', 'what is unusual in the published files', '/findings'),
      other('Known events', 'what explains a step or a gap', '/annotations'),
      other('Files', 'the published files, with their SHA-256', '/sources'),
    ],
  };
}

/** The file of a table in a format, for the release that the page shows. */
export const fileOf = (address: Address, { path, params }: DataTable, format: FileFormat): string =>
  address.api(path, { ...params, format });
