import { describe, expect, it } from 'vitest';
import { restOf } from '../../../data/statistics/rest.ts';
import {
  leastThatMatters,
  meaningOf,
  verdictByFunnel,
  verdictByInterval,
} from '../../../data/statistics/verdict.ts';

describe('the least difference that matters', () => {
  it('is that of the measure, or a quarter of the benchmark if that is less', () => {
    expect(leastThatMatters(1, 97)).toBe(1);
    expect(leastThatMatters(1, 4)).toBe(1);
    expect(leastThatMatters(1, 3)).toBe(0.75);
    expect(leastThatMatters(0.1, 0.4)).toBe(0.1);
    expect(leastThatMatters(1, 0.24)).toBe(0.06);
    expect(leastThatMatters(1, 0)).toBe(0);
  });
});

describe('the verdict on a practice', () => {
  it('is higher or lower only if the interval excludes the benchmark and the difference matters', () => {
    expect(verdictByInterval('higher', 1, 1)).toBe('higher');
    expect(verdictByInterval('lower', -1, 1)).toBe('lower');
    expect(verdictByInterval('lower', -0.99, 1)).toBe('about the same');
    expect(verdictByInterval('similar', -3, 1)).toBe('no clear difference');
    expect(verdictByInterval('similar', -0.3, 1)).toBe('about the same');
    expect(verdictByInterval('similar', 0, 0)).toBe('about the same');
    expect(verdictByInterval('not_compared', 5, 1)).toBe('not compared');
    expect(verdictByInterval('higher', null, 1)).toBe('not compared');
  });
});

describe('the verdict on an area', () => {
  it('is higher or lower only beyond the funnel of its level', () => {
    expect(verdictByFunnel('above_95', 3, 1)).toBe('higher');
    expect(verdictByFunnel('below_998', -3, 1)).toBe('lower');
    expect(verdictByFunnel('inside', -9, 1)).toBe('no clear difference');
    expect(verdictByFunnel('above_998', 0.9, 1)).toBe('about the same');
    expect(verdictByFunnel('above_95', -3, 1)).toBe('no clear difference');
    expect(verdictByFunnel('above_95', 0, 0)).toBe('about the same');
    expect(verdictByFunnel(null, 3, 1)).toBe('not compared');
    expect(verdictByFunnel('inside', null, 1)).toBe('not compared');
  });
});

describe('what a verdict means', () => {
  it('depends only on polarity', () => {
    expect(meaningOf('higher', 'higher is better')).toBe('better');
    expect(meaningOf('lower', 'higher is better')).toBe('worse');
    expect(meaningOf('higher', 'lower is better')).toBe('worse');
    expect(meaningOf('lower', 'lower is better')).toBe('better');
    expect(meaningOf('higher', 'none')).toBeNull();
    expect(meaningOf('about the same', 'higher is better')).toBeNull();
    expect(meaningOf('no clear difference', 'higher is better')).toBeNull();
  });
});

describe('the rest of a place', () => {
  it('is its counts without one of its parts', () => {
    const whole = { numerator: 300, denominator: 1000 };
    expect(restOf(whole, { numerator: 200, denominator: 400 })).toEqual({
      numerator: 100,
      denominator: 600,
    });
    expect(restOf(whole, whole)).toBeNull();
    expect(restOf(whole, { numerator: null, denominator: null })).toBeNull();
    expect(restOf({ numerator: null, denominator: null }, whole)).toBeNull();
  });
});
