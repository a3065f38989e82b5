import { describe, expect, it } from 'vitest';
import { services } from '../../../data/definitions/measures.ts';
import { courses, valueAt } from '../../../scripts/illustrate/course.ts';

describe('valueAt', () => {
  const points = [
    [2, 10],
    [4, 30],
  ] as const;

  it('is on the line between points and level beyond them', () => {
    expect([0, 2, 3, 4, 9].map((month) => valueAt(points, month))).toEqual([10, 10, 20, 30, 30]);
  });
});

describe('courses', () => {
  it.each(services)('never let the patients who use %s pass those enabled', (service) => {
    for (let month = 0; month < 120; month++) {
      const { enabled, used, offered } = courses[service];
      expect(valueAt(used, month)).toBeLessThan(valueAt(enabled, month) / 2);
      expect(valueAt(offered, month)).toBeLessThan(1);
    }
  });
});
