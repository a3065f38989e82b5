import { levelIds } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { compare } from '../../../data/statistics/benchmark.ts';
import { meaningOf, verdicts } from '../../../data/statistics/verdict.ts';
import { againstSentence } from '../../../data/words/comparison.ts';
import { rowSentence } from '../../../data/words/figureRow.ts';
import { type Against, Benchmarks } from '../../figures/benchmarks.ts';
import { at, type JudgedFigure } from '../../figures/judgement.ts';
import { verdictOn } from '../../figures/verdicts.ts';
import { pauses } from '../../pace.ts';
import { type Column, sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { againstLevels } from '../parameters.ts';
import { england, levelsOf } from '../places.ts';
import { askedMeasures, periodsOf } from '../scope.ts';
import { figuresAsked } from '../size.ts';
import {
  comparisonValues,
  countColumns,
  intervalFields,
  intervalTold,
  measureColumn,
  measureColumns,
  placeColumns,
  wilsonLimits,
} from './columns.ts';
import { judgedFigures } from './figures.ts';

const againstColumns: readonly Column[] = [
  {
    name: 'against_level',
    type: 'string',
    enum: againstLevels,
    description: 'What it is compared with: England, an area it was in that month, or its peers.',
  },
  { name: 'against_code', type: 'string', description: 'Code of that area, or `peers`.' },
  { name: 'against_name', type: 'string', description: 'Its name in that month.' },
  {
    name: 'against_value',
    type: 'number',
    nullable: true,
    description: 'Its value, in the unit.',
  },
  {
    name: 'difference',
    type: 'number',
    nullable: true,
    description: 'The value less that value, in the unit (percentage points for percentages).',
  },
  ...(['comparison_95', 'comparison_998'] as const).map((name): Column => {
    const level = name === 'comparison_95' ? '95%' : '99.8%';
    return {
      name,
      type: 'string',
      enum: comparisonValues,
      description: `Where the figure’s ${level} confidence interval (Wilson) is against that value: higher or lower where it is wholly beyond. It says how few people are counted and is no verdict.`,
    };
  }),
  {
    name: 'word',
    type: 'string',
    enum: verdicts,
    description:
      'The verdict, against `rest_value`. Of areas: a side only beyond the 95% limits of the adjusted funnel of their level within what they are compared with, of 20 places or more. Of practices: a side only where the 95% confidence interval excludes that value and the difference is at least `least_difference` of the measure (`/measures`) or a quarter of that value and, against peers, the figure is outside their middle half.',
  },
  {
    name: 'reason',
    type: 'string',
    nullable: true,
    description: 'Why no side is taken; none where one is, or where the two are about the same.',
  },
  { name: 'sentence', type: 'string', description: 'The comparison in plain English.' },
  {
    name: 'rest_value',
    type: 'number',
    nullable: true,
    description:
      'What it is compared with, in the unit: the value of that area without the place itself; of peers their median.',
  },
  {
    name: 'place',
    type: 'integer',
    nullable: true,
    description:
      'Its rank among the places of its level there, or among its peers and itself, 1 the highest. Of practices only where a single month is asked for.',
  },
  {
    name: 'places',
    type: 'integer',
    nullable: true,
    description: 'How many have a value, itself included.',
  },
  {
    name: 'meaning',
    type: 'string',
    nullable: true,
    enum: ['better', 'worse'],
    description: 'What higher or lower means by the polarity of the measure, for who asks for it.',
  },
  {
    name: 'places_equal',
    type: 'integer',
    nullable: true,
    description: 'How many of the others have the same value, and so the same rank.',
  },
];

/** The most benchmarks that a figure can have: an area of each level above it, and peers. */
const mostAgainst = ({ filters }: Question<Name>): number =>
  Math.max(1, ...levelsOf(filters).map((level) => [...levelIds, 'peers'].indexOf(level) + 1));

const names = ['measure', 'level', 'area', 'parent', 'boundaries', 'period', 'from', 'to'] as const;
type Name = (typeof names)[number];

export const comparisons = table({
  path: '/comparisons',
  summary: 'Figures compared with England, the areas they are in, and similar practices',
  description:
    'One row for each figure and each thing it is compared with: England, its region, subregion and CCG of that month and, for practices in a single month, the median of the 30 practices most like it. Regions without `level`, `area` or `parent`. A figure is compared with the rest of the area it is in, never with itself; an area that is nothing but the place has no row. `word` is the verdict; `meta.confidence_interval` says what the interval may be taken for. Of many areas compared at once some look unusual by accident: at 95% about one in twenty.',
  parameters: [...names, 'benchmark'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    ...countColumns,
    ...wilsonLimits,
    ...againstColumns,
  ],
  meta: intervalFields,
  example: 'measure=records_enabled&level=region&period=latest',
  most: (question) => figuresAsked(placed(question)) * mostAgainst(placed(question)),
  rows(question) {
    const { release, filters } = question;
    const periods = periodsOf(filters, release.catalogue);
    const measures = askedMeasures(filters.measure, release.catalogue, periods);
    const figures = judgedFigures(placed(question));
    const benchmarks = new Benchmarks(release, measures, periods, filters.benchmark);
    async function* chunks() {
      for await (const rows of together(figures.chunks)) {
        await benchmarks.read(rows);
        for (const some of sliced(rows, comparedAtOnce)) {
          yield some.flatMap((row) => benchmarks.of(row).map((one) => compared(row, one)));
        }
      }
    }
    return { chunks: chunks(), meta: intervalTold };
  },
});

/** Figures compared in one go, with about half a dozen benchmarks each. */
const comparedAtOnce = 8;

/** Figures whose benchmarks are read together. Fewer would mean too many queries. */
const readAtOnce = 4000;

async function* together(chunks: AsyncIterable<JudgedFigure[]>): AsyncGenerator<JudgedFigure[]> {
  let rows: JudgedFigure[] = [];
  const pause = pauses();
  for await (const chunk of chunks) {
    for (const row of chunk) rows.push(row);
    await pause();
    if (rows.length < readAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length) yield rows;
}

/** The question, with the regions of England if it names no places. */
function placed(question: Question<Name>): Question<Name> {
  const { release, filters } = question;
  const anywhere = !filters.level && !filters.area && !filters.parent;
  return anywhere ? { ...question, filters: { ...filters, parent: england(release) } } : question;
}

function compared(figure: JudgedFigure, against: Against): object {
  const interval = at(figure, 95);
  const { verdict, reason } = verdictOn(figure, interval, against);
  const { value } = figure;
  // Written out, because spreading is slow for tens of thousands of objects.
  return {
    period: figure.period,
    level: figure.level,
    area_code: figure.area_code,
    area_name: figure.area_name,
    measure: figure.measure,
    unit: figure.unit,
    numerator: figure.numerator,
    denominator: figure.denominator,
    value,
    marker: figure.marker,
    lower_95: figure.lower_95,
    upper_95: figure.upper_95,
    lower_998: figure.lower_998,
    upper_998: figure.upper_998,
    against_level: against.level,
    against_code: against.code,
    against_name: against.name,
    against_value: against.value,
    difference: value === null || against.value === null ? null : value - against.value,
    comparison_95: compare(interval, against.value),
    comparison_998: compare(at(figure, 998), against.value),
    word: verdict,
    reason,
    sentence: againstSentence(figure, against, {
      verdict,
      reason,
      interval,
      among: against.among,
    }),
    rest_value: against.rest,
    place: against.among?.place ?? null,
    places: against.among?.places ?? null,
    meaning: meaningOf(verdict, measureOf(figure.measure).polarity),
    places_equal: against.among?.equal ?? null,
  };
}

export const sentences = table({
  path: '/sentences',
  summary: 'Figures as plain English sentences',
  description:
    'The figures that `/figures` answers to the same question, each as a sentence with its month, place, numerator and denominator, and its coverage where more than one practice in twenty did not report.',
  parameters: [...names, 'limit', 'cursor'],
  columns: [
    ...placeColumns,
    measureColumn,
    { name: 'sentence', type: 'string', description: 'The figure in plain English.' },
  ],
  example: 'measure=records_offered,records_enabled&area=E92000001&period=latest',
  most: figuresAsked,
  rows(question) {
    const { chunks: figures, ...paging } = judgedFigures(question);
    async function* chunks() {
      for await (const rows of figures) {
        yield rows.map((row) => ({
          period: row.period,
          level: row.level,
          area_code: row.area_code,
          area_name: row.area_name,
          measure: row.measure,
          sentence: rowSentence(row),
        }));
      }
    }
    return { chunks: chunks(), ...paging };
  },
});
