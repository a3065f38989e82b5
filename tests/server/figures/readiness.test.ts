import { expect, inject, it, vi } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { readConfig } from '../../../server/config.ts';
import { makeReady } from '../../../server/figures/readiness.ts';
import { askDirectly } from '../../../server/pages/askDirectly.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { releasesIn } from '../../support/sharedReleases.ts';

it('whoever first asks how England’s practices spread does not wait for them to be read', async () => {
  const releases = releasesIn(inject('oneService'));
  const release = await releases.get();
  await makeReady(release);
  const reading = vi.spyOn(DuckDatabase.prototype, 'columns');
  const ask = askDirectly(releases, readConfig({}));
  const { first_period: from, last_period: to } = release.about;
  const spreads = [...release.catalogue.collected.get(to)!].filter(
    (id) => !measureOf(id).allOrNone,
  );
  expect(spreads.length).toBeGreaterThan(1);
  for (const measure of spreads) {
    const { data } = (await ask('/deciles', { measure, from, to })) as { data: object[] };
    expect([measure, data.length]).toEqual([measure, release.catalogue.periods.length]);
  }
  expect(reading).not.toHaveBeenCalled();
});
