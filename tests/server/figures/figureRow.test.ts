import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { areasOf } from '../../../server/figures/ancestors.ts';
import { markerOf } from '../../../server/figures/figureRow.ts';
import type { Catalogue } from '../../../server/store/catalogue.ts';
import type { AncestorsRow } from '../../../server/store/queries/ancestors.ts';

describe('counts without a value', () => {
  const collected = new Map([
    ['2015-02', new Set(['records_enabled'])],
    ['2015-03', new Set(['any_enabled'])],
  ]);
  const marker = (period: string, practices: number, reported: number, denominator: number) =>
    markerOf(
      { denominator, practices, practices_reported: reported },
      ...([measureOf('records_enabled'), period, { collected } as unknown as Catalogue] as const),
    );

  it.each<[string, ReturnType<typeof marker>, '[x]' | '[z]' | null]>([
    ['are [z] in a month without the measure', marker('2015-03', 0, 0, 0), '[z]'],
    ['are [z] in a month that is not there', marker('2014-01', 0, 0, 0), '[z]'],
    ['are [x] where no practice is', marker('2015-02', 0, 0, 0), '[x]'],
    ['are [x] where none reported', marker('2015-02', 3, 0, 9), '[x]'],
    ['are [x] where nobody is registered', marker('2015-02', 3, 3, 0), '[x]'],
    ['are those with one otherwise', marker('2015-02', 3, 1, 9), null],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

it('the areas of a place are those that it has', () => {
  const row = { region_code: 'Y56', subregion_code: 'Q71', stp_code: null, ccg_code: '07M' };
  expect(areasOf({ ...row, pcn_code: null } as AncestorsRow)).toEqual([
    ...['region Y56', 'subregion Q71', 'ccg 07M'],
  ]);
  expect(areasOf(undefined)).toEqual([]);
});
