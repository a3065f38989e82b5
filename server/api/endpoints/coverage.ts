import { badParameter } from '../../errors.ts';
import { type CoverageRow, coverageQuery } from '../../store/queries/coverage.ts';
import { type Question, table } from '../endpoint.ts';
import { placesOf } from '../places.ts';
import { askedMeasures, periodsOf } from '../scope.ts';
import { figuresAsked } from '../size.ts';
import { coverageColumns, measureColumn, placeColumns } from './columns.ts';

export const coverage = table({
  path: '/coverage',
  summary: 'How much of each place is in the figures',
  description:
    'For each place, month and measure the practices in the extract, how many of them reported what the measure needs, and the same for their registered patients. Practices that did not approve the collection are not in the extract at all.',
  parameters: ['measure', 'level', 'area', 'parent', 'boundaries', 'period', 'from', 'to'],
  columns: [
    ...placeColumns,
    measureColumn,
    ...coverageColumns,
    { name: 'practices_share', type: 'number', description: 'Those that reported, in percent.' },
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Patients registered at the practices in the extract.',
    },
    {
      name: 'registered_reported',
      type: 'integer',
      description: 'Patients registered at the practices that reported.',
    },
    {
      name: 'registered_share',
      type: 'number',
      nullable: true,
      description: 'Those at practices that reported, in percent.',
    },
  ],
  example: 'measure=records_enabled&level=region&period=latest',
  most: figuresAsked,
  rows(question) {
    const asked = placesOf(question.filters);
    if (asked.some(({ level }) => level === 'practice')) {
      const [name, value] = wherePracticesCome(question);
      const message = 'coverage is that of an area; of one practice /figures says if it reported';
      throw badParameter(name, value, message);
    }
    const { release, filters } = question;
    const periods = periodsOf(filters, release.catalogue);
    const measures = askedMeasures(filters.measure, release.catalogue, periods);
    async function* chunks() {
      for (const places of asked) {
        const query = coverageQuery({ ...places, measures, periods });
        for await (const rows of release.database.chunks<CoverageRow>(query)) {
          yield rows.map(coverageRow);
        }
      }
    }
    return { chunks: chunks() };
  },
});

/** The parameter that led to the level of practices, with its value. */
function wherePracticesCome({
  filters: { level, area, parent },
}: Question<'level' | 'area' | 'parent'>): [string, string] {
  if (level) return ['level', 'practice'];
  const practice = area?.find((one) => one.level === 'practice');
  return practice ? ['area', practice.area_code] : ['parent', parent?.area_code ?? ''];
}

const coverageRow = (row: CoverageRow) => ({
  period: row.period,
  level: row.level,
  area_code: row.area_code,
  area_name: row.area_name,
  measure: row.measure,
  practices: row.practices,
  practices_reported: row.practices_reported,
  practices_share: (row.practices_reported / row.practices) * 100,
  registered: row.registered,
  registered_reported: row.registered_reported,
  registered_share: row.registered ? (row.registered_reported / row.registered) * 100 : null,
});
