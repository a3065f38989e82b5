import { afterAll, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { explainedBy, peerGroups } from '../../../server/figures/peerGroups.ts';
import { practiceFigures } from '../../../server/figures/practiceFigures.ts';
import { Releases } from '../../../server/store/releases.ts';
import { enriched, traitStatements } from '../../support/enriched.ts';

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

it('scores of deprivation explain the square of their correlation, of practices with a score', async () => {
  const scored = new Releases(await enriched(inject('illustrative'), traitStatements));
  const release = await scored.get();
  const [measure, period] = [measureOf('records_enabled'), release.about.last_period];
  const { practices } = await peerGroups(release, period);
  const figures = await practiceFigures(release, measure, period);
  const points = [...practices.values()].flatMap(({ code, deprivation }) => {
    const value = figures.get(code)?.value ?? null;
    return value === null || deprivation === null ? [] : [{ x: deprivation, y: value }];
  });
  expect([...practices.values()].some(({ deprivation }) => deprivation === null)).toBe(true);
  const sum = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((all, point) => all + of(point), 0);
  const [x, y] = [sum((point) => point.x) / points.length, sum((point) => point.y) / points.length];
  const together = sum((point) => (point.x - x) * (point.y - y));
  const expected =
    together ** 2 / sum((point) => (point.x - x) ** 2) / sum((point) => (point.y - y) ** 2);
  expect(await explainedBy(release, measure, period, ['deprivation'])).toBeCloseTo(expected, 9);
  await scored.close();
});
