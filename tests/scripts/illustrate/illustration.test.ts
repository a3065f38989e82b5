import { describe, expect, it } from 'vitest';
import { services } from '../../../data/definitions/measures.ts';
import { illustrate } from '../../../scripts/illustrate/illustration.ts';

describe('illustrate', () => {
  it.each([
    [{ seed: -1 }, 'seed is not a whole number from 0 to'],
    [{ seed: 1.5 }, 'seed is not a whole number from 0 to'],
    [{ seed: 1, practices: 99 }, 'practices is not a whole number from 100 to 7813: 99'],
    [{ seed: 1, practices: 8000 }, 'practices is not a whole number from 100 to 7813: 8000'],
    [{ seed: 1, months: 0 }, 'months is not a whole number from 1 to 120: 0'],
    [{ seed: 1, months: 121 }, 'months is not a whole number from 1 to 120: 121'],
    [{ seed: 1, months: Number.NaN }, 'months is not a whole number from 1 to 120: NaN'],
  ])('refuses %j', (options, message) => {
    expect(() => illustrate(options)).toThrow(message);
  });

  it.each([
    [1, 100],
    [2, 211],
    [3, 1500],
  ])('makes 120 months from seed %d with %d practices, uptake growing', (seed, size) => {
    const { rows } = illustrate({ seed, practices: size, months: 120 });
    for (const service of services) {
      const share = (month: number) => {
        const reported = rows[service](month).filter(({ enabled }) => enabled !== null);
        const enabled = reported.reduce((sum, row) => sum + row.enabled!, 0);
        return enabled / reported.reduce((sum, row) => sum + row.registered, 0);
      };
      expect(share(59)).toBeGreaterThan(share(11));
      expect(share(119)).toBeGreaterThan(0.4);
      expect(share(119)).toBeLessThan(0.75);
    }
  });
});
