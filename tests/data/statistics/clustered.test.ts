import { describe, expect, it } from 'vitest';
import {
  type ClusterSums,
  clusteredError,
  clusteredInterval,
} from '../../../data/statistics/clustered.ts';
import { published } from '../../support/published.ts';
import { oracleJson, oracleRows } from './oracle.ts';

type Cluster = [numerator: number, denominator: number];

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const sumsOf = (clusters: readonly Cluster[]): ClusterSums => ({
  clusters: clusters.length,
  numerator: sum(clusters.map(([x]) => x)),
  denominator: sum(clusters.map(([, n]) => n)),
  numeratorSquared: sum(clusters.map(([x]) => x * x)),
  product: sum(clusters.map(([x, n]) => x * n)),
  denominatorSquared: sum(clusters.map(([, n]) => n * n)),
});

describe('the interval of a rate of clusters', () => {
  it('is as wide as clusters differ, computed by hand', () => {
    const sums = sumsOf([
      [1, 10],
      [3, 10],
    ]);
    // p = 0.2, each cluster one off: sqrt(2 / 1 * 2) / 20 = 0.1.
    expect(clusteredError(sums)).toBeCloseTo(0.1, 12);
    const interval = clusteredInterval(sums, 0.95, 100)!;
    expect(interval.lower).toBeCloseTo(20 - 127.062047361747, 8);
    expect(interval.upper).toBeCloseTo(20 + 127.062047361747, 8);
    expect(clusteredInterval(sums, 0.998)!.upper).toBeGreaterThan(interval.upper / 100);
  });

  it('does not come from rounding, however large the clusters', () => {
    for (let size = 10_001; size < 10_031; size++) {
      const alike = Array.from({ length: 7 }, (): Cluster => [size, 3 * size + 1]);
      expect(clusteredError(sumsOf(alike))).toBeNull();
    }
  });

  it('does not exist for one cluster, for clusters that are all alike, or for nobody', () => {
    const alike: Cluster = [2, 10];
    for (const clusters of [[], [alike], [alike, alike, [1, 5] as Cluster], [[0, 0] as Cluster]]) {
      expect(clusteredInterval(sumsOf(clusters))).toBeNull();
    }
  });
});

describe.skipIf(!published)(
  'the interval of a rate of clusters agrees with a public package',
  () => {
    const expected = published
      ? oracleJson<Record<'ratio' | 'mean', { derived: Record<string, number> }>>(
          'clustered_ci/expected.json',
        )
      : null;
    const rows = published ? oracleRows('clustered_ci/yrbs_clusters.csv') : [];

    it.each([
      ['ratio', 'x'],
      ['mean', 'w'],
    ] as const)('agrees on the %s', (name, of) => {
      const { derived } = expected![name];
      const sums = sumsOf(rows.map((row): Cluster => [Number(row.y), Number(row[of])]));
      expect(sums.clusters).toBe(derived.clusters);
      expect(clusteredError(sums)).toBeCloseTo(derived.se!, 11);
      // Its quantile of Student's t is good to eight digits.
      expect(clusteredInterval(sums)!.lower).toBeCloseTo(derived.lower_95!, 9);
      expect(clusteredInterval(sums)!.upper).toBeCloseTo(derived.upper_95!, 9);
    });
  },
);
