import { expect, test } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import {
  type Side,
  sidesAlike,
  sidesHeading,
  sidesRule,
  sidesSentence,
  thousandCounts,
} from '../../../data/words/sides.ts';

const measure = measureOf('records_enabled');

const side = (
  name: string,
  value: number | null,
  word: Side['word'],
  reason: string | null = null,
): Side => ({
  level: 'ccg',
  name,
  numerator: value === null ? null : value * 10,
  denominator: value === null ? null : 1000,
  value,
  marker: value === null ? '[x]' : null,
  word,
  reason,
});

const usual = 'the difference is no larger than is usual between CCGs';
const north = side('North CCG', 2.4, 'lower');
const south = side('South CCG', 9.1, 'higher');
const east = side('East CCG', 6.2, 'no clear difference', usual);
const west = side('West CCG', null, 'not compared', 'not reported');

const sentence = (...sides: Side[]) => sidesSentence(sides, 6.4, measure, '2018-09');

test('the heading counts places by how they compare with England', () => {
  expect(sidesHeading([north, south, east, west])).toBe(
    'higher than England in 1 place, no clear difference in 1, lower in 1, not compared in 1',
  );
  expect(sidesHeading([north, { ...north, name: 'Other' }])).toBe(
    'lower than England in both places',
  );
  expect(sidesHeading([east, east, east])).toBe('no clear difference from England in all 3 places');
  expect(sidesHeading([south])).toBe('higher than England');
  expect(sidesHeading([west])).toBe('no figures');
  expect(sidesHeading([{ ...south, word: 'not compared' }])).toBe('not compared with England');
  expect(sidesHeading([west, { ...south, word: 'not compared' }])).toBe(
    'not compared with England',
  );
  expect(sidesHeading([north, south])).toBe('higher than England in 1 place, lower in 1');
});

test('the sentence names both of two places, and of more the highest and the lowest', () => {
  expect(sentence(north)).toMatch(/2\.4% of patients in North CCG .*\. In England it was 6\.4%\.$/);
  expect(sentence(north, south)).toMatch(
    /9\.1% of patients in South CCG .*, and 2\.4% in North CCG\. /,
  );
  expect(sentence(north, west, south, east)).toMatch(
    /9\.1% of patients in South CCG .*, the highest of the 3, and 2\.4% in North CCG, the lowest\. /,
  );
  expect(
    sentence(north, south, { ...south, name: 'Other' }, { ...north, name: 'A' }, east),
  ).toMatch(
    /9\.1% of patients in South CCG .*, the highest of the 5, as in 1 other, and 2\.4% in 2 of them, the lowest\. /,
  );
  expect(sentence(north, { ...north, name: 'Other' })).toMatch(/, as in the other place\. /);
  expect(sentence(north, { ...north, name: 'A' }, { ...north, name: 'B' })).toMatch(
    /, as in the other 2 places\. /,
  );
  expect(sidesSentence([north, west], null, measure, '2018-09')).toBe(
    'In September 2018, 2.4% of patients in North CCG were set up to see their record online.',
  );
  expect(sentence(west)).toBe('There is no figure for September 2018.');
  expect(sidesSentence([{ ...north, level: 'pcn' }, south], null, measure, '2018-09')).toBe(
    'In September 2018, 9.1% of patients in South CCG were set up to see their record online, and 2.4% in what later became North CCG.',
  );
});

test('places with the same verdict are together, highest first, and those without one say why', () => {
  const why = 'more are counted than there are, 1,100 of 1,000';
  const excess = side('Odd CCG', 110, 'not compared', why);
  const lower = side('Far North CCG', 1.2, 'lower');
  expect(sidesAlike([lower, east, north, west, south, excess], measure)).toEqual([
    { title: 'Higher than England', places: ['South CCG (9.1%)'] },
    { title: 'No clear difference from England', places: [`East CCG (6.2%: ${usual})`] },
    { title: 'Lower than England', places: ['North CCG (2.4%)', 'Far North CCG (1.2%)'] },
    { title: 'Not compared', places: [`Odd CCG (110.0%: ${why})`, 'West CCG (not reported)'] },
  ]);
});

test('the rule of the verdicts is that for practices, for areas, or both', () => {
  expect(sidesRule([east, west])).toBe('');
  expect(sidesRule([north])).toBe(
    'An area is called higher or lower where it differs by more than is usual between areas of its kind and size.',
  );
  const practice = { ...north, level: 'practice' } as const;
  expect(sidesRule([practice])).toMatch(/^A practice is called .* excludes .* matters\.$/);
  expect(sidesRule([practice, south])).toMatch(/^A practice .*\. An area /);
});

test('below a picture are the counts of its dots', () => {
  expect(thousandCounts({ offered: 100, enabled: 2.4, accessed: null })).toBe(
    'All offered it, 24 set up.',
  );
  expect(thousandCounts({ offered: 97.2, enabled: 4.5, accessed: 0 })).toBe(
    '972 offered it, 45 set up, none did.',
  );
  expect(thousandCounts({ offered: 100, enabled: 118.6, accessed: null })).toBe(
    'All offered it, over 1,000 set up.',
  );
  expect(thousandCounts({ offered: null, enabled: null, accessed: null })).toBe('Not known.');
});
