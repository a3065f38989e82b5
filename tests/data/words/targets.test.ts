import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { targets } from '../../../data/definitions/targets.ts';
import { courseForTarget, type MonthCounts, outcomeOf } from '../../../data/statistics/targets.ts';
import {
  noProjectionOfPractices,
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

interface Told {
  outlook?: Outlook | null;
  /** Months that the release has beside those up to the one asked for. */
  since?: MonthCounts[];
  /** The measure counted in them. */
  of?: string;
}

function said(
  months: MonthCounts[],
  period: string,
  measure = target.measure,
  { outlook = null, since, of = measure }: Told = {},
) {
  const course = courseForTarget(months, target, 100);
  const end = since && courseForTarget([...(of === measure ? months : []), ...since], target, 100);
  const words = {
    target,
    measure: measureOf(measure),
    course,
    outlook,
    where: 'in England',
    period,
    later: end
      ? {
          measure: measureOf(of),
          course: end,
          outcome: outcomeOf(end, target, since!.at(-1)!.month),
        }
      : null,
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
      /is met\. More are counted than there are: this is as published\.$/,
    );
    expect(said([month('2019-03', 29)], '2019-03')).toEqual({
      state: 'missed',
      sentence:
        '29.0% of patients in England were set up for at least one online service in March 2019, 1,000 patients short of the target of 30% by March 2019: it was missed.',
    });
  });

  it('has enough decimal places to be seen short', () => {
    expect(said([month('2019-03', 29.96)], '2019-03').sentence).toBe(
      '29.96% of patients in England were set up for at least one online service in March 2019, 40 patients short of the target of 30% by March 2019: it was missed.',
    );
    const since = [month('2019-03', 29.99)];
    expect(said([month('2018-12', 25)], '2018-12', target.measure, { since }).sentence).toMatch(
      /; it was missed, with 29\.99% in March 2019\.$/,
    );
    const range = { lower: 26.9, upper: 29.996 };
    const outlook = { state: 'unlikely' as const, projected: 29.97, range };
    expect(said([month('2018-12', 25)], '2018-12', target.measure, { outlook }).sentence).toMatch(
      /it would be 29\.97% \(95% range 26\.9% to 29\.996%\)\.$/,
    );
  });

  it('gives a projection with its range', () => {
    const range = { lower: 26.9, upper: 29.6 };
    const outlook = (state: 'likely' | 'unlikely' | 'cannot_say') =>
      said([month('2018-12', 25)], '2018-12', target.measure, {
        outlook: { state, projected: 28, range },
      });
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
    expect(
      said([month('2018-09', 25)], '2018-09', target.measure, { outlook: cannot }).sentence,
    ).toMatch(
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

describe('targetSentence in a month before others of the release', () => {
  const any = 'of patients in England were set up for at least one online service';
  const goal = 'the target of 30% by March 2019';
  const short = `25.0% ${any} in October 2018, 5,000 patients short of ${goal}`;
  const seen = (percent: number | null, ...since: MonthCounts[]) =>
    said([month('2018-10', percent)], '2018-10', target.measure, {
      outlook: { state: 'cannot_say', reason: noProjectionOfPractices },
      since,
    }).sentence;

  it('says how the target ended', () => {
    expect(seen(25, month('2018-12', 31), month('2019-03', 27.4), month('2019-04', 31))).toBe(
      `${short}; it was missed, with 27.4% in March 2019.`,
    );
    expect(seen(25, month('2019-03', 31))).toBe(`${short}; it was met, with 31.0% in March 2019.`);
    expect(seen(25, month('2018-12', 31))).toBe(
      `${short}; it was met, with 31.0% in December 2018.`,
    );
    expect(seen(25, month('2019-03', 0.005))).toBe(
      `${short}; it was missed, with 5 patients in March 2019.`,
    );
  });

  it('says that it had been met and was missed in the end, or has fallen below again', () => {
    const enough = `31.0% ${any} in October 2018, enough for ${goal}`;
    expect(seen(31, month('2019-03', 29))).toBe(
      `${enough}; it was missed, with 29.0% in March 2019.`,
    );
    expect(seen(31, month('2018-12', 29))).toBe(`${enough}, but 29.0% in December 2018.`);
    expect(seen(31, month('2019-02', 29), month('2019-03', null))).toBe(
      `${enough}, but 29.0% in February 2019; without a figure for March 2019 whether it was met is not known.`,
    );
    expect(seen(112, month('2019-03', 29))).toBe(
      `112.0% ${any} in October 2018, enough for ${goal}; it was missed, with 29.0% in March 2019. More are counted than there are: this is as published.`,
    );
    expect(seen(31, month('2019-03', 32))).toBe(`31.0% ${any} in October 2018: ${goal} is met.`);
    expect(seen(31, month('2019-03', null))).toBe(`31.0% ${any} in October 2018: ${goal} is met.`);
  });

  it('does not speak of what is to come once its date has passed', () => {
    expect(seen(25, month('2018-12', 28), month('2019-04', 31))).toBe(
      `${short}; without a figure for March 2019 whether it was met is not known.`,
    );
    expect(seen(25, month('2019-02', 28))).toBe(
      `${short}; whether it will be met is not known: for one practice no projection is better than that it stays as it is.`,
    );
  });

  it('says it where the year up to the month has no figure, too', () => {
    const none = 'This release has no figure in England for the year to October 2018';
    expect(seen(null, month('2019-03', 29))).toBe(
      `${none}; ${goal} was missed, with 29.0% in March 2019.`,
    );
    expect(seen(null, month('2019-02', 29))).toBe(
      `${none}, so whether ${goal} was met is not known.`,
    );
  });

  it('names what is counted if that was another measure before', () => {
    const of = (percent: number, ...since: MonthCounts[]) =>
      said([month('2018-10', percent)], '2018-10', 'records_enabled', { since, of: 'any_enabled' })
        .sentence;
    const records = 'of patients in England were set up to see their record online in October 2018';
    const uncounted = `but how many were set up for at least one online service was not counted`;
    expect(of(25, month('2019-03', 29))).toBe(
      `25.0% ${records}, ${uncounted}; ${goal} was missed, with 29.0% set up for at least one online service in March 2019.`,
    );
    expect(of(25, month('2019-02', 29))).toBe(
      `25.0% ${records}, ${uncounted}, so whether ${goal} was met is not known.`,
    );
    expect(of(31, month('2019-03', 29))).toBe(
      `31.0% ${records}, enough for ${goal}; it was missed, with 29.0% set up for at least one online service in March 2019.`,
    );
    expect(of(31, month('2019-03', 33))).toBe(
      `31.0% ${records}, so ${goal} is met, though how many were set up for at least one online service was not counted.`,
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
    outcome: null,
    outcome_period: '2019-03',
    outcome_measure: 'any_enabled',
    outcome_value: 27.4,
  };
  const own = '27.4% set up for at least one online service';

  it.each([
    ['missed', row, `${own}, 1.5 million short of 30%: missed.`],
    ['missed', { ...row, patients_short: null }, `${own}: the 30% target was missed.`],
    ['met', { ...row, target_value: 10, patients_short: null }, `${own}: the 10% target is met.`],
    ['unlikely', row, `${own}, 1.5 million short of 30%; unlikely to reach 30% by March 2019.`],
    [
      'cannot_say',
      { ...row, outcome: 'cannot_say' },
      `${own}, 1.5 million short of 30%; whether the 30% target was met is not known.`,
    ],
    [
      'cannot_say',
      { ...row, measure: 'appointments_enabled', value: 15.1, patients_short: null },
      '15.1% set up to book appointments online; whether the 30% target was met is not known.',
    ],
  ] as const)('says that it is %s', (state, of, said) => {
    expect(targetInBrief({ ...of, state }, '2019-03')).toBe(said);
  });

  it('says only how far it is before its date', () => {
    const before = { ...row, read_period: '2018-09', outcome_period: '2018-09' };
    expect(targetInBrief({ ...before, state: 'cannot_say' }, '2018-09')).toBe(
      `${own}, 1.5 million short of 30% by March 2019.`,
    );
  });

  it('has enough decimal places to be seen short', () => {
    const near = { ...row, value: 29.96, patients_short: 40, outcome_value: 29.98 };
    expect(targetInBrief({ ...near, state: 'missed' }, '2019-03')).toBe(
      '29.96% set up for at least one online service, 40 short of 30%: missed.',
    );
    expect(
      targetInBrief(
        { ...near, state: 'likely', outcome: 'missed', read_period: '2018-10' },
        '2018-10',
      ),
    ).toMatch(/; the 30% target was missed, with 29\.98% in March 2019\.$/);
  });

  it('names its month if another is shown', () => {
    expect(targetInBrief({ ...row, state: 'missed' }, '2020-12')).toBe(
      `In March 2019, ${own}, 1.5 million short of 30%: missed.`,
    );
  });

  describe('of a month before others of the release', () => {
    const seen = (
      state: 'met' | 'cannot_say' | 'likely',
      of: Partial<Parameters<typeof targetInBrief>[0]>,
    ) => {
      const short = state === 'met' ? 0 : 1_508_396;
      const then = { ...row, state, patients_short: short, read_period: '2018-10' };
      return targetInBrief({ ...then, ...of }, '2018-10');
    };

    it('says how it ended', () => {
      const missed = { outcome: 'missed', outcome_value: 29 } as const;
      const end = `${own}; the 30% target was missed, with 29.0% in March 2019.`;
      expect(seen('cannot_say', missed)).toBe(end);
      expect(seen('likely', missed)).toBe(end);
      expect(seen('met', missed)).toBe(end);
      expect(seen('likely', { outcome: 'met', outcome_value: 31 })).toBe(
        `${own}; the 30% target was met, with 31.0% in March 2019.`,
      );
      expect(seen('met', { outcome: 'met', outcome_value: 31 })).toBe(
        `${own}: the 30% target is met.`,
      );
      expect(seen('cannot_say', { ...missed, measure: 'records_enabled' })).toBe(
        '27.4% set up to see their record online; the 30% target was missed, with 29.0% set up for at least one online service in March 2019.',
      );
    });

    it('says that it is not known, or that it has fallen below again', () => {
      const later = { outcome_period: '2019-02', outcome_value: 29 };
      expect(seen('likely', { ...later, outcome: 'cannot_say' })).toBe(
        `${own}, 1.5 million short of 30%; whether the 30% target was met is not known.`,
      );
      expect(seen('met', later)).toBe(
        `${own}, enough for the 30% target, but 29.0% in February 2019.`,
      );
      expect(seen('likely', later)).toBe(
        `${own}, 1.5 million short of 30%; likely to reach 30% by March 2019.`,
      );
      expect(seen('cannot_say', later)).toBe(`${own}, 1.5 million short of 30% by March 2019.`);
    });
  });
});
