import { asParent } from '../catalogue.ts';
import { object, type Question, table } from '../endpoint.ts';
import {
  contributionsQuery,
  filesQuery,
  type RecomputedRow,
  recomputeQuery,
} from '../queries/provenance.ts';
import { spellOut } from '../sql.ts';
import { periodsOf } from './figures.ts';
import { single } from './funnel.ts';

type Name = 'measure' | 'area' | 'period';

export const provenance = object({
  path: '/provenance',
  summary: 'How a figure came about',
  description:
    'For one measure, place and month: the figure added up again from the practices, its definition, the published files behind it with their SHA-256, and the SQL that recomputes it from the release file with the DuckDB command line.',
  parameters: ['measure', 'area', 'period'],
  example: 'measure=records_enabled&area=E92000001&period=latest',
  async object(question) {
    const { measure, area, period, place } = asked(question);
    const { release } = question;
    const query = recomputeQuery(measure, period, place);
    const [figure, files] = await Promise.all([
      release.database.first<RecomputedRow>(query),
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
        adds_up: { numerator: measure.numerator, denominator: measure.denominator },
      },
      files,
      release_file: `${release.id}.duckdb`,
      sql: `${spellOut(query)};`,
      how_to_run: `duckdb -readonly ${release.id}.duckdb`,
    };
  },
});

export const contributions = table({
  path: '/provenance/practices',
  summary: 'The practices behind a figure',
  description:
    'What each practice in the extract brought to the figure of one measure, place and month, with the published file and data row it was read from.',
  parameters: ['measure', 'area', 'period'],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    { name: 'practice_code', type: 'string', description: 'Code of the practice.' },
    { name: 'practice_name', type: 'string', description: 'Its name in that month.' },
    {
      name: 'numerator',
      type: 'integer',
      nullable: true,
      description: 'Its part of the numerator.',
    },
    {
      name: 'denominator',
      type: 'integer',
      nullable: true,
      description: 'Its part of the denominator.',
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
