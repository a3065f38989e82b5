import { expect, inject, it } from 'vitest';
import { changesKnownFrom, isDated } from '../../../server/figures/supplierChanges.ts';
import type { Release } from '../../../server/store/releases.ts';
import { releasesIn } from '../../support/sharedReleases.ts';

it('the month of a change is known if no month since the one before is missing', () => {
  const periods = ['2018-03', '2018-04', '2018-06', '2018-07'].map((period) => ({ period }));
  const release = { catalogue: { periods } } as unknown as Release;
  const known = (base_period: string, period: string) =>
    isDated({ base_period, period } as Parameters<typeof isDated>[0], release);
  expect(known('2018-03', '2018-04')).toBe(true);
  expect(known('2018-06', '2018-07')).toBe(true);
  expect(known('2018-04', '2018-06')).toBe(false);
});

it('a year of changes is known from a month before it on', async () => {
  // Its suppliers are known from April 2014 on.
  const release = await releasesIn(inject('illustrative')).get();
  expect(await changesKnownFrom(release, '2015-03')).toBe('2014-04');
  expect(await changesKnownFrom(release, '2015-04')).toBeNull();
});
