import { describe, expect, it } from 'vitest';
import type { PlaceLevel } from '../../../data/definitions/levels.ts';
import type { Against } from '../../../server/figures/benchmarks.ts';
import { varyTooMuch, verdictOn } from '../../../server/figures/verdicts.ts';
import type { FigureRow } from '../../../server/store/queries/figures.ts';

const figure = (level: PlaceLevel, value: number, measure = 'records_enabled'): FigureRow => ({
  ...{ period: '2018-09', level, area_code: 'A81001', area_name: 'ELM', measure },
  ...{ unit: 'percent of patients', numerator: value * 100, denominator: 10_000, value },
  ...{ marker: null, practices: 1, practices_reported: 1 },
});

type Benchmark = Parameters<typeof verdictOn>[2];
type Position = NonNullable<Against['among']>['position'];

const england = (places: number | null, position: Position): Benchmark => ({
  ...{ level: 'england', rest: 4, value: 4 },
  among: places === null ? null : { place: 1, places, equal: 0, below: 0, position },
});
const peers = (rest: number, p25: number, p75: number): Benchmark => ({
  ...{ level: 'peers', rest, value: rest, among: null, middle: { p25, p75 } },
});
const wide = { lower: 0, upper: 100 };
const around = (value: number) => ({ lower: value - 0.1, upper: value + 0.1 });

describe('the verdict on an area', () => {
  const few = 'too few CCGs to tell unusual from usual';
  const usual = 'the difference is no larger than is usual between CCGs';
  it.each<[number, Benchmark, string, string | null]>([
    [7, england(20, 'above_95'), 'higher', null],
    [7, england(20, 'inside'), 'no clear difference', usual],
    [1, england(200, 'below_998'), 'lower', null],
    [4.05, england(200, 'above_95'), 'about the same', null],
    [7, england(19, 'above_998'), 'not compared', few],
    [7, england(null, null), 'not compared', few],
    [7, england(200, null), 'not compared', few],
  ])('at %s%% in %j is %s', (value, against, verdict, reason) => {
    // Its own interval plays no part.
    for (const interval of [wide, around(value), null]) {
      expect(verdictOn(figure('ccg', value), interval, against)).toEqual({ verdict, reason });
    }
  });

  it('is none without a figure to compare it with, and for a group', () => {
    const unknown = { ...england(200, 'above_95'), rest: null };
    expect(verdictOn(figure('ccg', 7), wide, unknown)).toEqual({
      verdict: 'not compared',
      reason: 'there is no figure to compare it with',
    });
    expect(verdictOn(figure('group', 7), around(7), england(200, 'above_95'))).toEqual({
      verdict: 'not compared',
      reason: 'there are no other groups like it to tell unusual from usual',
    });
  });
});

describe('the verdict on a practice', () => {
  it('is by its interval against an area, whatever its rank', () => {
    const against = england(200, 'below_998');
    const verdict = (value: number, interval: typeof wide) =>
      verdictOn(figure('practice', value), interval, against);
    expect(verdict(7, around(7))).toEqual({ verdict: 'higher', reason: null });
    expect(verdict(1, around(1))).toEqual({ verdict: 'lower', reason: null });
    expect(verdict(7, wide)).toEqual({
      verdict: 'no clear difference',
      reason: 'too few patients to tell',
    });
  });

  it('is a side for one percentage point or, beside less than four, for a quarter of what it is compared with', () => {
    const rest = { ...england(200, 'inside'), rest: 0.24, value: 0.24 };
    const verdict = (value: number, against: Benchmark) => {
      const interval = { lower: value - 0.01, upper: value + 0.01 };
      return verdictOn(figure('practice', value), interval, against).verdict;
    };
    expect([0.17, 0.19, 0.29, 0.31, 1].map((value) => verdict(value, rest))).toEqual([
      'lower',
      'about the same',
      'about the same',
      'higher',
      'higher',
    ]);
    expect([4.9, 5.1].map((value) => verdict(value, england(200, 'inside')))).toEqual([
      'about the same',
      'higher',
    ]);
    expect([0.7, 0.8].map((value) => verdict(value, peers(0.6, 0.5, 0.65)))).toEqual([
      'about the same',
      'higher',
    ]);
  });

  it('is none on what it decides for all of its patients', () => {
    const offered = figure('practice', 100, 'records_offered');
    expect(verdictOn(offered, null, england(200, 'inside'))).toEqual({
      verdict: 'not compared',
      reason: 'a practice either offers it or does not',
    });
  });

  it('against peers is higher or lower only outside their middle half', () => {
    const verdict = (value: number) =>
      verdictOn(figure('practice', value), around(value), peers(6, 5, 8)).verdict;
    expect([4, 5, 7, 8, 9].map(verdict)).toEqual([
      'lower',
      'no clear difference',
      'no clear difference',
      'no clear difference',
      'higher',
    ]);
    const inside = verdictOn(figure('practice', 8), around(8), peers(6, 5, 8));
    expect(inside.reason).toBe('it is in the middle half of similar practices');
  });

  it('against peers is none if they vary by more than their median', () => {
    expect(verdictOn(figure('practice', 20), around(20), peers(6, 5, 11.1))).toEqual({
      verdict: 'not compared',
      reason: 'similar practices vary too much among themselves to compare with',
    });
    expect(varyTooMuch({ p25: 5, p75: 11 }, 6)).toBe(false);
    expect(varyTooMuch({ p25: 5, p75: 11.1 }, 6)).toBe(true);
  });
});
