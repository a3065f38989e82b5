import { attribution, citation, licence, origin, subject } from '../../data/words/source.ts';
import { type Column, holds } from '../table.ts';
import { columnTitle } from './columnTitle.ts';
import type { About, Format } from './format.ts';
import { columnsInCsv } from './kindColumn.ts';

/** Metadata of the same answer as CSV: JSON-LD that describes every column ("CSV on the Web"). */
export const csvw: Format = {
  name: 'csvw',
  type: 'application/csvm+json; charset=utf-8',
  extension: 'csv-metadata.json',
  async *write(_table, about) {
    yield `${JSON.stringify(describeCsv(about), null, 2)}\n`;
  },
};

/** The address of a CSV answer's metadata; `search` is the query string as sent. */
export const metadataOf = (search: string): string => withFormat(search, 'csv', 'csvw');

function describeCsv({ title, description, columns, meta, address }: About): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: withFormat(address, 'csvw', 'csv'),
    'dc:title': `${subject}: ${title}`,
    'dc:description': description,
    'dc:identifier': meta.release,
    'dc:issued': { '@value': meta.made_at, '@type': 'xsd:dateTime' },
    'dc:temporal': `${meta.first_period}/${meta.last_period}`,
    'dc:type': meta.kind,
    ...(meta.kind === 'published' && {
      'dc:license': { '@id': licence.address },
      'dc:source': origin,
    }),
    'dc:rights': attribution(meta),
    'dc:bibliographicCitation': citation(meta),
    'dc:language': 'en',
    ...(meta.note && { 'rdfs:comment': meta.note }),
    dialect: {
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      encoding: 'utf-8',
      header: true,
      headerRowCount: 1,
      lineTerminators: ['\r\n', '\n'],
    },
    tableSchema: { columns: columnsInCsv(columns, meta).map(describeColumn) },
  };
}

const describeColumn = (column: Column) => ({
  name: column.name,
  titles: [column.name, columnTitle(column.name)],
  'dc:description': column.description,
  datatype: datatypes[holds(column)],
  required: !column.nullable,
  null: [''],
});

/** "CSV on the Web" data types, by column type. */
const datatypes = {
  month: 'gYearMonth',
  day: 'date',
  time: 'dateTime',
  string: 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
} as const;

const withFormat = (address: string, from: string, to: string): string =>
  address.replace(new RegExp(`([?&]format=)${from}(?=&|$)`), `$1${to}`);
