import { describe, expect, it } from 'vitest';
import { nextOrdering, ordered, parseOrdering } from '../../../web/charts/ordering.ts';
import type { Place } from '../../../web/figures.ts';

const place = (name: string, enabled: number | null, patients = 1000): Place => ({
  level: 'region',
  code: name,
  name,
  parts: {
    offered: {
      numerator: patients,
      denominator: patients,
      value: 100,
      marker: null,
      practices: 1,
      reported: 1,
    },
    enabled: {
      numerator: enabled,
      denominator: enabled === null ? null : 100,
      value: enabled,
      marker: enabled === null ? '[x]' : null,
      practices: 1,
      reported: enabled === null ? 0 : 1,
    },
  },
});
const places = [place('B', 2), place('A', 10, 500), place('D', null), place('C', 2)];
const names = (sort: string | undefined) =>
  ordered(places, parseOrdering(sort))
    .map(({ name }) => name)
    .join('');

describe('the order of places', () => {
  it.each([
    [undefined, 'ABCD'],
    ['enabled', 'BCAD'],
    ['-enabled', 'ABCD'],
    ['name', 'ABCD'],
    ['-name', 'DCBA'],
    ['-patients', 'BCDA'],
    ['nonsense', 'ABCD'],
  ])('by %s is %s: as numbers, with those without one last', (sort, order) => {
    expect(names(sort)).toBe(order);
  });

  it('is reversed when chosen again, and begins with the largest number or the first name', () => {
    expect(nextOrdering(parseOrdering('-use'), 'use')).toBe('use');
    expect(nextOrdering(parseOrdering('use'), 'use')).toBe('-use');
    expect(nextOrdering(parseOrdering('use'), 'patients')).toBe('-patients');
    expect(nextOrdering(parseOrdering('use'), 'name')).toBe('name');
  });
});
