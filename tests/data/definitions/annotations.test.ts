import { describe, expect, it } from 'vitest';
import { annotations, findAnnotations } from '../../../data/definitions/annotations.ts';
import { levelIds } from '../../../data/definitions/levels.ts';
import { findMeasure } from '../../../data/definitions/measures.ts';
import { targets } from '../../../data/definitions/targets.ts';

const month = /^20\d\d-(0[1-9]|1[0-2])$/;
const idsOf = (filter: Parameters<typeof findAnnotations>[0]) =>
  findAnnotations(filter).map(({ id }) => id);

describe('annotations', () => {
  it.each(annotations.map((one) => [one.id, one] as const))('%s is whole', (id, one) => {
    expect(annotations.filter((other) => other.id === id)).toHaveLength(1);
    if (one.from !== null) expect(one.from).toMatch(month);
    if (one.to !== null) expect(one.to).toMatch(month);
    expect(one.from ?? one.to).not.toBeNull();
    if (one.from && one.to) expect(one.from <= one.to).toBe(true);
    expect(one.measures.filter((measure) => !findMeasure(measure))).toEqual([]);
    expect(one.levels.filter((level) => !levelIds.includes(level))).toEqual([]);
    expect(one.text).toMatch(/\.$/);
    expect(one.title.length).toBeLessThan(60);
    expect(one.source).toMatch(/\w{3}/);
    expect(new URL(one.sourceUrl).protocol).toMatch(/^https?:$/);
  });

  it('are in the order of their first month', () => {
    const months = annotations.map(({ from }) => from ?? '');
    expect(months).toEqual([...months].sort());
  });

  it('are found by month, without those that end before or begin after', () => {
    expect(idsOf({ to: '2020-02' })).not.toContain('covid');
    expect(idsOf({ from: '2030-01' })).toEqual(['transactions-not-people', 'covid']);
    expect(idsOf({ from: '2015-03', to: '2015-03' })).toEqual(['contract-record-deadline']);
  });

  it('are found by measure and level, with those that affect all', () => {
    const found = idsOf({ measures: ['appointments_enabled'], levels: ['region'] });
    expect(found).toContain('contract-online-services');
    expect(found).toContain('seven-regions');
    expect(found).toContain('covid');
    expect(found).not.toContain('contract-record-deadline');
    expect(found).not.toContain('ccg-mergers-2020');
    expect(idsOf({})).toHaveLength(annotations.length);
  });
});

describe('targets', () => {
  it.each(targets.map((one) => [one.id, one] as const))('%s is whole', (id, one) => {
    expect(targets.filter((other) => other.id === id)).toHaveLength(1);
    expect(one.date).toMatch(month);
    for (const measure of [one.measure, ...one.atLeast]) {
      expect(findMeasure(measure)!.unit).toBe('percent of patients');
    }
    expect(one.value).toBeGreaterThan(0);
    expect(one.value).toBeLessThan(100);
    expect(new URL(one.sourceUrl).protocol).toBe('https:');
  });
});
