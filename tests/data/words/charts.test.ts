import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import {
  type FunnelReading,
  funnelSentence,
  type MovingPlace,
  movesSentence,
  ruleText,
  type SpreadReading,
  spreadSentence,
} from '../../../data/words/charts.ts';

const measure = measureOf('records_enabled');

describe('how practices spread', () => {
  const reading: SpreadReading = {
    ...{ measure, period: '2015-03', where: 'in England', practices: 7813 },
    ...{ p10: 0.2, p50: 1.8, p90: 12.4, here: null },
  };
  const spread =
    'In March 2015, eight in ten of the 7,813 practices in England are between 0.20% and 12.4% in the share of patients who were set up to see their record online; the median is 1.8%.';

  it.each<[string, Partial<SpreadReading>, string]>([
    ['of many', {}, spread],
    [
      'of one',
      { practices: 1, where: 'in Elm CCG', p10: 4.5, p50: 4.5, p90: 4.5 },
      'In March 2015, the one practice in Elm CCG is at 4.5% in the share of patients who were set up to see their record online.',
    ],
    [
      'of too few for deciles',
      { practices: 4, p50: 5.1, ends: { lowest: 0.25, highest: 10.8 } },
      'In March 2015, the 4 practices in England are between 0.25% and 10.8% in the share of patients who were set up to see their record online; the median is 5.1%.',
    ],
    [
      'of many that are level',
      { practices: 32, p10: 0, p50: 0, p90: 0 },
      'In March 2015, at least eight in ten of the 32 practices in England are at 0% in the share of patients who were set up to see their record online.',
    ],
    [
      'of few that are level',
      { practices: 4, p50: 0, ends: { lowest: 0, highest: 0 } },
      'In March 2015, all 4 practices in England are at 0% in the share of patients who were set up to see their record online.',
    ],
    [
      'with the practice looked at',
      { here: { name: 'Elm Road Surgery', value: 9.25, percentile: 87.9 } },
      `Elm Road Surgery has 9.3%, above 87 in every 100 other practices. ${spread}`,
    ],
    [
      'with one among few',
      {
        practices: 31,
        here: { name: 'Elm Road Surgery', value: 9.25, percentile: (100 * 29) / 30 },
      },
      `Elm Road Surgery has 9.3%, above 29 of 30 other practices. ${spread.replace('7,813', '31')}`,
    ],
    [
      'with one that is above no other',
      { here: { name: 'Elm Road Surgery', value: 0, percentile: 0 } },
      `Elm Road Surgery has 0%, above none of the other practices. ${spread}`,
    ],
    [
      'with one that has no others',
      { here: { name: 'Elm Road Surgery', value: 9.25, percentile: null } },
      `Elm Road Surgery has 9.3%. ${spread}`,
    ],
  ])('%s', (_, more, sentence) => {
    expect(spreadSentence({ ...reading, ...more })).toBe(sentence);
  });
});

describe('places in a funnel', () => {
  const counts = { above_998: 21, above_95: 7, inside: 150, below_95: 6, below_998: 11 };
  const reading: FunnelReading = {
    ...{ measure, period: '2019-03', level: 'ccg', where: 'in England', adjusted: true },
    ...{ mean: 7.2, places: 195, counts, here: [] },
  };
  const lead =
    'In March 2019, 45 of 195 CCGs in England are beyond what is usual between CCGs of their size (28 above the upper 95% limit, 17 below the lower, 32 beyond those of 99.8%; the mean is 7.2%).';
  const none = { above_998: 0, above_95: 0, inside: 20, below_95: 0, below_998: 0 };

  it.each<[string, Partial<FunnelReading>, string]>([
    ['adjusted', {}, lead],
    [
      'plain',
      { adjusted: false },
      'In March 2019, 45 of 195 CCGs in England are beyond what counting so few people leaves open, as nearly every place of this size does (28 above the upper 95% limit, 17 below the lower, 32 beyond those of 99.8%; the mean is 7.2%).',
    ],
    [
      'one, below',
      { places: 21, counts: { ...none, below_998: 1 } },
      'In March 2019, 1 of 21 CCGs in England is beyond what is usual between CCGs of their size (none above the upper 95% limit, 1 below the lower, 1 beyond those of 99.8%; the mean is 7.2%).',
    ],
    [
      'one, above',
      { places: 21, counts: { ...none, above_95: 1 } },
      'In March 2019, 1 of 21 CCGs in England is beyond what is usual between CCGs of their size (1 above the upper 95% limit, none below the lower, none beyond those of 99.8%; the mean is 7.2%).',
    ],
    [
      'none',
      { places: 20, counts: none },
      'In March 2019, none of 20 CCGs in England are beyond what is usual between CCGs of their size (95% limits; the mean is 7.2%).',
    ],
    [
      'too few',
      {
        places: 19,
        counts: { ...none, inside: 18, below_998: 1 },
        here: [{ name: 'NHS Elm CCG', value: 9.14, position: 'below_998' }],
      },
      'In March 2019, 19 CCGs in England have a figure, too few to tell unusual from usual. Their mean is 7.2%.',
    ],
  ])('%s', (_, more, sentence) => {
    expect(funnelSentence({ ...reading, ...more })).toBe(sentence);
  });

  it.each([
    ['above_998', 'above the outer limits (99.8%)'],
    ['above_95', 'above the inner limits (95%), though not the outer ones (99.8%)'],
    ['inside', 'within the limits'],
    ['below_95', 'below the inner limits (95%), though not the outer ones (99.8%)'],
    ['below_998', 'below the outer limits (99.8%)'],
  ] as const)('the place looked at, %s', (position, words) => {
    const here = [{ name: 'NHS Elm CCG', value: 9.14, position }];
    expect(funnelSentence({ ...reading, here })).toBe(
      `NHS Elm CCG, with 9.1%, is ${words}. ${lead}`,
    );
  });
});

describe('how places moved', () => {
  const place = (name: string, from: number, to: number): MovingPlace => ({
    ...{ level: 'region', name },
    first: { period: '2014-04', value: from },
    last: { period: '2015-03', value: to },
  });
  const [north, london] = [place('NORTH OF ENGLAND', 3, 4), place('LONDON', 2, 9)];
  const fell = place('SOUTH EAST', 10, 1);

  it.each<[string, MovingPlace[], string]>([
    [
      'one alone',
      [north],
      'The share of patients in the North of England who were set up to see their record online rose from 3.0% to 4.0% between April 2014 and March 2015.',
    ],
    [
      'one that hardly did',
      [place('LONDON', 98.34, 98.37)],
      'The share of patients in London who were set up to see their record online hardly changed between April 2014 and March 2015: 98.34% to 98.37%.',
    ],
    [
      'all up, and the one furthest',
      [north, london],
      'The share of patients who were set up to see their record online rose in both regions between April 2014 and March 2015, and moved most in London: from 2.0% to 9.0%.',
    ],
    [
      'some up, and one down the furthest',
      [north, fell, london],
      'The share of patients who were set up to see their record online rose in 2 of 3 regions between April 2014 and March 2015, and moved most in the South East: from 10.0% to 1.0%.',
    ],
    [
      'none up',
      [fell, place('LONDON', 2, 2)],
      'The share of patients who were set up to see their record online rose in neither between April 2014 and March 2015, and moved most in the South East: from 10.0% to 1.0%.',
    ],
    [
      'of different months',
      [north, london, { ...fell, first: { period: '2014-09', value: 10 } }],
      'The share of patients who were set up to see their record online rose in 2 of 3 regions between the first and the last figure of each, and moved most in the South East: from 10.0% to 1.0% between September 2014 and March 2015.',
    ],
    [
      'a network, before networks began',
      [{ ...place('ELM PCN', 3, 4), level: 'pcn' }],
      'The share of patients in what later became Elm PCN who were set up to see their record online rose from 3.0% to 4.0% between April 2014 and March 2015.',
    ],
    [
      'a network since',
      [
        {
          ...{ level: 'pcn', name: 'ELM PCN', first: { period: '2018-09', value: 3 } },
          last: { period: '2020-04', value: 4 },
        },
      ],
      'The share of patients in Elm PCN who were set up to see their record online rose from 3.0% to 4.0% between September 2018 and April 2020.',
    ],
    ['none at all', [], 'No figures were reported for these months.'],
  ])('%s', (_, places, sentence) => {
    expect(movesSentence(measure, places)).toBe(sentence);
  });
});

it.each([
  ['outside_limits', 'up', 'above the upper limit'],
  ['outside_limits', 'down', 'below the lower limit'],
  ['trend', 'up', 'seven or more rising'],
  ['trend', 'down', 'seven or more falling'],
  ['near_limit', 'up', 'two of three near the upper limit'],
  ['near_limit', 'down', 'two of three near the lower limit'],
  ['one_side', 'up', 'seven or more above the mean'],
  ['one_side', 'down', 'seven or more below the mean'],
] as const)('a month that stands out by %s, %s', (rule, direction, words) => {
  expect(ruleText(rule, direction)).toBe(words);
});
