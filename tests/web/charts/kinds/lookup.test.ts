import { expect, it } from 'vitest';
import { lookupNotes, lookupOf, lookupSentence } from '../../../../web/charts/kinds/lookup.ts';

const meta = (...shares: number[]) =>
  ({
    lookup: '2022-01-01',
    placement: shares.map((share_of_patients_placed) => ({ share_of_patients_placed })),
  }) as never;

it('a lookup is told with the patients that it places in the last month shown', () => {
  const lookup = lookupOf(meta(91.5, 98.25));
  expect(lookup).toEqual({ date: '2022-01-01', placed: 98.25 });
  expect(lookupNotes(lookup, 'ccg')).toEqual([
    'Places as the practice lookup of 1 January 2022 makes them up: it places practices with 98.3% of patients, the others count in England alone.',
  ]);
  expect(lookupNotes(lookupOf(meta(91.5, 99.96)), 'pcn')).toEqual([
    'Places as the practice lookup of 1 January 2022 makes them up.',
    'Primary care networks began in July 2019: before, they are the practices that later formed one.',
  ]);
  expect(lookupSentence(lookup)).toBe(
    'Places are those of the practice lookup of 1 January 2022, for practices with 98.3% of patients.',
  );
  expect(lookupSentence(lookupOf(meta(99.96)))).toBe(
    'Places are those of the practice lookup of 1 January 2022.',
  );
  expect(lookupSentence(null)).toBe('');
  expect(lookupOf({} as never)).toBeNull();
});
