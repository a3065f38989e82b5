import { levelIds } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { compare, comparisonWord } from '../../../data/statistics/benchmark.ts';
import {
  againstSentence,
  naturalVariation,
  whyNotCompared,
} from '../../../data/words/comparison.ts';
import { rowSentence } from '../../../data/words/figureRow.ts';
import { type Against, Benchmarks } from '../../figures/benchmarks.ts';
import { at, type JudgedFigure } from '../../figures/judgement.ts';
import { pauses } from '../../pace.ts';
import { type Column, sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { england, levelsOf } from '../places.ts';
import { askedMeasures, periodsOf } from '../scope.ts';
import { figuresAsked } from '../size.ts';
import {
  comparisonValues,
  comparisonWords,
  countColumns,
  limitColumns,
  measureColumn,
  measureColumns,
  naturalVariationField,
  placeColumns,
} from './columns.ts';
import { judgedFigures } from './figures.ts';

const againstColumns: readonly Column[] = [
  {
    name: 'against_level',
    type: 'string',
    enum: [...levelIds.filter((id) => id !== 'practice'), 'peers'],
    description: 'What it is held against: England, an area it lay in that month, or its peers.',
  },
  { name: 'against_code', type: 'string', description: 'Code of that area, or `peers`.' },
  { name: 'against_name', type: 'string', description: 'Its name.' },
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
      description: `Higher or lower where natural variation at ${level} lies wholly beyond that value.`,
    };
  }),
  {
    name: 'word',
    type: 'string',
    enum: comparisonWords,
    description:
      'The comparison at 95% in the words of the measure: better or worse only where more is better.',
  },
  {
    name: 'reason',
    type: 'string',
    nullable: true,
    description: 'Why it is not compared; none where it is.',
  },
  { name: 'sentence', type: 'string', description: 'The comparison in plain English.' },
];

/** Things that a figure of the question is held against at most: an area of each level above it, and peers. */
const mostAgainst = ({ filters }: Question<Name>): number =>
  Math.max(1, ...levelsOf(filters).map((level) => [...levelIds, 'peers'].indexOf(level) + 1));

const names = ['measure', 'level', 'area', 'parent', 'boundaries', 'period', 'from', 'to'] as const;
type Name = (typeof names)[number];

export const comparisons = table({
  path: '/comparisons',
  summary: 'Figures held against England, the areas they lie in, and practices like them',
  description:
    'One row for each figure and each thing it is held against: England, its region, subregion and CCG of that month and, for practices in a single month, the median of the ten practices most like it. Regions without `level`, `area` or `parent`. The comparison is of the figure’s natural variation with the other value; `meta.natural_variation` says what that is.',
  parameters: names,
  columns: [
    ...placeColumns,
    ...measureColumns,
    ...countColumns,
    ...limitColumns('natural variation'),
    ...againstColumns,
  ],
  meta: [naturalVariationField],
  example: 'measure=records_enabled&level=region&period=latest',
  most: (question) => figuresAsked(placed(question)) * mostAgainst(placed(question)),
  rows(question) {
    const { release, filters } = question;
    const periods = periodsOf(filters, release.catalogue);
    const measures = askedMeasures(filters.measure, release.catalogue, periods);
    const figures = judgedFigures(placed(question));
    const benchmarks = new Benchmarks(release, measures, periods);
    async function* chunks() {
      for await (const rows of together(figures.chunks)) {
        await benchmarks.read(rows);
        for (const some of sliced(rows, comparedAtOnce)) {
          yield some.flatMap((row) => benchmarks.of(row).map((one) => compared(row, one)));
        }
      }
    }
    return { chunks: chunks(), meta: { natural_variation: naturalVariation } };
  },
});

/** Figures that are compared at once, with half a dozen others each. */
const comparedAtOnce = 32;

/** Figures for which what they are held against is read together: fewer would ask the database too often. */
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

/** The question with the regions of England for places where it names none. */
function placed(question: Question<Name>): Question<Name> {
  const { release, filters } = question;
  const anywhere = !filters.level && !filters.area && !filters.parent;
  return anywhere ? { ...question, filters: { ...filters, parent: england(release) } } : question;
}

function compared(figure: JudgedFigure, against: Against): object {
  const interval = at(figure, 95);
  const comparison_95 = compare(interval, against.value);
  const comparison_998 = compare(at(figure, 998), against.value);
  const word = comparisonWord(comparison_95, measureOf(figure.measure).polarity);
  const { value } = figure;
  // Written out, because objects spread from others are slow by the ten thousand.
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
    comparison_95,
    comparison_998,
    word,
    reason: whyNotCompared(figure, against.value),
    sentence: againstSentence(figure, against, { comparison_998, word, interval }),
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
    const { chunks: figures, next } = judgedFigures(question);
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
    return { chunks: chunks(), next };
  },
});
