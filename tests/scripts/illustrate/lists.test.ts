import { describe, expect, it } from 'vitest';
import { MARCH_2015 } from '../../../scripts/illustrate/calendar.ts';
import { inventGroups } from '../../../scripts/illustrate/groups.ts';
import { inventLists } from '../../../scripts/illustrate/lists.ts';
import { inventPractices, isOpen } from '../../../scripts/illustrate/practices.ts';

const practices = inventPractices(2015, inventGroups(2015, 7813));
const sizes = inventLists(2015, practices, 7813);
const march = sizes(MARCH_2015);
const sum = (list: Int32Array) => list.reduce((total, size) => total + size, 0);

describe('inventLists', () => {
  it('adds up to about 56.6 million, a little less a year before', () => {
    expect(sum(march)).toBeGreaterThan(56_500_000);
    expect(sum(march)).toBeLessThan(56_700_000);
    expect(sum(sizes(0))).toBeGreaterThan(55_000_000);
    expect(sum(sizes(0))).toBeLessThan(sum(march));
  });

  it('spreads sizes as real lists are spread', () => {
    const sorted = march.filter((size) => size > 0).sort();
    const at = (share: number) => sorted[Math.floor(share * sorted.length)]!;
    // Quantiles of April 2018, when the mean was 8,248, scaled to the mean of an illustration.
    const mean = sum(march) / 7813;
    for (const [share, real] of [
      [0.05, 2418],
      [0.25, 4605],
      [0.5, 7320],
      [0.75, 10_747],
      [0.95, 16_904],
    ] as const) {
      expect(at(share) / ((real * mean) / 8248)).toBeGreaterThan(0.88);
      expect(at(share) / ((real * mean) / 8248)).toBeLessThan(1.12);
    }
    expect(at(0)).toBeGreaterThan(60);
    expect(sorted.at(-1)).toBeLessThan(75_000);
  });

  it('is zero where a practice is not open and above zero where it is', () => {
    for (const month of [0, 6, MARCH_2015, 60]) {
      const list = sizes(month);
      const wrong = practices.filter((practice, i) => isOpen(practice, month) !== list[i]! > 0);
      expect(wrong).toEqual([]);
    }
  });

  it('moves the list of a closing practice to others in its group', () => {
    const groupSize = (code: string, month: number) =>
      sizes(month).reduce(
        (all, size, i) => all + (practices[i]!.group.code === code ? size : 0),
        0,
      );
    const closing = practices
      .map((practice, i) => ({ practice, i }))
      .filter(({ practice }) => practice.closes <= MARCH_2015)
      .slice(0, 20);
    for (const { practice, i } of closing) {
      const before = groupSize(practice.group.code, practice.closes - 1);
      const after = groupSize(practice.group.code, practice.closes);
      expect(sizes(practice.closes - 1)[i]).toBeGreaterThan(0);
      expect(Math.abs(after - before) / before).toBeLessThan(0.01);
    }
  });
});
