import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { monthsBetween } from '../../../data/definitions/months.ts';
import { xmrSaid } from '../../../server/api/endpoints/xmr.ts';
import { drawnFrom } from '../../../server/api/xmrOf.ts';
import type { FigureRow } from '../../../server/store/queries/figures.ts';

const measure = measureOf('records_enabled');
const periods = monthsBetween('2018-04', '2019-03');

/** The chart of a practice of 6,800 patients with a number set up in each month. */
const drawn = (
  people: readonly (number | null)[],
  asked: Partial<Parameters<typeof drawnFrom>[0]> = {},
) =>
  drawnFrom(
    { measure, periods, view: 'changes', restarts: ['suggested'], ...asked },
    people.map((numerator, i) => ({
      period: (asked.periods ?? periods)[i]!,
      level: 'practice',
      area_code: 'A81001',
      area_name: 'The Surgery',
      measure: measure.id,
      unit: measure.unit,
      numerator,
      denominator: 6800,
      value: numerator === null ? null : (numerator / 6800) * 100,
      marker: null,
      practices: 1,
      practices_reported: numerator === null ? 0 : 1,
    })) as FigureRow[],
    [],
  );

describe('limits that start afresh after months without a file', () => {
  const alike = (from: number) => Array.from({ length: 9 }, (_, i) => from + (i % 2));
  const people = [...alike(400), ...alike(900)];

  it('are not to be restarted in the first month after them', () => {
    const withGap = [
      ...monthsBetween('2018-04', '2018-12'),
      ...monthsBetween('2019-04', '2019-12'),
    ];
    const chart = drawn(people, { view: 'level', restarts: [], periods: withGap });
    expect(chart.suggested).toEqual([{ period: '2019-04', cause: null }]);
    expect(xmrSaid(chart, 'at The Surgery', 'level')).toBe(
      'For the share of patients at The Surgery who were set up to see their record online, none of 9 months since April 2019 stands out from what is usual from month to month (mean 13.2%). Limits from fewer than 12 months are provisional.',
    );
  });

  it('could be restarted in the same month if no month is without a file', () => {
    const without = monthsBetween('2018-07', '2019-12');
    const chart = drawn(people, { view: 'level', restarts: [], periods: without });
    expect(xmrSaid(chart, 'at The Surgery', 'level')).toMatch(
      / The figures jump in April 2019; limits could be restarted there\.$/,
    );
  });
});

describe('a break in the figures of a practice', () => {
  it('is found if many more are set up', () => {
    const { suggested, setAside } = drawn([1, 1, 0, 0, 0, 0, 0, 0, 400, 401, 401, 402]);
    expect(suggested).toEqual([{ period: '2018-12', cause: null }]);
    expect(setAside.map(({ period }) => period)).toEqual(['2018-12']);
  });

  it('is not found between small numbers of people, with or without a missing month in between', () => {
    expect(drawn([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]).suggested).toEqual([]);
    expect(drawn([0, 0, 0, 0, 0, 0, 0, null, 9, 9, 9, 9]).suggested).toEqual([]);
  });

  it('is found if few people become many, or many few', () => {
    expect(drawn([1, 1, 1, 1, 1, 1, 400, 401, 400, 402, 401, 403]).suggested).toHaveLength(1);
    expect(drawn([400, 401, 400, 402, 401, 403, 1, 1, 1, 1, 1, 1]).suggested).toHaveLength(1);
  });
});
