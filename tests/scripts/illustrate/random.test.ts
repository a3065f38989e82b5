import { describe, expect, it } from 'vitest';
import {
  bell,
  choose,
  exponential,
  randomStream,
  randomTable,
} from '../../../scripts/illustrate/random.ts';

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('randomStream', () => {
  it('repeats only for the same seed and purpose', () => {
    const draws = (seed: number, purpose: string) => {
      const random = randomStream(seed, purpose);
      return [random(), random(), random()];
    };
    expect(draws(1, 'lists')).toEqual(draws(1, 'lists'));
    expect(draws(1, 'lists')).not.toEqual(draws(2, 'lists'));
    expect(draws(1, 'lists')).not.toEqual(draws(1, 'names'));
  });

  it('is uniform from 0 to 1', () => {
    const random = randomStream(3, 'even');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i++) tenths[Math.floor(random() * 10)]!++;
    expect(Math.min(...tenths)).toBeGreaterThan(1850);
    expect(Math.max(...tenths)).toBeLessThan(2150);
  });
});

describe('randomTable', () => {
  it('is uniform along rows and columns', () => {
    const table = randomTable(4, 'noise');
    const along = (draw: (i: number) => number) =>
      mean(Array.from({ length: 5000 }, (_, i) => draw(i)));
    expect(along((i) => table(i, 7))).toBeCloseTo(0.5, 1);
    expect(along((i) => table(7, i))).toBeCloseTo(0.5, 1);
    expect(table(1, 2)).not.toBe(table(2, 1));
  });
});

describe('bell', () => {
  it('has mean 0 and standard deviation 1', () => {
    const random = randomStream(5, 'bell');
    const draws = Array.from({ length: 20_000 }, () => bell(random));
    expect(mean(draws)).toBeCloseTo(0, 1);
    expect(mean(draws.map((draw) => draw * draw))).toBeCloseTo(1, 1);
  });
});

describe('exponential', () => {
  it.each([-9, -4, -1, 0, 0.5, 3, 9])('is within a hundredth of the exponential of %d', (power) => {
    expect(exponential(power) / Math.E ** power).toBeGreaterThan(0.99);
    expect(exponential(power) / Math.E ** power).toBeLessThan(1.01);
  });
});

describe('choose', () => {
  it('never chooses what has no weight', () => {
    const random = randomStream(6, 'choose');
    const made = Array.from({ length: 500 }, () =>
      choose(random, [
        ['never', 0],
        ['rarely', 1],
        ['often', 9],
      ]),
    );
    expect(made).not.toContain('never');
    expect(made.filter((one) => one === 'rarely').length).toBeGreaterThan(20);
    expect(made.filter((one) => one === 'rarely').length).toBeLessThan(100);
  });
});
