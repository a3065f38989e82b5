import type { Measure } from '../../../data/definitions/measures.ts';
import { monthsBetween } from '../../../data/definitions/months.ts';
import { suggestRestarts } from '../../../data/statistics/restarts.ts';
import { type XmrChart, xmrChart } from '../../../data/statistics/xmr.ts';
import type { SignalRule } from '../../../data/statistics/xmrSignals.ts';
import { atPlace } from '../../../data/words/english.ts';
import { xmrSentence } from '../../../data/words/time.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { whole } from '../../table.ts';
import { assuredTargetFields, assuredTargets, type Stretch } from '../assuredTargets.ts';
import { type Question, table } from '../endpoint.ts';
import { groupOf } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { markerColumn, measureColumns, placeColumns, sentenceField } from './columns.ts';

const rules: readonly SignalRule[] = ['outside_limits', 'trend', 'near_limit', 'one_side'];

export const xmr = table({
  path: '/xmr',
  summary: 'What is usual from month to month, and which months are unusual',
  description:
    'The figure of one measure and place by month, as an XmR chart: the mean and limits of what is usual (lower and upper process limit) and the first signal each month gives. Limits start afresh at each of `restarts`. A month without a figure is an empty row. `meta` holds the restarts used, those suggested where a step is plain, what the chart shows as a sentence, and whether what is usual meets the targets of the measure.',
  parameters: ['measure', 'area', 'boundaries', 'from', 'to', 'restarts'],
  required: ['measure', 'area'],
  one: ['measure', 'area'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    {
      name: 'value',
      type: 'number',
      nullable: true,
      description: 'The figure in the unit; none where nobody reported it that month.',
    },
    {
      name: 'segment',
      type: 'integer',
      description: 'Number of the stretch between restarts, 1 the first.',
    },
    {
      name: 'mean',
      type: 'number',
      nullable: true,
      description: 'Mean of the stretch, in the unit; none with no two figures in a row.',
    },
    {
      name: 'lower',
      type: 'number',
      nullable: true,
      description: 'Lower process limit, in the unit.',
    },
    {
      name: 'upper',
      type: 'number',
      nullable: true,
      description: 'Upper process limit, in the unit.',
    },
    {
      name: 'signal',
      type: 'string',
      nullable: true,
      enum: rules,
      missing: '[z]',
      description:
        'First rule the month breaks: outside the limits, seven rising or falling, two of three near a limit, seven on one side of the mean.',
    },
    {
      name: 'direction',
      type: 'string',
      nullable: true,
      enum: ['up', 'down'],
      missing: '[z]',
      description: 'Which way the signal points.',
    },
    markerColumn,
  ],
  meta: [
    {
      name: 'restarts',
      type: 'string',
      many: true,
      description: 'Months from which limits start afresh.',
    },
    {
      name: 'suggested_restarts',
      type: 'string',
      many: true,
      description: 'Months in which a step is plain.',
    },
    sentenceField,
    {
      name: 'targets',
      type: 'object',
      many: true,
      description: 'Each target of the measure, and whether what is usual meets it.',
      fields: assuredTargetFields,
    },
  ],
  example: 'measure=records_enabled&area=E92000001',
  async rows(question) {
    const { measure, area, periods, months } = asked(question);
    checkRestarts(question.filters.restarts, months);
    const found = await figuresOf(question, measure, area, periods);
    const values = months.map((month) => found.get(month)?.value ?? null);
    const suggested = suggestRestarts(values);
    const restarts = restartsOf(question.filters.restarts, months, suggested);
    const chart = xmrChart(values, { restarts });
    const last = lastStretch(chart, months);
    const segmentOf = (index: number) => chart.segments.findIndex(({ to }) => index < to);
    const rows = months.map((period, i) => {
      const { value, limits, signal } = chart.points[i]!;
      return {
        period,
        level: area.level,
        area_code: area.area_code,
        area_name: found.get(period)?.area_name ?? area.area_name,
        measure: measure.id,
        unit: measure.unit,
        value,
        segment: segmentOf(i) + 1,
        mean: limits?.mean ?? null,
        lower: limits?.lower ?? null,
        upper: limits?.upper ?? null,
        signal: signal?.rule ?? null,
        direction: signal?.direction ?? null,
        marker: found.has(period) ? found.get(period)!.marker : '[z]',
      };
    });
    return whole(rows, {
      restarts: restarts.map((index) => months[index]!),
      suggested_restarts: suggested.map((index) => months[index]!),
      sentence: xmrSentence({
        measure,
        where: atPlace(area.level, area.area_name),
        mean: last.limits?.mean ?? null,
        months: last.months,
        suggested: suggested
          .filter((index) => !restarts.includes(index))
          .map((index) => months[index]!),
      }),
      targets: assuredTargets(measure, last),
    });
  },
});

/** The measure and place of a question, the months of its range, and every month between them. */
function asked({ release: { catalogue }, filters }: Question<'measure' | 'area' | 'from' | 'to'>) {
  const measure = single('measure', filters.measure, ({ id }) => id);
  const area = single('area', filters.area, ({ area_code }) => area_code);
  const everyMonth = catalogue.periods.map(({ period }) => period);
  const periods =
    filters.from || filters.to
      ? periodsOf({ from: filters.from, to: filters.to }, catalogue)
      : everyMonth;
  return { measure, area, periods, months: monthsBetween(periods[0]!, periods.at(-1)!) };
}

/** The figures of one measure and place by month. */
async function figuresOf(
  { release }: Pick<Question, 'release'>,
  measure: Measure,
  area: AreaRow,
  periods: readonly string[],
): Promise<Map<string, FigureRow>> {
  const rows = await allFigures(release, {
    level: area.level,
    measures: [measure],
    periods,
    areas: [area.area_code],
    group: groupOf([area]),
  });
  return new Map(rows.map((row) => [row.period, row]));
}

/** Throws for months outside the range, and for `suggested` beside them. */
function checkRestarts(asked: readonly string[] = [], months: readonly string[]): void {
  if (asked.includes('suggested')) {
    if (asked.length === 1) return;
    throw badParameter('restarts', asked.join(','), 'suggested cannot be combined with months');
  }
  const stray = asked.find((month) => !months.includes(month));
  if (stray === undefined) return;
  const range = `${months[0]} to ${months.at(-1)}`;
  throw badParameter('restarts', stray, `not a month of the range ${range}: ${stray}`);
}

/** Indices of the months from which limits start afresh. */
function restartsOf(
  asked: readonly string[] = [],
  months: readonly string[],
  suggested: readonly number[],
): number[] {
  if (asked.includes('suggested')) return [...suggested];
  return [...asked].sort().map((month) => months.indexOf(month));
}

/** The months with a figure in the last stretch, and its limits. */
function lastStretch({ segments, points }: XmrChart, months: readonly string[]): Stretch {
  const { from, to, limits } = segments.at(-1)!;
  return {
    limits,
    months: points
      .slice(from, to)
      .flatMap(({ value, signal }, i) =>
        value === null ? [] : [{ period: months[from + i]!, value, signal }],
      ),
  };
}
