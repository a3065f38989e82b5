import { describe, expect, it } from 'vitest';
import { chartQueryString, parseChartQuery } from '../../../web/charts/question.ts';

const parse = (text: string) =>
  parseChartQuery(new URLSearchParams(text), ['measure', 'area', 'release']);

describe('the question of a chart', () => {
  it('is read from an address, and written in a fixed order', () => {
    const query = parse('release=2015-03.1&area=A81001,A81002&measure=records_enabled');
    expect(query).toEqual({
      measure: 'records_enabled',
      area: 'A81001,A81002',
      release: '2015-03.1',
    });
    expect(chartQueryString(query)).toBe(
      '?measure=records_enabled&area=A81001,A81002&release=2015-03.1',
    );
    expect(chartQueryString({})).toBe('');
  });

  it('leaves out empty values, and rejects unknown or repeated ones', () => {
    expect(parse('area=&measure=%20')).toEqual({});
    expect(() => parse('limits=plain')).toThrow('no such parameter: limits');
    expect(() => parse('bananas=1')).toThrow('no such parameter: bananas');
    expect(() => parse('measure=1&measure=2')).toThrow('more than once');
    expect(parse('area=1&area=2')).toEqual(parse('area=1,2'));
  });
});
