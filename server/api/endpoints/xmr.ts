import { filterIds } from '../../../data/definitions/filterIds.ts';
import { fewestPoints, type XmrView, xmrViews } from '../../../data/definitions/xmrViews.ts';
import type { XmrChart } from '../../../data/statistics/xmr.ts';
import type { SignalRule } from '../../../data/statistics/xmrSignals.ts';
import { decides } from '../../../data/words/comparison.ts';
import { isFew } from '../../../data/words/figure.ts';
import { xmrSentence } from '../../../data/words/time.ts';
import {
  afreshSentence,
  climbSentence,
  type MonthPeople,
  restartSentence,
  usualSentence,
} from '../../../data/words/usual.ts';
import { whole } from '../../table.ts';
import { assuredTargetFields, assuredTargets, type Stretch } from '../assuredTargets.ts';
import { choiceOf, whereOf } from '../chosenPractices.ts';
import { table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';
import { lastChanges, type Xmr, xmrOf } from '../xmrOf.ts';
import { markerColumn, measureColumns, placeColumns, sentenceField } from './columns.ts';

const rules: readonly SignalRule[] = ['outside_limits', 'trend', 'near_limit', 'one_side'];

export const xmr = table({
  path: '/xmr',
  summary: 'What is usual from month to month, and which months are unusual',
  description: `The figure of one measure and place by month, as an XmR chart: the mean and limits of what is usual (lower and upper process limit) and the first signal each month gives. Limits start afresh at each of \`restarts\` and after months without a file. With \`view=changes\` each value is the change since the month before, for figures that climb, and the changes into \`restarts\` are set aside: they have a cause and take no part in the limits; with \`view=trend\` the mean is a line through the means of both halves of the stretch, and the limits run along it; with \`view=working_days\` the rate is divided by the working days of the month (Monday to Friday without the bank holidays of England). A month without a figure is an empty row. \`meta\` has the restarts used, those suggested where a step is plain, what the chart shows as a sentence, and whether what is usual meets the targets of the measure. Limits need two figures in a row; sentences call nothing usual by fewer than ${fewestPoints}, and those of less than twelve months provisional.`,
  parameters: ['measure', 'area', 'boundaries', 'from', 'to', 'restarts', 'view', ...filterIds],
  required: ['measure', 'area'],
  one: ['measure', 'area'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    {
      name: 'value',
      type: 'number',
      nullable: true,
      description:
        'The figure in the unit, or what `view` makes of it; none where nobody reported it that month.',
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
      description: 'Months in which the practice changed supplier or the figures break.',
    },
    {
      name: 'view',
      type: 'string',
      enum: xmrViews,
      description: 'What is charted.',
    },
    {
      name: 'restart_reasons',
      type: 'object',
      many: true,
      description: 'The suggested months, each with its cause.',
      fields: [
        { name: 'period', type: 'string', description: 'The month.' },
        {
          name: 'cause',
          type: 'string',
          nullable: true,
          description: 'What happened then; none where the figures alone show a break.',
        },
      ],
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
  async rows({ release, filters }) {
    const measure = single('measure', filters.measure, ({ id }) => id);
    const area = single('area', filters.area, ({ area_code }) => area_code);
    const all = release.catalogue.periods.map(({ period }) => period);
    const range = { from: filters.from, to: filters.to };
    const periods = range.from || range.to ? periodsOf(range, release.catalogue) : all;
    const view = filters.view ?? 'level';
    const { restarts } = filters;
    const only = choiceOf(filters, release, { measures: [measure], periods });
    const drawn = await xmrOf({ release, measure, area, periods, view, restarts, only });
    const { chart, months, figures } = drawn;
    const segmentOf = (index: number) => chart.segments.findIndex(({ to }) => index < to);
    const rows = months.map((period, i) => {
      const { value, limits, signal } = chart.points[i]!;
      const figure = figures.get(period);
      return {
        period,
        level: area.level,
        area_code: area.area_code,
        area_name: figure?.area_name ?? area.area_name,
        measure: measure.id,
        unit: drawn.measure.unit,
        value,
        segment: segmentOf(i) + 1,
        mean: limits?.mean ?? null,
        lower: limits?.lower ?? null,
        upper: limits?.upper ?? null,
        signal: signal?.rule ?? null,
        direction: signal?.direction ?? null,
        marker: value === null && figure?.value != null ? '[z]' : figure ? figure.marker : '[z]',
      };
    });
    const last = lastStretch(chart, months);
    return whole(rows, {
      restarts: drawn.restarts,
      suggested_restarts: drawn.suggested.map(({ period }) => period),
      view,
      restart_reasons: drawn.suggested,
      sentence: xmrSaid(drawn, whereOf(periods.at(-1)!, area, only), view),
      targets: view === 'level' ? assuredTargets(measure, last) : [],
    });
  },
});

/** What a chart shows, and in which months its limits could start afresh, as sentences. */
export function xmrSaid(drawn: Xmr, where: string, view: XmrView): string {
  const { measure, restarts, suggested } = drawn;
  if (!drawn.isJudged) return `No month is usual or unusual, because ${decides}.`;
  const last = lastStretch(drawn.chart, drawn.months);
  const begun = new Set(drawn.chart.segments.map(({ from }) => drawn.months[from]!));
  const open = restartSentence(
    suggested.filter(({ period }) => !restarts.includes(period) && !begun.has(period)),
  );
  const said =
    view === 'changes'
      ? usualSentence({
          measure,
          where,
          months: lastChanges(drawn),
          limits: last.limits,
          setAside: drawn.setAside,
          people: fewPeople(drawn),
        })
      : view === 'trend'
        ? climbSentence({
            measure,
            where,
            months: last.months,
            limits: drawn.chart.points.at(-1)!.limits,
          })
        : xmrSentence({ measure, where, mean: last.limits?.mean ?? null, months: last.months });
  const used = suggested.filter(({ period, cause }) => cause && restarts.includes(period));
  const afresh = view === 'changes' ? '' : afreshSentence(used);
  return [said, afresh, open].filter(Boolean).join(' ');
}

/** The number of people in each month of the last stretch, if it is small in all of them; else null. */
function fewPeople({ measure, figures, months, chart }: Xmr): MonthPeople[] | null {
  const known = months.slice(Math.max(0, chart.segments.at(-1)!.from - 1)).flatMap((period) => {
    const figure = figures.get(period);
    return figure?.value == null ? [] : [figure];
  });
  if (!known.every((figure) => isFew(figure, measure))) return null;
  return known.map(({ period, numerator }) => ({ period, people: numerator! }));
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
