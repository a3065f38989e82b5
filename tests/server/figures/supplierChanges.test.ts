import { expect, it } from 'vitest';
import { isDated } from '../../../server/figures/supplierChanges.ts';
import type { Release } from '../../../server/store/releases.ts';

it('the month of a change is known if no month since the one before is missing', () => {
  const periods = ['2018-03', '2018-04', '2018-06', '2018-07'].map((period) => ({ period }));
  const release = { catalogue: { periods } } as unknown as Release;
  const known = (base_period: string, period: string) =>
    isDated({ base_period, period } as Parameters<typeof isDated>[0], release);
  expect(known('2018-03', '2018-04')).toBe(true);
  expect(known('2018-06', '2018-07')).toBe(true);
  expect(known('2018-04', '2018-06')).toBe(false);
});
