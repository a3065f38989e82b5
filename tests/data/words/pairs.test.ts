import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import type { RankCorrelation } from '../../../data/statistics/rankCorrelation.ts';
import { pairsFinding, pairsSentence } from '../../../data/words/pairs.ts';

const clear: RankCorrelation = {
  rho: -0.451,
  interval: { lower: -0.56, upper: -0.33 },
  places: 191,
};
const unclear: RankCorrelation = {
  rho: 0.05,
  interval: { lower: -0.09, upper: 0.19 },
  places: 191,
};
const measure = measureOf('any_enabled');
const reading = {
  measure,
  across: 'most_deprived',
  period: '2019-03',
  level: 'ccg',
  where: 'in England',
} as const;

describe('two figures of the same places', () => {
  it('are described as a tendency of places, with its strength, its interval and its caution', () => {
    expect(pairsSentence({ ...reading, found: clear })).toBe(
      'In March 2019, among 191 CCGs in England, the share of patients who were set up for at least one online service tends to be lower where the share of practices in the most deprived fifth is higher: a moderate link (Spearman’s rank correlation −0.45, 95% confidence interval −0.56 to −0.33). It describes places, not the people in them, and does not say that one causes the other.',
    );
  });

  it('have no clear link if chance explains the order', () => {
    expect(pairsSentence({ ...reading, across: 'records_enabled', found: unclear })).toBe(
      'In March 2019, among 191 CCGs in England, the share of patients who were set up for at least one online service shows no clear link with the share of patients who were set up to see their record online (Spearman’s rank correlation 0.05, 95% confidence interval −0.09 to 0.19). It describes places, not the people in them, and does not say that one causes the other.',
    );
  });

  it('have no link to tell if they are the same', () => {
    const same = { ...reading, across: measure.id, found: clear };
    expect(pairsSentence(same)).toBe(
      'Both figures are the same: choose another for one of the two.',
    );
    expect(pairsFinding(measure, measure.id, clear)).toBeNull();
  });

  it('are called too few if nothing can be concluded', () => {
    expect(pairsSentence({ ...reading, found: null })).toBe(
      'In March 2019, too few CCGs in England have both figures, or all have the same, to say how they go together.',
    );
    const few = { rho: 1, interval: null, places: 4 };
    expect(pairsSentence({ ...reading, found: few })).toBe(
      'In March 2019, 4 CCGs in England have both figures, too few to say how they go together.',
    );
  });

  it.each([
    [0.6, 'strong'],
    [0.59, 'moderate'],
    [0.29, 'weak'],
  ])('with %f have a %s link', (rho, strength) => {
    const found = { rho, interval: { lower: 0.1, upper: 0.8 }, places: 50 };
    const sentence = pairsSentence({ ...reading, found });
    expect(sentence).toContain(`tends to be higher where`);
    expect(sentence).toContain(`: a ${strength} link (`);
  });

  it('have a title that claims no more than that', () => {
    expect(pairsFinding(measure, 'deprivation', clear)).toBe(
      'Set-up tends to be lower where the deprivation score is higher',
    );
    expect(pairsFinding(measure, 'list_size', clear)).toBe(
      'Set-up tends to be lower where the list size is larger',
    );
    expect(pairsFinding(measure, 'list_size', unclear)).toBe(
      'Set-up shows no clear link with the list size',
    );
    const few = { rho: 1, interval: null, places: 4 };
    expect(pairsFinding(measure, 'list_size', few)).toBeNull();
    expect(pairsFinding(measure, 'list_size', null)).toBeNull();
  });

  it('have a title that names the services if they differ and there is room', () => {
    const title = (one: string, other: string, found = { ...clear, rho: 0.5 }) =>
      pairsFinding(measureOf(one), other, { ...found, interval: { lower: 0.4, upper: 0.6 } });
    expect(title('records_enabled', 'appointments_enabled')).toBe(
      'Set-up for seeing your record tends to be higher where set-up for booking appointments is higher',
    );
    expect(title('records_enabled', 'records_use')).toBe(
      'Set-up tends to be higher where use is higher',
    );
    expect(title('records_enabled', 'appointments_offered_practices')).toBe(
      'Places higher in one of the two tend to be higher in the other',
    );
    expect(title('appointments_offered', 'any_use')).toBe(
      'The share offered booking appointments tends to be higher where use of any online service is higher',
    );
  });
});
