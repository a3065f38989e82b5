import { describe, expect, it } from 'vitest';
import { perWorkingDay } from '../../../data/definitions/bankHolidays.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import {
  comparedFinding,
  fifthsFinding,
  funnelFinding,
  longestFinding,
  movesFinding,
  placesFinding,
  type SignalledMonth,
  spreadFinding,
  stagesFinding,
  supplierFinding,
  trendFinding,
  unusualFinding,
} from '../../../data/words/findings.ts';
import type { ValuedPlace } from '../../../data/words/places.ts';

const measure = measureOf('records_enabled');
const uses = measureOf('records_use');
const region = (name: string, value: number): ValuedPlace => ({ level: 'region', name, value });
const ccg = (name: string, value: number): ValuedPlace => ({ level: 'ccg', name, value });
const practice = (value: number): ValuedPlace => ({ level: 'practice', name: 'ELM ROAD', value });
const england: ValuedPlace = { level: 'england', name: 'England', value: 7.2 };
const longName = `NHS ${'BEDFORDSHIRE, LUTON AND MILTON KEYNES '.repeat(2)}CCG`;

describe('the title of places', () => {
  it.each<[string, ValuedPlace[], ValuedPlace | null, string | null]>([
    ['none', [], england, null],
    ['one', [region('LONDON', 7.2)], england, 'Set-up is 7.2% in London'],
    [
      'areas',
      [
        region('SOUTH EAST', 9.6),
        region('LONDON', 7.2),
        region('MIDLANDS AND EAST OF ENGLAND', 5.9),
      ],
      england,
      'Set-up ranges from 5.9% in the Midlands and East of England to 9.6% in the South East',
    ],
    [
      'areas of one value',
      [region('SOUTH EAST', 9.62), region('LONDON', 9.64)],
      england,
      'Set-up is 9.6% in both regions',
    ],
    [
      'areas of which several are highest',
      [ccg('NHS ELM CCG', 65.9), ccg('NHS OAK CCG', 100), ccg('NHS ASH CCG', 100)],
      england,
      'Set-up ranges from 65.9% in NHS Elm CCG to 100% in 2 of 3 CCGs',
    ],
    [
      'areas of which several are highest and one has a long name',
      [ccg(longName, 65.9), ccg('NHS OAK CCG', 100), ccg('NHS ASH CCG', 100)],
      england,
      'Set-up is highest in 2 of 3 CCGs, at 100%',
    ],
    [
      'an area of a long name',
      [ccg(longName, 9.6), ccg('NHS ELM CCG', 1)],
      null,
      'Set-up ranges from 1.0% to 9.6% among 2 CCGs',
    ],
    [
      'areas of which both names are too long together',
      [ccg('NHS BEDFORDSHIRE, LUTON AND MILTON KEYNES CCG', 9.6), ccg('NHS ELM AND OAK CCG', 1)],
      null,
      'Set-up is highest in NHS Bedfordshire, Luton and Milton Keynes CCG, at 9.6%, among 2 CCGs',
    ],
    [
      'practices',
      [practice(8), practice(7.2), practice(1)],
      england,
      '1 of 3 practices is above England’s 7.2%, 1 below',
    ],
    [
      'practices, all above',
      [practice(8), practice(9)],
      england,
      'All 2 practices are above England’s 7.2%',
    ],
    [
      'practices, all below',
      [practice(1), practice(2)],
      england,
      'All 2 practices are below England’s 7.2%',
    ],
    [
      'practices without England',
      [practice(8), practice(1)],
      null,
      'Set-up ranges from 1.0% to 8.0% among 2 practices',
    ],
    [
      'practices against a region',
      [practice(8), practice(3), practice(1)],
      { level: 'region', name: 'MIDLANDS', value: 3 },
      '1 of 3 practices is above the 3.0% in the Midlands, 1 below',
    ],
    [
      'practices against one of a long name',
      [practice(8), practice(3), practice(1)],
      ccg(longName, 3),
      '1 of 3 practices is above 3.0%, 1 below',
    ],
  ])('%s', (_, places, benchmark, title) => {
    expect(placesFinding(measure, places, { period: '2019-03', benchmark })).toBe(title);
  });

  it('has the unit of a rate', () => {
    const regions = [region('LONDON', 7.2), region('SOUTH EAST', 24.1)];
    expect(placesFinding(uses, regions, { period: '2019-03', benchmark: null })).toBe(
      'Use ranges from 7.2 in London to 24.1 per 1,000 in the South East',
    );
  });

  it.each([
    ['2019-06', 'in what later became Elm PCN'],
    ['2019-07', 'in Elm PCN'],
  ])('of %s has a network %s', (period, where) => {
    const [elm, oak] = [
      { level: 'pcn', name: 'ELM PCN', value: 7.2 },
      { level: 'pcn', name: 'OAK PCN', value: 9 },
    ] as const;
    const titleOf = (places: readonly ValuedPlace[], benchmark: ValuedPlace | null = null) =>
      placesFinding(measure, places, { period, benchmark });
    const oakAt = where.replace('Elm', 'Oak');
    expect(titleOf([elm])).toBe(`Set-up is 7.2% ${where}`);
    expect(titleOf([elm, oak])).toBe(`Set-up ranges from 7.2% ${where} to 9.0% ${oakAt}`);
    expect(titleOf([practice(8), practice(1)], elm)).toBe(
      `1 of 2 practices is above the 7.2% ${where}, 1 below`,
    );
    expect(comparedFinding(measure, [oak, ccg('X', 8)], period)).toMatch(
      new RegExp(` set-up is 9.0% ${oakAt} and 8.0% in X$`),
    );
    const moved = { ...elm, first: { period: '2018-04', value: 3 }, last: { period, value: 9 } };
    const still = { ...oak, first: { period: '2018-04', value: 9 }, last: { period, value: 9 } };
    expect(movesFinding(measure, [moved, still])).toBe(
      `Set-up rose in 1 of 2 PCNs, and moved most ${where}: from 3.0% to 9.0%`,
    );
  });

  it('that a reader chose names the highest and the lowest', () => {
    const places = [ccg('NHS ELM CCG', 3.1), practice(9.2), region('LONDON', 5)];
    expect(comparedFinding(measure, places, '2019-03')).toBe(
      'Of 3 places, set-up in March 2019 is highest at Elm Road (9.2%) and lowest in NHS Elm CCG (3.1%)',
    );
    expect(
      comparedFinding(measure, [...places, practice(0), ccg('NHS OAK CCG', 0)], '2019-03'),
    ).toBe(
      'Of 5 places, set-up in March 2019 is highest at Elm Road (9.2%) and lowest in 2 of 5 places (0%)',
    );
    expect(comparedFinding(measure, [ccg('NHS ELM CCG', 3.1), practice(9.2)], '2019-03')).toBe(
      'In March 2019 set-up is 9.2% at Elm Road and 3.1% in NHS Elm CCG',
    );
    expect(comparedFinding(uses, [ccg('NHS ELM CCG', 3.1), practice(9.2)], '2019-03')).toBe(
      'In March 2019 use is 9.2 per 1,000 at Elm Road and 3.1 in NHS Elm CCG',
    );
    expect(comparedFinding(measure, [region('LONDON', 5), ccg('X', 5)], '2019-03')).toBe(
      'In March 2019 set-up is the same in all, 5.0%',
    );
    expect(comparedFinding(measure, [ccg(longName, 5), ccg('X', 4)], '2019-03')).toBe(
      'In March 2019 set-up ranges from 4.0% to 5.0%',
    );
  });
});

describe('the title of months', () => {
  const first = { period: '2018-04', value: 5.8 };
  const at = (value: number, period = '2019-03') => ({ period, value });
  it.each([
    ['rose', at(7.2), null, 'Set-up rose from 5.8% to 7.2%'],
    ['fell, below England', at(5.1), 7.2, 'Set-up fell from 5.8% to 5.1%, below England’s 7.2%'],
    ['rose, above England', at(9), 7.2, 'Set-up rose from 5.8% to 9.0%, above England’s 7.2%'],
    ['rose to what England has', at(7.21), 7.2, 'Set-up rose from 5.8% to 7.2%'],
    ['stayed', at(5.82), null, 'Set-up hardly changed: 5.80% to 5.82%'],
    ['was the same', at(5.8), null, 'Set-up is the same as in April 2018, 5.8%'],
    ['one month', first, 7.2, 'Set-up was 5.8% in April 2018, below England’s 7.2%'],
  ])('%s', (_, last, england, title) => {
    expect(trendFinding(measure, { first, last }, england)).toBe(title);
  });

  it.each([
    ['2018-04', '2018-07', 'Set-up rose from 5.8% to 7.2% by July 2018, above England’s 6.0%'],
    ['2018-06', '2019-03', 'Set-up rose from 5.8% to 7.2% since June 2018, above England’s 6.0%'],
    [
      '2018-06',
      '2018-07',
      'Set-up rose from 5.8% to 7.2% between June 2018 and July 2018, above England’s 6.0%',
    ],
    ['2018-04', '2019-03', 'Set-up rose from 5.8% to 7.2%, above England’s 6.0%'],
  ])('names months that are not the ends of those shown: %s to %s', (from, to, title) => {
    const [first, last] = [at(5.8, from), at(7.2, to)];
    const shown = { first: '2018-04', last: '2019-03' };
    expect(trendFinding(measure, { first, last }, 6, shown)).toBe(title);
  });

  it('gives its ends the decimal places that show the change', () => {
    const said = (from: number, to: number) =>
      trendFinding(measure, { first: at(from, '2018-04'), last: at(to, '2019-03') }, null);
    expect(said(22.841, 22.876)).toBe('Set-up hardly changed: 22.84% to 22.88%');
    expect(said(22.84, 22.98)).toBe('Set-up rose from 22.8% to 23.0%');
  });

  it('says of transactions if they went another way per working day', () => {
    // April 2018 had 20 working days, March 2019 21.
    const said = (from: number, to: number) =>
      trendFinding(uses, { first: at(from, '2018-04'), last: at(to, '2019-03') }, null);
    expect(said(11.123, 11.146)).toBe(
      'Use hardly changed: 11.123 to 11.146 per 1,000, but fell per working day',
    );
    expect(said(40, 41)).toBe(
      'Use rose from 40.0 to 41.0 per 1,000, but hardly changed per working day',
    );
    expect(said(40, 60)).toBe('Use rose from 40.0 to 60.0 per 1,000');
    const daily = perWorkingDay(uses);
    expect(trendFinding(daily, { first: at(2, '2018-04'), last: at(2.2, '2019-03') }, null)).toBe(
      'Use rose from 2.0 to 2.2 per 1,000',
    );
  });

  it('counts few people or transactions', () => {
    const month = (period: string, numerator: number, of = 4096) => ({
      ...{ period, numerator },
      value: (numerator / of) * 1000,
    });
    const said = (from: number, to: number, of = uses) =>
      trendFinding(of, { first: month('2018-04', from), last: month('2019-03', to) }, 7);
    expect(said(2, 3)).toBe('Use: 2 transactions in April 2018, 3 transactions in March 2019');
    expect(said(0, 1, measure)).toBe('Set-up: none in April 2018, 1 patient in March 2019');
    expect(said(20, 30)).toMatch(/^Use rose from 4\.9 to 7\.3 per 1,000/);
  });

  it('counts places by transactions per working day too', () => {
    const places = [40, 41, 60].map((to) => ({
      ...{ level: 'ccg' as const, name: `NHS ${to} CCG` },
      ...{ first: at(40, '2018-04'), last: at(to, '2019-03') },
    }));
    expect(movesFinding(uses, places)).toBe(
      'Use rose in 2 of 3 CCGs (per working day in 1), and moved most in NHS 60 CCG: from 40.0 to 60.0',
    );
  });

  it.each([
    [
      { offered: 97.2, enabled: 4.5, accessed: 0.39 },
      'Offered to 97.2% of patients, set up for 4.5% and used by 0.39%',
    ],
    [
      { offered: 98.4, enabled: 7.2, accessed: null },
      'Offered to 98.4% of patients and set up for 7.2%',
    ],
    [{ offered: null, enabled: 7.2, accessed: null }, 'Set up for 7.2% of patients'],
    [{ offered: null, enabled: null, accessed: null }, null],
  ])('of stages, %o', (stages, title) => {
    expect(stagesFinding(stages)).toBe(title);
  });

  const moving = (name: string, from: number, to: number) => ({
    ...{ level: 'region' as const, name },
    first: { period: '2018-04', value: from },
    last: { period: '2019-03', value: to },
  });
  const [london, south, north] = [
    moving('LONDON', 5, 9),
    moving('SOUTH EAST', 9, 8),
    moving('NORTH', 3, 4),
  ];
  it.each([
    ['one panel', [london], 'Set-up rose from 5.0% to 9.0%'],
    [
      'all up',
      [london, north],
      'Set-up rose in both regions, and moved most in London: from 5.0% to 9.0%',
    ],
    [
      'some up',
      [london, south, north],
      'Set-up rose in 2 of 3 regions, and moved most in London: from 5.0% to 9.0%',
    ],
    ['down', [south], 'Set-up fell from 9.0% to 8.0%'],
    [
      'most down',
      [south, moving('MIDLANDS', 4, 4)],
      'Set-up fell in 1 of 2 regions, and moved most in the South East: from 9.0% to 8.0%',
    ],
    [
      'none moved',
      [moving('MIDLANDS', 4, 4), moving('LONDON', 5, 5)],
      'Set-up is the same in both regions',
    ],
    ['none', [], null],
  ])('of panels, %s', (_, places, title) => {
    expect(movesFinding(measure, places)).toBe(title);
  });

  const month = (period: string, signal: SignalledMonth['signal'] = null): SignalledMonth => ({
    period,
    signal,
    direction: signal && 'up',
  });
  const usual = ['2018-04', '2018-05', '2018-06', '2018-07'].map((period) => month(period));
  it.each([
    ['none unusual', usual, 'No month differs from what is usual'],
    [
      'one unusual',
      [...usual, month('2018-08', 'outside_limits')],
      'August 2018 differs from what is usual: above the upper limit',
    ],
    [
      'two unusual',
      [...usual, month('2018-08', 'trend'), month('2018-09', 'trend')],
      '2 of 6 months differ from what is usual',
    ],
    ['most unusual', [usual[0]!, month('2018-08', 'trend'), month('2018-09', 'trend')], null],
    ['no limits', [], null],
  ])('of what is usual, %s', (_, months, title) => {
    expect(unusualFinding(months)).toBe(title);
  });
});

describe('the title of many practices', () => {
  const spread = { measure, practices: 7016, p10: 0.2, p50: 4.96, p90: 17.3, here: null };
  const here = { name: 'Elm Road Surgery', value: 9.25, percentile: 87.9 };
  it.each([
    ['all', {}, 'The median practice is at 5.0%, and eight in ten are from 0.20% to 17.3%'],
    [
      'few',
      { practices: 4, ends: { lowest: 0.25, highest: 10.8 } },
      'The median practice is at 5.0%, and all are from 0.25% to 10.8%',
    ],
    ['one', { practices: 1 }, 'The one practice is at 5.0%'],
    [
      'many that are level',
      { p10: 0, p50: 0, p90: 0 },
      'At least eight in ten practices are at 0%',
    ],
    [
      'two that are level',
      { practices: 2, p50: 0, ends: { lowest: 0, highest: 0 } },
      'Both practices are at 0%',
    ],
    [
      'one among others',
      { here },
      'Elm Road Surgery, at 9.3%, is above 87 in every 100 other practices',
    ],
    [
      'one of a long name',
      { here: { ...here, name: longName } },
      'At 9.3% the practice is above 87 in every 100 other practices',
    ],
    [
      'the lowest',
      { here: { ...here, percentile: 0 } },
      'Elm Road Surgery, at 9.3%, is above none of the other practices',
    ],
    [
      'one among a hundred others',
      { practices: 101, here },
      'Elm Road Surgery, at 9.3%, is above 87 in every 100 other practices',
    ],
    [
      'one among fewer than a hundred others',
      { practices: 31, here: { ...here, percentile: (100 * 9) / 30 } },
      'Elm Road Surgery, at 9.3%, is above 9 of 30 other practices',
    ],
    [
      'nearly the lowest',
      { here: { ...here, percentile: 0.3 } },
      'Elm Road Surgery, at 9.3%, is above fewer than 1 in every 100 other practices',
    ],
    [
      'the highest',
      { here: { ...here, percentile: 100 } },
      'Elm Road Surgery, at 9.3%, is above all other practices',
    ],
    [
      'one alone',
      { practices: 1, here: { ...here, percentile: null } },
      'The one practice is at 5.0%',
    ],
  ])('%s', (_, more, title) => {
    expect(spreadFinding({ ...spread, ...more })).toBe(title);
  });

  const counts = { above_998: 21, above_95: 7, inside: 150, below_95: 6, below_998: 11 };
  const none = { above_998: 0, above_95: 0, inside: 20, below_95: 0, below_998: 0 };
  const elm = { name: 'NHS Elm CCG', value: 9.14, position: 'above_998' as const };
  it.each([
    ['some', 195, counts, [], '45 of 195 CCGs are beyond the 95% limits: 28 above, 17 below'],
    [
      'one',
      21,
      { ...none, below_998: 1 },
      [],
      '1 of 21 CCGs is beyond the 95% limits: 0 above, 1 below',
    ],
    ['too few', 19, { ...none, inside: 19 }, [elm], 'Too few CCGs to tell unusual from usual'],
    ['none', 20, none, [], 'None of 20 CCGs is beyond the 95% limits'],
    ['one looked at', 195, counts, [elm], 'NHS Elm CCG, at 9.1%, is above the outer limits'],
    [
      'two looked at',
      195,
      counts,
      [elm, elm],
      '45 of 195 CCGs are beyond the 95% limits: 28 above, 17 below',
    ],
  ])('in a funnel, %s', (_, places, counts, here, title) => {
    expect(funnelFinding({ measure, level: 'ccg', places, counts, here })).toBe(title);
  });
});

it.each([
  [
    'lower',
    -2.34,
    [-3, -1.7],
    'Set-up is on average 2.3 percentage points lower in the first month on a new system',
  ],
  [
    'higher',
    2.34,
    [1.7, 3],
    'Set-up is on average 2.3 percentage points higher in the first month on a new system',
  ],
  ['by little', -0.02, [-0.03, -0.01], 'Set-up changes little in the first month on a new system'],
  ['not clear', -2, [-5, 1], 'Set-up shows no clear change in the first month on a new system'],
] as const)('the title of a change of supplier, %s', (_, mean, interval, title) => {
  expect(supplierFinding(measure, { mean, interval })).toBe(title);
  expect(supplierFinding(measure, { mean, interval: null })).toBeNull();
  expect(supplierFinding(measure, null)).toBeNull();
  expect(title.length).toBeLessThanOrEqual(longestFinding);
});

describe('the title of fifths of deprivation', () => {
  const most = { name: 'Most deprived fifth', practices: 20, value: 3.8 };
  const middle = { name: 'Middle fifth', practices: 2, value: 7 };
  const least = { name: 'Least deprived fifth', practices: 30, value: 10.3 };

  it.each([
    [
      'their ends, whatever is between',
      [most, middle, least],
      'Set-up is 3.8% in the most deprived fifth of practices, 10.3% in the least deprived fifth',
    ],
    [
      'those that there are',
      [most, { ...middle, practices: 12 }],
      'Set-up is 3.8% in the most deprived fifth of practices, 7.0% in the middle fifth',
    ],
    [
      'an end of ten practices',
      [{ ...most, practices: 10 }, least],
      expect.stringMatching(/^Set-up is 3/),
    ],
    ['an end of nine practices', [{ ...most, practices: 9 }, least], null],
    ['another end of nine', [most, { ...least, practices: 9 }], null],
    ['a single fifth', [most], null],
    ['none', [], null],
  ])('says %s', (_, fifths, title) => {
    expect(fifthsFinding(measure, fifths)).toEqual(title);
  });

  it('leaves out words for which there is no room', () => {
    expect(
      fifthsFinding(uses, [
        { ...most, name: 'Second most deprived fifth', value: 123.4 },
        { ...least, value: 234.6 },
      ]),
    ).toBe(
      'Use is 123 per 1,000 in the second most deprived fifth, 235 per 1,000 in the least deprived fifth',
    );
  });
});
