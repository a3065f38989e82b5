import { afterAll, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { explainedBy, peerGroups } from '../../../server/figures/peerGroups.ts';
import { practiceFigures } from '../../../server/figures/practiceFigures.ts';
import { Releases } from '../../../server/store/releases.ts';

const releases = new Releases(inject('illustrative'));
afterAll(() => releases.close());

it('suppliers explain the share of squares that is between their means, of practices with a figure', async () => {
  const release = await releases.get();
  const [measure, period] = [measureOf('records_enabled'), release.about.last_period];
  const { practices } = await peerGroups(release, period);
  const figures = await practiceFigures(release, measure, period);
  const bySupplier = new Map<string, number[]>();
  let without = 0;
  for (const { code, supplier } of practices.values()) {
    const value = figures.get(code)?.value ?? null;
    if (value === null || supplier === null) without++;
    else bySupplier.set(supplier, [...(bySupplier.get(supplier) ?? []), value]);
  }
  expect(without).toBeGreaterThan(0);
  const meanOf = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const all = [...bySupplier.values()].flat();
  const mean = meanOf(all);
  const total = all.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const between = [...bySupplier.values()].reduce(
    (sum, of) => sum + of.length * (meanOf(of) - mean) ** 2,
    0,
  );
  expect(await explainedBy(release, measure, period, ['supplier'])).toBeCloseTo(between / total, 9);
});
