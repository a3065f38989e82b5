import { describe, expect, it } from 'vitest';
import { rankCorrelation } from '../../../data/statistics/rankCorrelation.ts';
import { seededRandom } from '../../support/random.ts';

describe('rank correlation', () => {
  it('is what a textbook works out by hand (IQ and hours of television)', () => {
    const pairs: [number, number][] = [
      [106, 7],
      [100, 27],
      [86, 2],
      [101, 50],
      [99, 28],
      [103, 29],
      [97, 20],
      [113, 12],
      [112, 6],
      [110, 17],
    ];
    const { rho, interval } = rankCorrelation(pairs)!;
    expect(rho).toBeCloseTo(-29 / 165, 12);
    // Fisher's transformation of -29/165 is -0.177604, its standard error sqrt((1 + rho^2 / 2) / 7) is 0.380872.
    const [middle, room] = [Math.log((165 - 29) / (165 + 29)) / 2, 1.959963984540054 * 0.38087225];
    expect(interval!.lower).toBeCloseTo(Math.tanh(middle - room), 6);
    expect(interval!.upper).toBeCloseTo(Math.tanh(middle + room), 6);
  });

  it('averages the ranks of ties', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: 4.5 / sqrt(4.5 * 5).
    const { rho } = rankCorrelation([
      [1, 10],
      [2, 30],
      [2, 20],
      [3, 40],
    ])!;
    expect(rho).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('has an interval that contains the truth nineteen times in twenty', () => {
    const random = seededRandom(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    // Of a normal pair with correlation 0.5 the rank correlation is 6/pi * asin(0.25).
    const truth = (6 / Math.PI) * Math.asin(0.25);
    let held = 0;
    for (let i = 0; i < 1000; i++) {
      const pairs = Array.from({ length: 60 }, (): [number, number] => {
        const x = normal();
        return [x, 0.5 * x + Math.sqrt(0.75) * normal()];
      });
      const { lower, upper } = rankCorrelation(pairs)!.interval!;
      if (lower <= truth && truth <= upper) held++;
    }
    expect(held).toBeGreaterThan(930);
    expect(held).toBeLessThan(970);
  });

  it('is 1 where the order is the same whatever the distances, and -1 where it is the opposite', () => {
    const up = [1, 2, 3, 4, 5, 6].map((x): [number, number] => [x, x ** 3]);
    expect(rankCorrelation(up)).toEqual({ rho: 1, interval: { lower: 1, upper: 1 }, places: 6 });
    const down = up.map(([x, y]): [number, number] => [x, -y]);
    expect(rankCorrelation(down)!.rho).toBe(-1);
  });

  it('is null for few pairs, or if one does not vary', () => {
    expect(rankCorrelation([])).toBeNull();
    expect(
      rankCorrelation([
        [1, 2],
        [2, 3],
      ]),
    ).toBeNull();
    expect(rankCorrelation([1, 2, 3, 4, 5].map((x): [number, number] => [x, 7]))).toBeNull();
    expect(
      rankCorrelation([
        [1, 2],
        [2, 3],
        [3, 1],
      ])!.interval,
    ).toBeNull();
  });
});
