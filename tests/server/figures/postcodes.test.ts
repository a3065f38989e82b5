import { describe, expect, it } from 'vitest';
import { parsePostcode, practicesAt } from '../../../server/figures/postcodes.ts';
import type { Catalogue } from '../../../server/store/catalogue.ts';

describe('parsePostcode', () => {
  it.each([
    ['TS18 1HU', 'TS18', '1HU'],
    [' ts181hu ', 'TS18', '1HU'],
    ['ts1 1hu', 'TS1', '1HU'],
    ['TS11HU', 'TS1', '1HU'],
    ['ts18', 'TS18', ''],
    ['ts18 1', 'TS18', '1'],
    ['TS18 1H', 'TS18', '1H'],
    ['EC1A 1BB', 'EC1A', '1BB'],
    ['m1', 'M1', ''],
  ])('reads %s', (text, outward, inward) => {
    expect(parsePostcode(text)).toEqual({ outward, inward });
  });

  it.each(['surgery', 'A81001', '16C', '', 'TS', 'TS18 1HU1', 'TS 18 1HU'])(
    'finds no postcode in "%s"',
    (text) => {
      expect(parsePostcode(text)).toBeNull();
    },
  );
});

describe('practicesAt', () => {
  const at = { A1: 'TS18 1HU', A2: 'TS18 1YE', A3: 'TS18 2AW', A4: 'TS1 8HU', A5: null };
  const catalogue = {
    addresses: new Map(
      Object.entries(at).map(([practice_code, postcode]) => [
        practice_code,
        { practice_code, postcode },
      ]),
    ),
    areas: new Map(Object.keys(at).map((area_code) => [area_code, { area_code }])),
  } as unknown as Catalogue;
  const found = (text: string) => practicesAt(text, catalogue).map(({ area_code }) => area_code);

  it('are those at a whole postcode', () => expect(found('ts181hu')).toEqual(['A1']));
  it('are those of its sector where none is there', () =>
    expect(found('TS18 1ZZ')).toEqual(['A1', 'A2']));
  it('are those of its district where none is in its sector', () =>
    expect(found('TS18 9ZZ')).toEqual(['A1', 'A2', 'A3']));
  it('are those of a district, and no other that begins alike', () =>
    expect(found('ts1')).toEqual(['A4']));
  it('are none at what is no postcode, or where none is known', () => {
    expect(found('surgery')).toEqual([]);
    expect(practicesAt('TS18', { ...catalogue, addresses: new Map() })).toEqual([]);
  });
});
