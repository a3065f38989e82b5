import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { monthsBetween } from '../../../data/definitions/months.ts';
import { drawnFrom } from '../../../server/api/xmrOf.ts';
import type { FigureRow } from '../../../server/store/queries/figures.ts';

const measure = measureOf('records_enabled');
const periods = monthsBetween('2018-04', '2019-03');

/** The chart of a practice of 6,800 patients with a number set up in each month. */
const drawn = (people: readonly (number | null)[]) =>
  drawnFrom(
    { measure, periods, view: 'changes', restarts: ['suggested'] },
    people.map((numerator, i) => ({
      period: periods[i]!,
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
