import { describe, expect, it } from 'vitest';
import { bankHolidays, workingDays } from '../../../data/definitions/bankHolidays.ts';
import { published } from '../../support/published.ts';
import { oracleRows } from '../statistics/oracle.ts';

describe('bank holidays of England', () => {
  it('replace days at a weekend', () => {
    // Christmas Day 2021 was a Saturday and Boxing Day a Sunday; New Year's Day 2022 a Saturday.
    expect(bankHolidays(2021).slice(-2)).toEqual(['12-27', '12-28']);
    expect(bankHolidays(2022)).toEqual([
      '01-03',
      '04-15',
      '04-18',
      '05-02',
      '06-02',
      '06-03',
      '08-29',
      '09-19',
      '12-26',
      '12-27',
    ]);
  });

  it('are not working days of a month', () => {
    expect(workingDays('2018-04')).toBe(20);
    expect(workingDays('2020-02')).toBe(20);
  });
});

describe.skipIf(!published)('bank holidays as published', () => {
  it('are these, year by year', () => {
    const days = oracleRows('working_days/bank_holidays_england.csv').map(({ date }) => date!);
    const years = [...new Set(days.map((date) => date.slice(0, 4)))];
    expect(years.length).toBeGreaterThan(15);
    const ours = years.flatMap((year) => bankHolidays(Number(year)).map((day) => `${year}-${day}`));
    expect(ours).toEqual(days.sort());
  });

  it('leave as many working days in each month', () => {
    const months = oracleRows('working_days/working_days_by_month.csv');
    expect(months.length).toBeGreaterThan(140);
    expect(months.map(({ period }) => workingDays(period!))).toEqual(
      months.map(({ working_days }) => Number(working_days)),
    );
  });
});
