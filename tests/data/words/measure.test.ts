import { describe, expect, it } from 'vitest';
import { findMeasure, type Measure, measures } from '../../../data/definitions/measures.ts';
import type { TrendDirection } from '../../../data/statistics/trend.ts';
import { changeSentence } from '../../../data/words/change.ts';
import { formatChange } from '../../../data/words/changeParts.ts';
import { funnelSentence, movesSentence, spreadSentence } from '../../../data/words/charts.ts';
import { columnTitle, unitTitle, valueText } from '../../../data/words/english.ts';
import { claim, countsOf, figureSentence } from '../../../data/words/figure.ts';
import { figureSubject, kindOfFigure, whyNoInterval } from '../../../data/words/measure.ts';
import { rangeSentence } from '../../../data/words/ranges.ts';
import { sidesSentence } from '../../../data/words/sides.ts';
import { noTrendReason, trendWord, xmrSentence } from '../../../data/words/time.ts';
import { inventedMeasures, wrongOf } from '../../support/inventedMeasures.ts';

const measureOf = (id: string): Measure =>
  findMeasure(id) ?? inventedMeasures.find((one) => one.id === id)!;

const period = '2019-03';
const figure = { numerator: 12, denominator: 240, marker: null };
const place = { level: 'region', name: 'LONDON' } as const;
const side = { ...place, ...figure, word: 'not compared', reason: null } as const;

/** Every text about 12 of 240, or 12.5 in the measure's unit, and about 10 before. */
function said(measure: Measure): string[] {
  const value = measure.form === 'count' ? 12 : 12.5;
  return [
    valueText(value, measure),
    columnTitle(measure),
    unitTitle(measure),
    countsOf(figure, measure),
    countsOf({ ...figure, practices: 40, reported: 38 }, measure),
    formatChange(value - 10, measure),
    kindOfFigure(measure),
    whyNoInterval(measure) ?? '',
    claim({ ...figure, value }, measure, 'in London', period),
    figureSentence({ ...figure, value }, measure, 'in London', period),
    figureSubject(measure, 'in London'),
    changeSentence({
      measure,
      where: 'in London',
      from: '2018-03',
      to: period,
      before: { ...figure, value: 10 },
      after: { ...figure, value },
      parts: null,
      alone: !measure.allOrNone,
    }),
    spreadSentence({
      measure,
      period,
      where: 'in London',
      practices: 40,
      p10: 10,
      p50: 11,
      p90: 12,
      here: { name: 'Elm Road', value, percentile: 93.2 },
    }),
    movesSentence(measure, [
      {
        ...place,
        first: { period: '2018-03', value: 10 },
        last: { period, value },
      },
    ]),
    rangeSentence(
      measure,
      [
        { ...place, ...figure, value },
        { level: 'region', name: 'NORTH', ...figure, value: 10 },
      ],
      { period, where: 'in England', benchmark: { level: 'england', name: 'England', value: 11 } },
    ),
    sidesSentence([{ ...side, value }], 11, measure, period),
    xmrSentence({
      measure,
      where: 'in London',
      months: Array.from({ length: 12 }, (_, i) => ({
        period: `2018-${String(i + 1).padStart(2, '0')}`,
        value: 10,
        signal: null,
      })),
      mean: 10,
    }),
    ...(measure.form === 'share'
      ? [
          funnelSentence({
            measure,
            period,
            level: 'region',
            where: 'in England',
            adjusted: true,
            mean: 11,
            places: 4,
            counts: { above_998: 1, above_95: 0, inside: 3, below_95: 0, below_998: 0 },
            here: [{ name: 'LONDON', value, position: 'above_998' }],
          }),
        ]
      : [noTrendReason(measure, 12, 12)]),
  ];
}

describe('everything said of a measure', () => {
  it.each([
    'records_enabled',
    'records_offered_practices',
    'records_use',
    'any_use',
    ...inventedMeasures.map(({ id }) => id),
  ])('%s', (id) => {
    expect(said(measureOf(id))).toMatchSnapshot();
  });
});

it.each([...measures, ...inventedMeasures].map((one) => [one.id, one] as const))(
  'nothing said of %s is wrong of what it counts',
  (_, measure) => {
    const texts = said(measure);
    expect(texts.flatMap((text) => wrongOf(measure, text))).toEqual([]);
    if (measure.counts !== 'transactions') return;
    expect(texts.filter((text) => text.includes('transaction')).length).toBeGreaterThan(8);
  },
);

describe('a measure for which lower is better', () => {
  const burden = measureOf('invented_burden');
  const steady = (direction: TrendDirection) => ({ direction, unsteady: false });

  it('gets worse if it rises', () => {
    expect(trendWord(steady('increasing'), burden, 1)).toBe('getting worse');
    expect(trendWord(steady('decreasing'), burden, -1)).toBe('getting better');
  });
});

describe('fewer than none', () => {
  it('are given as published', () => {
    const rate = measureOf('invented_rate');
    expect(
      figureSentence({ ...figure, numerator: -12, value: -50 }, rate, 'in London', period),
    ).toBe(
      'In March 2019, −12 patients in London were asked how they fared: −50.0 per 1,000 patients.',
    );
    expect(claim({ ...figure, value: -50 }, rate, 'in London', period)).toBe(
      'In March 2019 there were −50.0 patients who were asked how they fared per 1,000 patients in London',
    );
  });
});
