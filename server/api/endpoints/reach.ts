import type { Measure } from '../../../data/definitions/measures.ts';
import { peersTaken } from '../../../data/statistics/peers.ts';
import { reach as patientsToReach } from '../../../data/statistics/reach.ts';
import { reachSentence } from '../../../data/words/reach.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { type LevelToReach, levelsToReach } from '../../figures/levelsToReach.ts';
import { practiceFigures } from '../../figures/practiceFigures.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { whole } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { groupOf } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { countColumns, measureColumns, placeColumns } from './columns.ts';

const levels = ['ccg', 'england', 'peers_median', 'top_tenth'] as const;

export const reach = table({
  path: '/reach',
  summary: 'What it would take: how many more patients bring a place to a level',
  description: `For one practice or area, how many more patients would have to be set up (or use it) to reach the level of its CCG, of England, the median of the ${peersTaken} practices most like it, and the top tenth of practices in England (their 90th percentile). CCG and peers are those of a practice; an area has the others. Only for measures that count patients enabled or accessing.`,
  parameters: ['practice', 'area', 'boundaries', 'measure', 'period'],
  required: ['measure'],
  one: ['area', 'measure', 'period'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    ...countColumns,
    {
      name: 'to',
      type: 'string',
      enum: levels satisfies readonly LevelToReach['to'][],
      description: 'The level to reach.',
    },
    {
      name: 'to_code',
      type: 'string',
      nullable: true,
      description: 'Code of the area whose level it is; none for peers.',
    },
    {
      name: 'to_name',
      type: 'string',
      description: 'What the level is of; of an area its name in that month.',
    },
    {
      name: 'target_value',
      type: 'number',
      nullable: true,
      description: 'The level, in the unit.',
    },
    {
      name: 'more_patients',
      type: 'integer',
      nullable: true,
      description: 'How many more patients reach it; 0 where it is reached.',
    },
    { name: 'sentence', type: 'string', description: 'The same in plain English.' },
  ],
  example: 'measure=records_enabled&area=E92000001&period=latest',
  async rows(question) {
    const { release, filters } = question;
    const measure = patientsMeasure(filters.measure);
    const place = placeOf(question);
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    const row = await figureOf(question, place, measure, period);
    const figures = await practiceFigures(release, measure, period);
    const found = await levelsToReach(release, measure, period, place, figures);
    return whole(
      found.map((level) => {
        const target = level.value === null ? null : Math.min(1, level.value / measure.scale);
        const more =
          target === null ? null : patientsToReach(row.numerator, row.denominator, target);
        return {
          period,
          level: row.level,
          area_code: row.area_code,
          area_name: row.area_name,
          measure: measure.id,
          unit: measure.unit,
          numerator: row.numerator,
          denominator: row.denominator,
          value: row.value,
          marker: row.marker,
          to: level.to,
          to_code: level.code,
          to_name: level.name,
          target_value: level.value,
          more_patients: more,
          sentence: reachSentence(row, level, more),
        };
      }),
    );
  },
});

/** The one measure of a question about patients set up or using a service; throws a 400 for any other. */
export function patientsMeasure(asked: readonly Measure[] | undefined): Measure {
  const measure = single('measure', asked, ({ id }) => id);
  const { form, counts, allOrNone, polarity } = measure;
  const wanted = form === 'share' && counts === 'patients' && polarity === 'higher is better';
  if (!wanted || allOrNone) {
    throw badParameter(
      'measure',
      measure.id,
      `needs a measure of patients enabled or accessing, such as records_enabled: ${measure.id}`,
    );
  }
  return measure;
}

function placeOf({ filters: { practice, area } }: Question<'practice' | 'area'>): AreaRow {
  if (practice && area) {
    const sent = practice.area_code;
    throw badParameter('practice', sent, `practice cannot be combined with area: ${sent}`);
  }
  return practice ?? single('area', area, ({ area_code }) => area_code);
}

async function figureOf(
  { release, filters }: Question<'practice' | 'area'>,
  { level, area_code: code, first_period, last_period }: AreaRow,
  measure: Measure,
  period: string,
): Promise<FigureRow> {
  const group = groupOf(filters.area);
  const question = { level, measures: [measure], periods: [period], areas: [code], group };
  const [row] = await allFigures(release, question);
  if (row) return row;
  throw badParameter(
    filters.practice ? 'practice' : 'area',
    code,
    `not in the extracts of ${period}: ${code} (it is in those of ${first_period} to ${last_period})`,
  );
}
