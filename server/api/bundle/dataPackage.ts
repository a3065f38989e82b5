import { attribution, licence, monthsWords, source, subject } from '../../../data/words/source.ts';
import { columnsInCsv } from '../../formats/kindColumn.ts';
import type { Meta } from '../../store/meta.ts';
import { type Column, holds } from '../../table.ts';
import type { BundleTable } from './tables.ts';

/** The size and checksum of a file. */
export interface FileSum {
  bytes: number;
  sha256: string;
}

/** Table Schema types, by column type. */
const types = {
  month: 'yearmonth',
  day: 'date',
  time: 'datetime',
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
} as const;

/** The tables of a bundle as a Frictionless data package (datapackage.org, version 2), as JSON. */
export const dataPackage = (
  meta: Meta,
  tables: readonly BundleTable[],
  sums: ReadonlyMap<string, FileSum>,
): string =>
  `${JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: `gp-online-${meta.kind}-${meta.release}`,
      title: `${subject}, release ${meta.release}`,
      description: [meta.note, `${monthsWords(meta)}.`, attribution(meta)]
        .filter(Boolean)
        .join(' '),
      version: meta.release,
      created: meta.made_at,
      ...(meta.kind === 'published' && {
        licenses: [{ name: 'OGL-UK-3.0', title: licence.name, path: licence.address }],
        sources: [{ title: `${source.name}, ${source.publisher}` }],
      }),
      resources: tables.map((table) => resource(table, sums.get(table.file)!, meta)),
    },
    null,
    2,
  )}\n`;

const resource = (
  { file, holds: says, endpoint }: BundleTable,
  { bytes, sha256 }: FileSum,
  meta: Meta,
) => ({
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name: file.replace(/\.csv$/, ''),
  type: 'table',
  path: file,
  title: says,
  description: endpoint.description,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes,
  hash: `sha256:${sha256}`,
  dialect: {
    delimiter: ',',
    lineTerminator: '\r\n',
    quoteChar: '"',
    doubleQuote: true,
    header: true,
  },
  schema: {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columnsInCsv(endpoint.columns!, meta).map(field),
    missingValues: [''],
  },
});

const field = (column: Column) => ({
  name: column.name,
  type: types[holds(column)],
  description: column.description,
  constraints: {
    required: !column.nullable,
    ...(column.enum && { enum: column.enum }),
  },
});
