import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { targets } from '../../../data/definitions/targets.ts';
import { courseForTarget, type MonthCounts } from '../../../data/statistics/targets.ts';
import {
  assuranceSentence,
  type Outlook,
  targetInBrief,
  targetSentence,
} from '../../../data/words/targets.ts';

const target = targets.find(({ id }) => id === 'thirty-percent-2019')!;

const month = (name: string, percent: number | null): MonthCounts => ({
  month: name,
  numerator: percent === null ? null : percent * 1000,
  denominator: percent === null ? null : 100_000,
});

function said(
  months: MonthCounts[],
  period: string,
  measure = target.measure,
  outlook: Outlook | null = null,
) {
  const course = courseForTarget(months, target, 100);
  const words = {
    target,
    measure: measureOf(measure),
    course,
    outlook,
    where: 'in England',
    period,
  };
  return { state: course.state, sentence: targetSentence(words) };
}

describe('targetSentence', () => {
  it('says whether it was met or missed, and by how many', () => {
    expect(said([month('2019-03', 31)], '2019-03')).toEqual({
      state: 'met',
      sentence:
        '31.0% of patients in England were set up for at least one online service in March 2019: the target of 30% by March 2019 is met.',
    });
    expect(said([month('2019-03', 112)], '2019-03').sentence).toMatch(
      /is met\. More are counted than there are: it was published so\.$/,
    );
    expect(said([month('2019-03', 29)], '2019-03')).toEqual({
      state: 'missed',
      sentence:
        '29.0% of patients in England were set up for at least one online service in March 2019, 1,000 patients short of the target of 30% by March 2019: it was missed.',
    });
  });

  it('gives a projection with its range', () => {
    const range = { lower: 26.9, upper: 29.6 };
    const outlook = (state: 'likely' | 'unlikely' | 'cannot_say') =>
      said([month('2018-12', 25)], '2018-12', target.measure, { state, projected: 28, range });
    expect(outlook('unlikely').sentence).toBe(
      '25.0% of patients in England were set up for at least one online service in December 2018, 5,000 patients short of the target of 30% by March 2019; it is unlikely to be met: at its usual pace (the median monthly change) it would be 28.0% (95% range 26.9% to 29.6%).',
    );
    expect(outlook('likely').sentence).toContain('; it is likely to be met: at its usual pace');
    expect(outlook('cannot_say').sentence).toContain(
      '; whether it will be met is not known: at its usual pace',
    );
  });

  it('says why there is no projection', () => {
    const reason = 'for one practice no projection is better than that it stays as it is';
    const cannot = { state: 'cannot_say', reason } as const;
    expect(said([month('2018-09', 25)], '2018-09', target.measure, cannot).sentence).toMatch(
      /5,000 patients short of .*; whether it will be met is not known: for one practice no projection is better than that it stays as it is\.$/,
    );
    expect(said([month('2019-01', 25), month('2019-04', null)], '2019-04').sentence).toMatch(
      /; without a figure for March 2019 whether it was met is not known\.$/,
    );
    expect(said([], '2018-09').sentence).toContain(
      'no figure in England for the year to September 2018',
    );
  });

  it('says what a stand-in service can show', () => {
    expect(said([month('2018-09', 31)], '2018-09', 'records_enabled').sentence).toBe(
      '31.0% of patients in England were set up to see their record online in September 2018, so the target of 30% by March 2019 is met, though how many were set up for at least one online service was not counted.',
    );
    expect(said([month('2018-09', 29)], '2018-09', 'records_enabled').sentence).toMatch(
      /was not counted, so whether the target of 30% by March 2019 was met is not known\.$/,
    );
  });
});

describe('a target in a line', () => {
  const row = {
    measure: 'any_enabled',
    value: 27.4,
    patients_short: 1_508_396,
    target_value: 30,
    target_period: '2019-03',
    read_period: '2019-03',
  };
  const own = '27.4% set up for at least one online service';

  it.each([
    ['missed', row, `${own}, 1.5 million short of 30%: missed.`],
    ['missed', { ...row, patients_short: null }, `${own}: the 30% target was missed.`],
    ['met', { ...row, target_value: 10, patients_short: null }, `${own}: the 10% target is met.`],
    ['unlikely', row, `${own}, 1.5 million short of 30%; unlikely to reach 30% by March 2019.`],
    [
      'cannot_say',
      row,
      `${own}, 1.5 million short of 30%; whether the 30% target is met is not known.`,
    ],
    [
      'cannot_say',
      { ...row, measure: 'appointments_enabled', value: 15.1, patients_short: null },
      '15.1% set up to book appointments online; whether the 30% target is met is not known.',
    ],
  ] as const)('says that it is %s', (state, of, said) => {
    expect(targetInBrief({ ...of, state }, '2019-03')).toBe(said);
  });

  it('says only how far it is before its date', () => {
    const before = { ...row, read_period: '2018-09' };
    expect(targetInBrief({ ...before, state: 'cannot_say' }, '2018-09')).toBe(
      `${own}, 1.5 million short of 30% by March 2019.`,
    );
  });

  it('names its month if another is shown', () => {
    expect(targetInBrief({ ...row, state: 'missed' }, '2020-12')).toBe(
      `In March 2019, ${own}, 1.5 million short of 30%: missed.`,
    );
  });
});

describe('whether a target is usually met', () => {
  const goal = '30%, the target for March 2019';
  const of = (...values: number[]) =>
    values.map((value, i) => ({ period: `2018-0${i + 4}`, value, signal: null }));
  const usually = (assurance: Parameters<typeof assuranceSentence>[1]) =>
    assuranceSentence(target, assurance, of(31, 32));

  it('is said from the usual range', () => {
    const usual = 'As long as it only varies as it has since April 2018,';
    expect(usually('consistent_pass')).toBe(`${usual} every month will be above ${goal}.`);
    expect(usually('consistent_fail')).toBe(`${usual} no month will reach ${goal}.`);
    expect(usually('inconsistent')).toBe(
      `${usual} some months will reach ${goal}, and some will not, by chance alone.`,
    );
  });

  it('is said from every month where there is no usual range, or not known', () => {
    const without = (...values: number[]) => assuranceSentence(target, null, of(...values));
    expect(without(30, 32)).toBe(`It was at or above ${goal}, in every month since April 2018.`);
    expect(without(28, 29)).toBe(`It was below ${goal}, in every month since April 2018.`);
    const notKnown = `so whether it usually meets ${goal}, is not known.`;
    expect(without(29, 30)).toBe(`Too few months have a figure to show what is usual, ${notKnown}`);
    expect(without()).toBe(`Too few months have a figure to show what is usual, ${notKnown}`);
  });
});
