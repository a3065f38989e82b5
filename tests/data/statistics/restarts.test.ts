import { describe, expect, it } from 'vitest';
import { breaks, suggestRestarts } from '../../../data/statistics/restarts.ts';
import { normalDeviate, seededRandom } from '../../support/random.ts';

const noise = (seed: number, count: number, level: number, spread = 1) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => level + spread * normalDeviate(random));
};

describe('suggestRestarts', () => {
  it('finds a clear step at its first point, up or down', () => {
    expect(suggestRestarts([...noise(1, 12, 10), ...noise(2, 9, 30)])).toEqual([12]);
    expect(suggestRestarts([...noise(3, 7, 30), ...noise(4, 7, 10)])).toEqual([7]);
  });

  it('finds each of several steps', () => {
    const values = [...noise(5, 10, 10), ...noise(6, 10, 40), ...noise(7, 10, 80)];
    expect(suggestRestarts(values)).toEqual([10, 20]);
  });

  it('finds a step between levels that do not move', () => {
    expect(suggestRestarts([...Array(8).fill(0), ...Array(8).fill(97)])).toEqual([8]);
    expect(suggestRestarts(Array(20).fill(5))).toEqual([]);
  });

  it('leaves a roll-out alone, steady or s-shaped', () => {
    expect(suggestRestarts(Array.from({ length: 36 }, (_, month) => month * 2.7))).toEqual([]);
    const curve = Array.from({ length: 36 }, (_, month) => 97 / (1 + Math.exp((18 - month) / 2)));
    expect(suggestRestarts(curve)).toEqual([]);
  });

  it('ignores a single outlier, and a step too near the end', () => {
    expect(suggestRestarts([...noise(8, 10, 10), 90, ...noise(9, 10, 10)])).toEqual([]);
    expect(suggestRestarts([...noise(10, 12, 10), ...noise(11, 6, 60)])).toEqual([]);
  });

  it('ignores a step whose level comes back down, though the others stay above', () => {
    const still = Array(7).fill(0);
    expect(suggestRestarts([...still, 10, 10, 10, 10, 5, 0, 0])).toEqual([]);
    expect(suggestRestarts([...still, 10, 10, 10, 10, 8, 6, 6])).toEqual([7]);
  });

  it('ignores a level that swings back towards the one before', () => {
    const still = Array(7).fill(0);
    expect(suggestRestarts([...still, 10, 5, 10, 5, 10, 5, 10])).toEqual([]);
    expect(suggestRestarts([...still, 10, 9, 10, 9, 10, 9, 10])).toEqual([7]);
  });

  it('sees a step across a month that is missing', () => {
    expect(suggestRestarts([...noise(12, 9, 10), null, ...noise(13, 9, 60)])).toEqual([10]);
    expect(suggestRestarts([null, null, ...noise(14, 20, 10), null])).toEqual([]);
    expect(suggestRestarts([])).toEqual([]);
  });

  it('proposes next to nothing in noise', () => {
    let proposed = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      proposed += suggestRestarts(noise(1000 + seed, 36, 50)).length;
    }
    expect(proposed).toBeLessThanOrEqual(1);
  });
});

describe('neighbouring breaks', () => {
  it('count once, at the larger, whichever comes first', () => {
    const [low, high] = [
      [0, 1, 0, 1, 0, 1, 0],
      [160, 161, 160, 161, 160, 161, 160],
    ];
    expect(breaks([...low!, 100, ...high!])).toEqual([7]);
    expect(breaks([...low!, 60, ...high!])).toEqual([8]);
  });
});

describe('breaks', () => {
  const climb = [10, 10.3, 10.5, 10.8, 11, 11.3, 11.5, 11.8, 12, 12.3, 12.5, 12.8];
  const broken = (from: number, by: number) =>
    climb.map((value, i) => (i >= from ? value + by : value));

  it('are found in twelve months, near their ends too', () => {
    expect(breaks(broken(5, -8))).toEqual([5]);
    expect(breaks(broken(2, -8))).toEqual([2]);
    expect(breaks(broken(10, 6))).toEqual([10]);
  });

  it('are not found in a climb, nor with too few months on a side', () => {
    expect(breaks(climb)).toEqual([]);
    expect(breaks(broken(11, -8))).toEqual([]);
    expect(breaks(broken(1, -8))).toEqual([]);
    expect(breaks(broken(3, -8).slice(0, 8))).toEqual([]);
  });

  it('are not found beside a change that goes further the same way', () => {
    const risesTwice = (first: number, then: number) =>
      broken(10, first).map((value, i) => (i === 11 ? value + then : value));
    expect(breaks(risesTwice(6, 7))).toEqual([]);
    expect(breaks(risesTwice(6, 5))).toEqual([10]);
    expect(breaks(risesTwice(6, -7))).toEqual([10]);
    const fallsTwice = climb.map((value, i) => value - (i >= 1 ? 9 : 0) - (i >= 2 ? 8 : 0));
    expect(breaks(fallsTwice)).toEqual([]);
  });

  it('are never across missing months', () => {
    const values = broken(5, -8).map((value, i) => (i === 4 ? null : value));
    expect(breaks(values)).toEqual([]);
  });
});
