import { describe, expect, inject, it } from 'vitest';
import type { Verdict } from '../../../data/statistics/verdict.ts';
import { fetchPlaces, type Place } from '../../../web/figures.ts';
import { withinWords } from '../../../web/pages/withinWords.ts';
import { drawing } from '../drawing.ts';

const meta = { release: '2019-03.1' } as never;

const place = (i: number, verdict: Verdict): Place => {
  const figure = { numerator: i, denominator: 100, value: i, marker: null };
  const enabled = { ...figure, practices: 1, reported: 1, verdict };
  return { level: 'practice', code: `P${i}`, name: `Elm ${i}`, parts: { enabled } };
};

describe('practices are counted by how they compare with England', () => {
  const words = (verdicts: Verdict[]) =>
    withinWords({
      ...{ service: 'records', period: '2019-03', level: 'practice', levels: [], where: 'in X' },
      ...{ parent: { level: 'ccg', code: '00K', name: 'X' }, meta },
      places: verdicts.map((verdict, i) => place(i + 1, verdict)),
      england: { enabled: { ...place(9, 'higher').parts.enabled!, value: 9 } },
    });

  it('once each', () => {
    const all: Verdict[] = ['higher', 'higher', 'about the same', 'lower', 'no clear difference'];
    expect(words([...all, 'not compared', 'lower', 'lower']).gist).toBe(
      'Of 8 practices, 2 are higher, 1 about the same, 3 lower and 2 without a clear difference, against England’s 9.0%.',
    );
  });

  it('with a verb wherever the list begins', () => {
    expect(words(['lower', 'about the same', 'lower']).sentence).toBe(
      'In the share of patients set up to see their record online, of the 3 practices in X that reported, 1 is about the same and 2 lower, against England’s 9.0%.',
    );
  });

  it('as all or as the one, if there are no others', () => {
    expect(words(['lower', 'lower'])).toEqual({
      sentence:
        'In the share of patients set up to see their record online, of the 2 practices in X that reported, all are lower, against England’s 9.0%.',
      gist: 'Of 2 practices, all are lower, against England’s 9.0%.',
    });
    expect(words(['higher'])).toEqual({
      sentence:
        'In the share of patients set up to see their record online, the one practice in X that reported is higher, against England’s 9.0%.',
      gist: 'The one practice that reported is higher, against England’s 9.0%.',
    });
  });
});

it('networks are called what later became them before networks began', () => {
  const network = (i: number): Place => ({ ...place(i, 'not compared'), level: 'pcn' });
  const gist = (period: string) =>
    withinWords({
      ...{ service: 'records', period, level: 'pcn', levels: [], where: 'in X' },
      ...{ parent: { level: 'stp', code: 'E54', name: 'X' }, meta },
      places: [network(1), network(2)],
      england: {},
    }).gist;
  expect(gist('2019-06')).toBe(
    'From 1.0% in what later became Elm 1 to 2.0% in what later became Elm 2.',
  );
  expect(gist('2019-07')).toBe('From 1.0% in Elm 1 to 2.0% in Elm 2.');
});

it('places that are not in the month are not among those that are listed', async () => {
  const row = (area_code: string, marker: string | null, measure = 'records_enabled') => ({
    ...{ area_code, area_name: area_code, level: 'practice', measure, marker, value: null },
    ...{ numerator: null, denominator: null, practices: 1, practices_reported: 0 },
    ...{ lower_95: null, upper_95: null },
  });
  const answers: Record<string, object[]> = {
    '/figures': [row('A1', '[x]'), row('A2', '[z]'), row('A3', null, 'records_offered_practices')],
    '/comparisons': [{ area_code: 'A1', word: 'not compared' }],
  };
  const ask = (async (path: string) => ({ data: answers[path] })) as never;
  const asked = { level: 'practice', period: '2019-03', service: 'records', meta } as const;
  const places = await fetchPlaces(ask, asked);
  expect(places.map(({ code }) => code)).toEqual(['A1']);
  expect(places[0]!.parts.enabled!.verdict).toBe('not compared');
});

it('a few areas of many are compared, and only what England has too few of is not', async () => {
  const { draw } = drawing(inject('illustrative'));
  const few = /Too few \w+ to tell unusual from usual\./g;
  const { text: regions } = await draw('/');
  expect(regions.match(few)).toEqual(['Too few regions to tell unusual from usual.']);
  const { text: ccgs } = await draw('/areas/Y56?within=ccg');
  expect(ccgs).toContain('within the usual range of CCGs,');
  expect(ccgs.match(few)).toBeNull();
});

it('only of areas is it said how many look unusual by chance, because practices differ by more than their intervals', async () => {
  const { draw } = drawing(inject('illustrative'));
  const byChance = /compared at once/;
  expect((await draw('/?within=ccg')).text).toMatch(byChance);
  expect((await draw('/?within=region')).text).not.toMatch(byChance);
  const { text: practices } = await draw('/areas/Y56?within=practice');
  expect(practices).toContain('confidence interval');
  expect(practices).not.toMatch(byChance);
});
