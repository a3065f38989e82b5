import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { targets } from '../../../data/definitions/targets.ts';
import { courseForTarget, type MonthCounts } from '../../../data/statistics/targets.ts';
import { targetSentence } from '../../../data/words/targets.ts';

const target = targets.find(({ id }) => id === 'thirty-percent-2019')!;

const month = (name: string, percent: number | null): MonthCounts => ({
  month: name,
  numerator: percent === null ? null : percent * 1000,
  denominator: percent === null ? null : 100_000,
});

function said(months: MonthCounts[], period: string, measure = target.measure) {
  const course = courseForTarget(months, target, 100);
  const words = { target, measure: measureOf(measure), course, where: 'in England', period };
  return { state: course.state, sentence: targetSentence(words) };
}

const series = (last: number, step: number) =>
  ['05', '06', '07', '08', '09'].map((name, i) => month(`2018-${name}`, last - step * (4 - i)));

describe('targetSentence', () => {
  it('says met, missed and by how many', () => {
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

  it('says where the trend leads', () => {
    const on = said(series(28, 1), '2018-09');
    expect(on.state).toBe('on_course');
    expect(on.sentence).toMatch(
      /; if the recent trend goes on it will stand at 34\.0% by then, so it is on course\.$/,
    );
    const slow = said(series(25, 0.5), '2018-09');
    expect(slow.state).toBe('not_on_course');
    expect(slow.sentence).toMatch(/stand at 28\.0% by then, so it is not on course\.$/);
    expect(said(series(25, -1), '2018-09').sentence).toMatch(
      /; the recent trend is falling, so it is not on course\.$/,
    );
    expect(said(series(25, 0), '2018-09').sentence).toMatch(
      /; its recent figures show no clear trend, so it is not on course\.$/,
    );
  });

  it('says why it cannot say', () => {
    expect(said([month('2018-09', 25)], '2018-09').sentence).toMatch(
      /; there is no recent trend to tell where it is heading\.$/,
    );
    expect(said([month('2019-01', 25), month('2019-04', null)], '2019-04').sentence).toMatch(
      /; without a figure for March 2019 it cannot be said whether it was met\.$/,
    );
    expect(said([], '2018-09').sentence).toContain(
      'no figure in England for the year to September 2018',
    );
  });

  it('says what a service that stands in can tell', () => {
    expect(said([month('2018-09', 31)], '2018-09', 'records_enabled').sentence).toBe(
      '31.0% of patients in England were set up to see their record online in September 2018, so the target of 30% by March 2019 is met, though how many were set up for at least one online service was not counted.',
    );
    expect(said([month('2018-09', 29)], '2018-09', 'records_enabled').sentence).toMatch(
      /was not counted, so nothing can be said of the target of 30% by March 2019\.$/,
    );
  });
});
