import { filterIds } from '../../../data/definitions/filterIds.ts';
import type { Measure } from '../../../data/definitions/measures.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import type { JudgedFigure } from '../../figures/judgement.ts';
import { withGroup } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { Release } from '../../store/releases.ts';
import { type Question, table } from '../endpoint.ts';
import { knownArea } from '../parameterValues.ts';
import { placesOf } from '../places.ts';
import { askedMeasures, periodsOf } from '../scope.ts';
import { figuresAsked } from '../size.ts';
import { countColumns, measureColumns, number, placeColumns, wilsonLimits } from './columns.ts';
import { judgedFigures } from './figures.ts';

export const differences = table({
  path: '/differences',
  summary: 'Figures of places, and how far each is from that of one place',
  description:
    'The figures that `/figures` answers to the same question, each beside the figure of the same month of one place, `against`, which is always of all its practices and may contain the others. A difference says where places stand, and not whether it is more than chance: for a verdict ask `/comparisons`.',
  parameters: [
    'measure',
    'level',
    'area',
    'parent',
    'boundaries',
    'period',
    'from',
    'to',
    'against',
    ...filterIds,
  ],
  required: ['against'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    ...countColumns,
    ...wilsonLimits,
    { name: 'against_code', type: 'string', description: 'Code of the place compared with.' },
    { name: 'against_name', type: 'string', description: 'Its latest name.' },
    number('against_value', 'Its value in that month, in the unit.'),
    number(
      'difference',
      'The value less that value, in the unit (percentage points for percentages).',
    ),
  ],
  examples: { against: 'E92000001' },
  example: 'measure=records_enabled&level=region&period=latest&against=E92000001',
  most: figuresAsked,
  async rows(question) {
    const { release, filters } = question;
    const against = placeAgainst(question);
    const periods = periodsOf(filters, release.catalogue);
    const measures = askedMeasures(filters.measure, release.catalogue, periods);
    const valueBeside = await valuesOf(release, against, measures, periods);
    async function* chunks() {
      for await (const rows of judgedFigures(question).chunks) {
        yield rows.map((row) => apart(row, against, valueBeside(row)));
      }
    }
    return { chunks: chunks() };
  },
});

function placeAgainst({ release, filters }: Question<'against' | 'group'>): AreaRow {
  const { group, against } = filters;
  const { catalogue } = release;
  try {
    return knownArea(against!, group ? withGroup(catalogue, group) : catalogue);
  } catch (error) {
    throw badParameter('against', against!, (error as Error).message);
  }
}

/** The values of one place by month and measure. */
async function valuesOf(
  release: Release,
  area: AreaRow,
  measures: readonly Measure[],
  periods: readonly string[],
): Promise<(row: JudgedFigure) => number | null> {
  const [place] = placesOf({ area: [area] });
  const rows = await allFigures(release, { ...place!, measures, periods });
  const values = new Map(rows.map((row) => [`${row.period} ${row.measure}`, row.value]));
  return ({ period, measure }) => values.get(`${period} ${measure}`) ?? null;
}

const apart = (row: JudgedFigure, against: AreaRow, beside: number | null): object => ({
  period: row.period,
  level: row.level,
  area_code: row.area_code,
  area_name: row.area_name,
  measure: row.measure,
  unit: row.unit,
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  marker: row.marker,
  lower_95: row.lower_95,
  upper_95: row.upper_95,
  lower_998: row.lower_998,
  upper_998: row.upper_998,
  against_code: against.area_code,
  against_name: against.area_name,
  against_value: beside,
  difference: row.value === null || beside === null ? null : row.value - beside,
});
