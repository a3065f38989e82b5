import { describe, expect, it } from 'vitest';
import {
  findPostcode,
  postcodeBegun,
  practicesAt,
} from '../../../../server/figures/search/postcodes.ts';

describe('findPostcode', () => {
  it.each([
    ['TS18 1HU', 'TS18', '1HU', ''],
    [' ts181hu ', 'TS18', '1HU', ''],
    ['ts18-1hu', 'TS18', '1HU', ''],
    ['Ts18 1Hu.', 'TS18', '1HU', '.'],
    ['TS 18 1HU', 'TS18', '1HU', ''],
    ['TS18 IHU', 'TS18', '1HU', ''],
    ['TS18 LHU', 'TS18', '1HU', ''],
    ['EC1A OBB', 'EC1A', '0BB', ''],
    ['TS11HU', 'TS1', '1HU', ''],
    ['the densham surgery ts18 1hu', 'TS18', '1HU', 'the densham surgery'],
    ['near LS1 4AB please', 'LS1', '4AB', 'near   please'],
  ])('reads %s', (text, outward, inward, rest) => {
    expect(findPostcode(text)).toEqual({ postcode: { outward, inward }, rest });
  });

  it.each(['surgery', 'A81001', '16C', '', 'TS18', 'TS18 1HU1', 'practice 2 hill'])(
    'finds none in "%s"',
    (text) => expect(findPostcode(text)).toBeNull(),
  );
});

describe('postcodeBegun', () => {
  it.each([
    ['ts18', 'TS18', ''],
    ['ts18 1', 'TS18', '1'],
    ['TS18 1H', 'TS18', '1H'],
    ['m1', 'M1', ''],
    ['EC1A', 'EC1A', ''],
  ])('reads %s', (text, outward, inward) => {
    expect(postcodeBegun(text)).toEqual({ outward, inward });
  });

  it.each(['surgery', 'A81001', 'TS', '', '2 hill'])('finds none in "%s"', (text) =>
    expect(postcodeBegun(text)).toBeNull(),
  );
});

describe('practicesAt', () => {
  const at = {
    A1: 'TS18 1HU',
    A2: 'TS18 1YE',
    A3: 'TS18 2AW',
    A4: 'TS1 8HU',
    A5: 'TS22 5AA',
    B1: 'T1 1AA',
  };
  const located = Object.entries(at).map(([code, postcode]) => ({ code, postcode }));
  const found = (outward: string, inward = '') => practicesAt({ outward, inward }, located);

  it('are those at a whole postcode', () =>
    expect(found('TS18', '1HU')).toEqual({ codes: ['A1'], exact: true }));
  it('are those with that beginning, without districts that begin alike', () => {
    expect(found('TS18', '1').codes).toEqual(['A1', 'A2']);
    expect(found('TS1').codes).toEqual(['A4']);
  });
  it('are sorted by distance if none is there: sector, district, then district numbers', () => {
    expect(found('TS18', '2ZZ')).toEqual({ codes: ['A3', 'A1', 'A2', 'A5', 'A4'], exact: false });
    expect(found('TS2', '1AA').codes).toEqual(['A4', 'A1', 'A2', 'A3', 'A5']);
  });
  it('are ten, with all that are as near as the tenth', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      code: String(i),
      postcode: `LS${1 + Math.floor(i / 6)} 1AA`,
    }));
    expect(practicesAt({ outward: 'LS1', inward: '2AA' }, many).codes).toHaveLength(12);
  });
  it('are none in an area without practices, or without postcodes', () => {
    expect(found('ZZ9', '9ZZ').codes).toEqual([]);
    expect(practicesAt({ outward: 'TS18', inward: '' }, []).codes).toEqual([]);
  });
});
