import { describe, expect, it } from 'vitest';
import { findMeasure, measureOf, measures, services } from '../../../data/definitions/measures.ts';

describe('measures', () => {
  it('declares each stage of each service once, and those of any service', () => {
    const ids = measures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const service of services) {
      for (const stage of ['offered', 'offered_practices', 'enabled', 'accessed', 'use']) {
        expect(findMeasure(`${service}_${stage}`)?.service).toBe(service);
      }
    }
    expect(ids.filter((id) => id.startsWith('any_'))).toEqual([
      'any_enabled',
      'any_new',
      'any_use',
    ]);
  });

  it('never lets people and transactions share a unit, a column or an extract', () => {
    const accessed = measures.filter(({ stage }) => stage === 'accessed');
    const use = measures.filter(({ stage }) => stage === 'use');
    expect(accessed.every(({ unit }) => unit === 'percent of patients')).toBe(true);
    expect(
      use.every(({ unit, polarity }) => unit === 'per 1,000 patients' && polarity === 'none'),
    ).toBe(true);
    expect(accessed.every(({ publishedAs }) => publishedAs.long === null)).toBe(true);
    expect(use.every(({ publishedAs }) => publishedAs.wide === null)).toBe(true);
  });

  it('scales every percentage by 100 and every rate by 1,000', () => {
    for (const { unit, scale } of measures)
      expect(scale).toBe(unit.startsWith('percent') ? 100 : 1000);
  });

  it('has words for every measure', () => {
    for (const measure of measures) {
      for (const key of [
        'title',
        'phrase',
        'description',
        'whyItMatters',
        'numeratorLabel',
        'denominatorLabel',
      ] as const) {
        expect(measure[key], `${measure.id}.${key}`).toMatch(/\w{3}/);
      }
    }
  });

  it('fails for a measure that is not declared', () => {
    expect(() => measureOf('enabled')).toThrow('no such measure is declared: enabled');
  });
});
