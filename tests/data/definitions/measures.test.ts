import { describe, expect, it } from 'vitest';
import { findMeasure, measureOf, measures, services } from '../../../data/definitions/measures.ts';
import { measureIds } from '../../support/oracle.ts';

describe('measures', () => {
  it('declares each stage of each service once, and those of any service', () => {
    const ids = measures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const service of services) {
      for (const stage of ['offered', 'offered_practices', 'enabled', 'accessed', 'use']) {
        expect(findMeasure(`${service}_${stage}`)?.service).toBe(service);
      }
    }
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

  it('scales every percentage by 100, every rate by 1,000 and no count', () => {
    const scales = { share: 100, rate: 1000, count: 1 };
    for (const { form, scale } of measures) expect(scale).toBe(scales[form]);
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

  it('are all counted a second time, in plain JavaScript', () => {
    expect([...measureIds].sort()).toEqual(measures.map(({ id }) => id).sort());
  });

  it('fails for a measure that is not declared', () => {
    expect(() => measureOf('enabled')).toThrow('no such measure is declared: enabled');
  });
});
