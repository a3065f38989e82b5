import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import {
  atPlace,
  atPlaceIn,
  bareValue,
  capital,
  counted,
  listed,
  listedOr,
  placeText,
  plural,
  uncapital,
  valueText,
} from '../../../data/words/english.ts';

describe('lists', () => {
  it('has “and” before the last, without a comma', () => {
    expect(listed([])).toBe('');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b'])).toBe('a and b');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('offers a choice with “or”', () => {
    expect(listedOr(['a', 'b', 'c'])).toBe('a, b or c');
  });
});

describe('capitals and numbers of things', () => {
  it('begins with a capital, or without', () => {
    expect(capital('the share of patients')).toBe('The share of patients');
    expect(uncapital('The share of NHS patients')).toBe('the share of NHS patients');
    expect([capital(''), uncapital('')]).toEqual(['', '']);
  });

  it('counts one and any other number', () => {
    expect([0, 1, 2].map((count) => plural(count, 'patient'))).toEqual([
      'patients',
      'patient',
      'patients',
    ]);
    expect(counted(1, 'CCG')).toBe('1 CCG');
    expect(counted(7813, 'practice')).toBe('7,813 practices');
    expect(counted(2, 'it holds', 'they hold')).toBe('2 they hold');
  });
});

describe('values', () => {
  it.each([
    ['records_enabled', 4.52, '4.5%', '4.5%'],
    ['records_offered_practices', 96.84, '96.8%', '96.8%'],
    ['records_use', 134.2, '134', '134 per 1,000 patients'],
    ['any_use', 0.391, '0.39', '0.39 per 1,000 patients'],
  ])('%s: %d has its unit', (id, value, bare, text) => {
    expect(bareValue(value, measureOf(id))).toBe(bare);
    expect(valueText(value, measureOf(id))).toBe(text);
  });
});

describe('places', () => {
  it('are written as people write them, at practices and in areas', () => {
    expect(placeText('practice', 'THE DENSHAM SURGERY')).toBe('The Densham Surgery');
    expect(atPlace('practice', 'THE DENSHAM SURGERY')).toBe('at The Densham Surgery');
    expect(atPlace('ccg', 'NHS Sheffield CCG')).toBe('in NHS Sheffield CCG');
    expect(atPlace('england', 'England')).toBe('in England');
  });

  it.each([
    ['SOUTH EAST', 'in the South East'],
    ['NORTH OF ENGLAND COMMISSIONING REGION', 'in the North of England'],
    ['MIDLANDS AND EAST OF ENGLAND COMMISSIONING REGION', 'in the Midlands and East of England'],
    ['EAST OF ENGLAND', 'in the East of England'],
    ['LONDON COMMISSIONING REGION', 'in London'],
    ['YORKSHIRE AND NORTH LINCOLNSHIRE', 'in Yorkshire and North Lincolnshire'],
  ])('%s reads “%s”', (name, text) => {
    expect(atPlace('region', name)).toBe(text);
  });

  it('gives an article to regions only', () => {
    expect(atPlace('stp', 'SOUTH WEST LONDON')).toBe('in South West London');
    expect(atPlace('practice', 'NORTH STREET SURGERY')).toBe('at North Street Surgery');
  });

  it('are, of a network before July 2019, in what later became it', () => {
    const where = (level: 'pcn' | 'ccg', period: string) => atPlaceIn(period, level, 'ELM PCN');
    expect(where('pcn', '2019-06')).toBe('in what later became Elm PCN');
    expect(where('pcn', '2019-07')).toBe('in Elm PCN');
    expect(where('ccg', '2019-06')).toBe('in Elm PCN');
  });

  it('calls a group of practices a group', () => {
    expect(placeText('group', 'Custom group of 2 practices')).toBe(
      'the custom group of 2 practices',
    );
    expect(atPlace('group', 'Custom group of 2 practices')).toBe(
      'in the custom group of 2 practices',
    );
  });
});
