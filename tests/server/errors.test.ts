import { describe, expect, it } from 'vitest';
import { measures } from '../../data/definitions/measures.ts';
import { nearest, unknown } from '../../server/errors.ts';

const ids = measures.map(({ id }) => id);

describe('unknown', () => {
  it.each([
    ['enabeld', 'records_enabled'],
    ['record_enabled', 'records_enabled'],
    ['prescription_use', 'prescriptions_use'],
    ['RECORDS_OFFERED', 'records_offered'],
    ['prescriptions_off', 'prescriptions_offered'],
  ])('suggests for %s the nearest, %s', (word, near) => {
    expect(unknown('measure', word, ids)).toBe(`unknown measure: ${word} (did you mean ${near}?)`);
  });

  it('suggests nothing if nothing is near, and shortens long values', () => {
    expect(unknown('measure', 'q'.repeat(500), ids)).toBe(`unknown measure: ${'q'.repeat(60)}…`);
    expect(nearest('', ids)).toBeUndefined();
  });
});
