import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { monthsBetween } from '../../../data/definitions/months.ts';
import type { TrendDirection } from '../../../data/statistics/trend.ts';
import type { Signal } from '../../../data/statistics/xmrSignals.ts';
import { noTrendReason, trendWord, xmrSentence } from '../../../data/words/time.ts';

const enabled = measureOf('records_enabled');
const use = measureOf('records_use');
const above: Signal = { rule: 'outside_limits', direction: 'up' };

/** Twelve months of 4%, with signals at the given months. */
const months = (signals: Record<string, Signal> = {}) =>
  monthsBetween('2014-04', '2015-03').map((period) => ({
    period,
    value: 4,
    signal: signals[period] ?? null,
  }));
const reading = { measure: enabled, where: 'in England', mean: 4 };

describe('xmrSentence', () => {
  it('says that nothing stands out', () => {
    expect(xmrSentence({ ...reading, months: months() })).toBe(
      'For the share of patients in England who were set up to see their record online, none of 12 months since April 2014 stands out from what is usual from month to month (mean 4.0%).',
    );
  });

  it('says how many months stand out and what the latest does', () => {
    expect(xmrSentence({ ...reading, months: months({ '2014-09': above }) })).toContain(
      ', 1 of 12 months since April 2014 stands out from what is usual from month to month (mean 4.0%).',
    );
    const both = months({ '2014-09': above, '2015-03': above });
    expect(xmrSentence({ ...reading, months: both })).toContain(
      '2 of 12 months since April 2014 stand out from what is usual from month to month (mean 4.0%); the latest, March 2015 (4.0%), is above the upper limit.',
    );
  });

  it('warns if limits do not suit the figure', () => {
    const all = Object.fromEntries(months().map(({ period }) => [period, above]));
    const climbing = months(all).map((month, i) => ({ ...month, value: 3 + i / 5 }));
    expect(xmrSentence({ ...reading, months: climbing })).toBe(
      'The share of patients in England who were set up to see their record online was 3.0% in April 2014 and 5.2% in March 2015. It moves rather than varying around a level, so limits around its mean (4.0%) do not show what is usual; its changes from month to month do.',
    );
    expect(xmrSentence({ ...reading, months: months().slice(0, 7) })).toContain(
      'Limits from fewer than 12 months are provisional.',
    );
  });

  it('says why nothing can be said', () => {
    expect(xmrSentence({ ...reading, months: [] })).toBe(
      'No month of the range has a figure in England.',
    );
    const tooFew =
      'Too few months in England since April 2014 have a figure to show what is usual from month to month.';
    expect(xmrSentence({ ...reading, mean: null, months: months().slice(0, 1) })).toBe(tooFew);
    expect(xmrSentence({ ...reading, months: months().slice(0, 4) })).toBe(tooFew);
    expect(xmrSentence({ ...reading, months: months().slice(0, 5) })).toMatch(
      /none of 5 months .* Limits from fewer than 12 months are provisional\.$/,
    );
  });

  it('calls a rate a rate', () => {
    expect(xmrSentence({ ...reading, measure: use, mean: 120, months: months() })).toContain(
      'For the rate of transactions to see their record online in England, none',
    );
  });
});

const steady = (direction: TrendDirection) => ({ direction, unsteady: false });

describe('trendWord', () => {
  it('says that an unsteady figure moved', () => {
    expect(trendWord({ direction: 'no_change', unsteady: true }, enabled, -37)).toBe(
      'moved, but not steadily one way',
    );
  });

  it('says better or worse only if the measure has a polarity', () => {
    expect(trendWord(steady('increasing'), enabled, 1)).toBe('getting better');
    expect(trendWord(steady('decreasing'), enabled, -1)).toBe('getting worse');
    expect(trendWord(steady('increasing'), use, 1)).toBe('increasing');
    expect(trendWord(steady('decreasing'), use, -1)).toBe('decreasing');
    expect(trendWord(steady('increasing'), enabled, -5)).toBe('increasing');
    expect(trendWord(steady('decreasing'), enabled, null)).toBe('decreasing');
    expect(trendWord(steady('no_change'), enabled, 1)).toBe('no significant change');
    expect(trendWord(steady('cannot_be_calculated'), use, 1)).toBe('cannot be calculated');
  });

  it('has a reason for each way it cannot be calculated', () => {
    expect(noTrendReason(use, 12, 12)).toContain('transactions are not people');
    expect(noTrendReason(enabled, 4, 12)).toBe(
      'only 4 of the last 12 months have a figure, and five are needed',
    );
    expect([1, 0].map((known) => noTrendReason(enabled, known, 12))).toEqual([
      'only 1 of the last 12 months has a figure, and five are needed',
      'none of the last 12 months has a figure, and five are needed',
    ]);
    expect(noTrendReason(enabled, 5, 12)).toContain('has no confidence interval');
  });
});
