import { asParent } from '../../store/catalogue.ts';
import {
  contributionsQuery,
  filesQuery,
  practiceTableOf,
  type RecomputedRow,
  recomputeQuery,
} from '../../store/queries/provenance.ts';
import { spellOut } from '../../store/sql.ts';
import type { Field } from '../../table.ts';
import { object, type Question, table } from '../endpoint.ts';
import { releaseFileName } from '../fileName.ts';
import { periodsOf, single } from '../scope.ts';
import { countColumns, coverageColumns, latestPlaceColumns, measureColumns } from './columns.ts';

type Name = 'measure' | 'area' | 'period';

const text = (name: string, description: string, nullable = false): Field => ({
  name,
  type: 'string',
  nullable,
  description,
});

const definitionFields: readonly Field[] = [
  text('description', 'How it is counted.'),
  text('numerator', 'What the numerator counts, in words.'),
  text('denominator', 'What the denominator counts, in words.'),
  text('published_as_wide', 'Column in the wide files of 2014 to 2017.', true),
  text('published_as_long', 'Field in the long files from 2018.', true),
  text('in_extract_when', 'When a practice is in the extract, in SQL.'),
  text('reported_when', 'When it reported what the measure needs, in SQL.'),
  {
    name: 'counts',
    type: 'string',
    enum: ['practices in the extract', 'practices that reported'],
    description: 'Whose numerators and denominators are added up.',
  },
  {
    name: 'adds_up',
    type: 'object',
    description: 'What is added up, in SQL.',
    fields: [text('numerator', 'The numerator.'), text('denominator', 'The denominator.')],
  },
];

const sourceFields: readonly Field[] = [
  text('name', 'Name of the file.'),
  text('sha256', 'SHA-256 of the file as it was given.'),
  text('layout', 'Layout it was recognised as.'),
  { name: 'rows', type: 'integer', description: 'Data rows.' },
  { name: 'practices', type: 'integer', description: 'Practices of the place it was read for.' },
];

export const provenance = object({
  path: '/provenance',
  summary: 'Where a figure came from',
  description:
    'For one measure, place and month: the figure added up again from the practices, its definition, the published files behind it with their SHA-256, and the SQL that recomputes it from the release file with the DuckDB command line.',
  parameters: ['measure', 'area', 'boundaries', 'period'],
  required: ['measure', 'area'],
  one: ['measure', 'area', 'period'],
  fields: [
    ...latestPlaceColumns,
    ...measureColumns,
    {
      name: 'figure',
      type: 'object',
      description: 'The figure, added up again from the practices.',
      fields: [...countColumns.slice(0, 3), ...coverageColumns],
    },
    {
      name: 'definition',
      type: 'object',
      description: 'The declaration of the measure.',
      fields: definitionFields,
    },
    {
      name: 'files',
      type: 'object',
      many: true,
      description: 'The published files behind it.',
      fields: sourceFields,
    },
    {
      name: 'release_file',
      type: 'object',
      description: 'The file of the release.',
      fields: [
        text('name', 'Its name, as downloaded.'),
        text('address', 'Where it is, seen from here.'),
        { name: 'bytes', type: 'integer', description: 'Its size.' },
      ],
    },
    text('sql', 'The query that adds the figure up again from the file of the release.'),
    text('how_to_run', 'The command that opens the file.'),
  ],
  example: 'measure=records_enabled&area=E92000001&period=latest',
  async object(question) {
    const { measure, area, period, place } = asked(question);
    const { release } = question;
    const table = practiceTableOf(release.catalogue.boundaries);
    const file = releaseFileName('release', release, 'duckdb');
    const [figure, files] = await Promise.all([
      release.database.first<RecomputedRow>(recomputeQuery(measure, period, place)),
      release.database.all(filesQuery(measure, period, place)),
    ]);
    return {
      period,
      level: area.level,
      area_code: area.area_code,
      area_name: area.area_name,
      measure: measure.id,
      unit: measure.unit,
      figure,
      definition: {
        description: measure.description,
        numerator: measure.numeratorLabel,
        denominator: measure.denominatorLabel,
        published_as_wide: measure.publishedAs.wide,
        published_as_long: measure.publishedAs.long,
        in_extract_when: measure.inExtract,
        reported_when: measure.reported,
        counts: measure.base === 'extract' ? 'practices in the extract' : 'practices that reported',
        adds_up: { numerator: measure.numerator, denominator: measure.denominator },
      },
      files,
      release_file: {
        name: file,
        address: `releases/${release.id}/release.duckdb`,
        bytes: release.bytes,
      },
      sql: `${spellOut(recomputeQuery(measure, period, place, table))};`,
      how_to_run: `duckdb -readonly ${file}`,
    };
  },
});

export const contributions = table({
  path: '/provenance/practices',
  summary: 'The practices behind a figure',
  description:
    'What each practice in the extract contributed to the figure of one measure, place and month, with the published file and data row it was read from; the parts add up to the figure. Where a measure counts every practice in the extract, so does one that did not report.',
  parameters: ['measure', 'area', 'boundaries', 'period'],
  required: ['measure', 'area'],
  one: ['measure', 'area', 'period'],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    { name: 'practice_code', type: 'string', description: 'Code of the practice.' },
    { name: 'practice_name', type: 'string', description: 'Its name in that month.' },
    {
      name: 'numerator',
      type: 'integer',
      nullable: true,
      description: 'Its part of the numerator; none where it does not count.',
    },
    {
      name: 'denominator',
      type: 'integer',
      nullable: true,
      description: 'Its part of the denominator; none where it does not count.',
    },
    {
      name: 'reported',
      type: 'boolean',
      description: 'Whether it reported what the measure needs.',
    },
    {
      name: 'file',
      type: 'string',
      nullable: true,
      description: 'Published file it was read from.',
    },
    {
      name: 'row',
      type: 'integer',
      nullable: true,
      description: 'Data row in that file where the practice begins; 1 follows the header.',
    },
  ],
  example: 'measure=records_enabled&area=E92000001&period=latest',
  rows(question) {
    const { measure, period, place } = asked(question);
    const query = contributionsQuery(measure, period, place);
    return { chunks: question.release.database.chunks<object>(query) };
  },
});

function asked({ release, filters }: Question<Name>) {
  const measure = single('measure', filters.measure, ({ id }) => id);
  const area = single('area', filters.area, ({ area_code }) => area_code);
  const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
  return { measure, area, period, place: asParent(area) };
}
