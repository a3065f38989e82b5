import { expect, test } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import {
  type Side,
  sidesAlike,
  sidesHeading,
  sidesSentence,
  sidesSurety,
  thousandCounts,
} from '../../../data/words/sides.ts';

const measure = measureOf('records_enabled');

const side = (name: string, value: number | null, word: Side['word'], sure = true): Side => ({
  level: 'ccg',
  name,
  numerator: value === null ? null : value * 10,
  denominator: value === null ? null : 1000,
  value,
  marker: value === null ? '[x]' : null,
  word,
  comparison_998: sure ? 'higher' : 'similar',
});

const north = side('North CCG', 2.4, 'worse');
const south = side('South CCG', 9.1, 'better');
const east = side('East CCG', 6.2, 'similar', false);
const west = side('West CCG', null, 'not compared');

const sentence = (...sides: Side[]) => sidesSentence(sides, 6.4, measure, '2018-09');

test('the heading counts who stands where beside England', () => {
  expect(sidesHeading([north, south, east, west])).toBe(
    'better than England in 1 place, similar in 1, worse in 1, not compared in 1',
  );
  expect(sidesHeading([north, { ...north, name: 'Other' }])).toBe(
    'worse than England in both places',
  );
  expect(sidesHeading([east, east, east])).toBe('similar to England in all 3 places');
  expect(sidesHeading([south])).toBe('better than England');
  expect(sidesHeading([west])).toBe('not reported');
  expect(sidesHeading([{ ...south, word: 'not compared' }])).toBe('not compared with England');
});

test('the sentence names each of two places, and of more the highest and the lowest', () => {
  expect(sentence(north)).toMatch(/2\.4% of patients in North CCG .*\. In England it was 6\.4%\.$/);
  expect(sentence(north, south)).toMatch(
    /9\.1% of patients in South CCG .*, and 2\.4% in North CCG\. /,
  );
  expect(sentence(north, west, south, east)).toMatch(
    /9\.1% of patients in South CCG .*, the highest of the 3, and 2\.4% in North CCG, the lowest\. /,
  );
  expect(sentence(north, { ...north, name: 'Other' })).toMatch(/, as in the other place\. /);
  expect(sentence(west)).toBe('For September 2018 none of them reported it.');
});

test('places that stand alike stand together, the highest first, and those not compared say why', () => {
  const excess = side('Odd CCG', 110, 'not compared');
  const lower = side('Far North CCG', 1.2, 'worse');
  expect(sidesAlike([lower, north, west, south, excess], 6.4, measure)).toEqual([
    { title: 'Better than England', places: ['South CCG (9.1%)'] },
    { title: 'Worse than England', places: ['North CCG (2.4%)', 'Far North CCG (1.2%)'] },
    {
      title: 'Not compared',
      places: [
        'Odd CCG (110.0%: more are counted than there are (1,100 of 1,000))',
        'West CCG (not reported)',
      ],
    },
  ]);
});

test('how sure differences are names those that 99.8% does not bear out', () => {
  expect(sidesSurety([east, west])).toBe('');
  expect(sidesSurety([north, south])).toMatch(/At 99\.8% it does so too\.$/);
  expect(sidesSurety([{ ...north, comparison_998: 'similar' }])).toMatch(
    /At 99\.8% it does not\.$/,
  );
  expect(sidesSurety([{ ...north, comparison_998: 'similar' }, south])).toMatch(
    /save for North CCG\.$/,
  );
});

test('below a picture stand the counts of its dots', () => {
  expect(thousandCounts({ offered: 100, enabled: 2.4, accessed: null })).toBe(
    'All could, 24 set up.',
  );
  expect(thousandCounts({ offered: 97.2, enabled: 4.5, accessed: 0 })).toBe(
    '972 could, 45 set up, none did.',
  );
  expect(thousandCounts({ offered: null, enabled: null, accessed: null })).toBe('Not known.');
});
