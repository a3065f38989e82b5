import { describe, expect, it } from 'vitest';
import { type Manifest, manifestText, parseManifest } from '../../../data/definitions/manifest.ts';

const manifest: Manifest = {
  release: '2018-09.1',
  kind: 'published',
  made_at: '2026-01-31T09:30:00Z',
  first_period: '2018-04',
  last_period: '2018-09',
  previous: '2018-08.1',
  note: null,
  months: 6,
  practices: 6942,
  acceptances: 0,
  measures: 'any_enabled,any_use',
  format: 2,
  reasons: [],
  bytes: 6_303_744,
  sha256: '0123456789abcdef'.repeat(4),
};

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(parseManifest(manifestText(manifest))).toEqual(manifest);
    const removal = { release: '2018-09.1', removed_at: '2026-02-01T00:00:00Z' };
    expect(parseManifest(manifestText(removal))).toEqual(removal);
  });

  it.each([
    ['', 'not JSON: (empty)'],
    ['{"release": "2018-', 'not JSON: {"release": "2018-'],
    ['null', 'not an object: null'],
    ['x'.repeat(100), `not JSON: ${'x'.repeat(60)}…`],
  ])('that is malformed is rejected: %s', (text, message) => {
    expect(() => parseManifest(text)).toThrow(message);
  });

  it.each<[keyof Manifest, unknown, string]>([
    ['kind', 'real', 'not a usable kind: real'],
    ['made_at', undefined, 'not a usable made_at: none'],
    ['last_period', 'September', 'not a usable last_period: September'],
    ['months', -1, 'not a usable months: -1'],
    ['bytes', '6303744', 'not a usable bytes: 6303744'],
    ['sha256', 'abc', 'not a usable sha256: abc'],
    ['previous', 4, 'not a usable previous: 4'],
    ['format', 2.5, 'not a usable format: 2.5'],
  ])('with a wrong %s is refused', (name, value, message) => {
    expect(() => parseManifest(JSON.stringify({ ...manifest, [name]: value }))).toThrow(message);
  });
});
