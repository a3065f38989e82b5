import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../../data/definitions/measures.ts';
import type { Query } from '../../../../web/page.ts';
import { forms, type Holdings, placeLevels, wished } from '../../../../web/pages/explore/choice.ts';
import { chosenParts, settled, whyNot } from '../../../../web/pages/explore/settled.ts';
import { alsoOf, settledAddress, settledOf, toldLine } from '../../../../web/pages/explore/told.ts';
import { addressOf } from '../../../../web/route.ts';

const holdings: Holdings = {
  periods: [
    { period: '2015-02', measures: ['records_offered', 'records_enabled'] },
    { period: '2015-03', measures: ['records_offered', 'records_enabled', 'records_accessed'] },
    { period: '2018-09', measures: ['records_enabled', 'records_use', 'any_enabled', 'any_use'] },
  ],
  areas: [
    { level: 'region', code: 'Y54', name: 'North of England' },
    { level: 'ccg', code: 'X01', name: 'NHS Amber CCG' },
  ],
  levels: ['region', 'ccg', 'pcn', 'practice'],
  told: ['extracts', 'lookup', 'deprivation'],
  boundaries: 'published',
};

const at = (query: Query) => settledOf(query, holdings);
const held = new Set(holdings.periods.flatMap((one) => one.measures));

/** Every address that can be asked for: each chart, figure, level, two of the months, and places around. */
const wishes: Query[] = forms.flatMap(({ id: chart }) =>
  measures.flatMap(({ id: measure }) =>
    [undefined, ...placeLevels].flatMap((level) =>
      ['2015-02', '2018-09'].flatMap((period) =>
        [undefined, 'X01'].map((parent) => ({ chart, measure, level, period, parent })),
      ),
    ),
  ),
);
const tried = wishes.map((query) => {
  const wish = wished(query, holdings);
  return { query, wish, fits: !whyNot(wish, holdings).length, ...settled(wish, holdings) };
});
type Tried = (typeof tried)[number];

/** Those of which something is not so. */
const wrong = (isRight: (one: Tried) => boolean) =>
  tried.filter((one) => !isRight(one)).map(({ query, told }) => ({ ...query, told }));

describe('whatever is wished for', () => {
  it('is shown as something that can be', () => {
    expect(tried.length).toBeGreaterThan(3000);
    expect(wrong(({ choice }) => !whyNot(choice, holdings).length)).toEqual([]);
  });

  it('is left as it is exactly where nothing speaks against it, and a reader told otherwise', () => {
    expect(tried.filter(({ fits }) => fits).length).toBeGreaterThan(100);
    expect(wrong(({ fits, choice, wish }) => !fits || choice === wish)).toEqual([]);
    // A level that nobody named may be another without a word.
    const isTold = ({ query, fits, told }: Tried) => !query.level || (told === '') === fits;
    expect(wrong(isTold)).toEqual([]);
    expect(wrong(({ changes, told }) => (told === '') === !changes.length)).toEqual([]);
    const told = /^(?!.*(undefined|null|NaN))[“A-Z].+\. Showing .+ instead of .+\.$/;
    expect(wrong((one) => one.told === '' || told.test(one.told))).toEqual([]);
  });

  it('keeps the part that was chosen last, wherever it can be shown at all', () => {
    for (const part of chosenParts) {
      const lost = tried
        .filter(({ query, fits }) => query.level && !fits && held.has(query.measure!))
        // There are no such places, or none within the one looked in.
        .filter(
          ({ query }) => query.level !== 'subregion' && query.level !== 'stp' && !query.parent,
        )
        .filter(({ wish }) =>
          settled(wish, holdings, part).changes.some((change) => change.part === part),
        );
      expect([part, lost.map(({ query }) => query)]).toEqual([part, []]);
    }
  });

  it('leads on from what is shown', () => {
    const url = new URL('https://uptake.example/explore?chart=spread&level=ccg&held=level');
    const address = addressOf(url, '');
    const state = settledOf(address.query, holdings);
    const { href, query } = settledAddress(address, state);
    expect(query).toMatchObject({ chart: 'places', level: 'ccg' });
    expect(href({ period: '2015-03' })).toBe('/explore?chart=places&level=ccg&period=2015-03');
  });
});

describe('what is shown instead', () => {
  it.each([
    [
      { chart: 'spread', level: 'ccg' },
      'Spread works for practices only. Showing practices instead of CCGs.',
    ],
    [
      { chart: 'spread', level: 'ccg', held: 'level' },
      'Spread works for practices only. Showing “Ranking” instead of “Spread”.',
    ],
    [
      { chart: 'map', level: 'practice' },
      'Practices have no tiles. Showing CCGs instead of practices.',
    ],
    [
      { chart: 'boundaries', level: 'pcn', held: 'level' },
      'Boundaries are drawn of regions, STPs and CCGs. Showing “Tile map” instead of “Map of boundaries”.',
    ],
    [
      { chart: 'funnel', measure: 'records_use' },
      'A funnel needs shares, and this is a rate of transactions. Showing “Seeing your record: patients set up for it” instead of “Seeing your record: transactions in the month”.',
    ],
    [
      { chart: 'funnel', measure: 'records_use', held: 'measure' },
      'A funnel needs shares, and this is a rate of transactions. Showing “Ranking” instead of “Funnel”.',
    ],
    [
      { measure: 'records_accessed', period: '2015-02' },
      'The extracts of February 2015 do not have “Seeing your record: patients who did so in the month”. Showing March 2015 instead of February 2015.',
    ],
    [
      { measure: 'records_accessed', period: '2018-09', held: 'period' },
      'The extracts of September 2018 do not have “Seeing your record: patients who did so in the month”. Showing “Seeing your record: patients set up for it” instead of “Seeing your record: patients who did so in the month”.',
    ],
    [
      { level: 'region', parent: 'X01' },
      'No regions are in NHS Amber CCG. Showing practices instead of regions.',
    ],
    [
      { level: 'subregion' },
      'The extracts of this month name no subregions. Showing CCGs instead of subregions.',
    ],
    [
      { chart: 'variance', parent: 'X01' },
      '“Variance” is of all England. Showing England instead of NHS Amber CCG.',
    ],
    [
      { chart: 'variance', parent: 'X01', held: 'parent' },
      '“Variance” is of all England. Showing “Ranking” instead of “Variance”.',
    ],
    [
      { chart: 'supplier', group: 'ZZ0001,ZZ0002' },
      '“Change of supplier” is of all England. Showing England instead of your group of 2 practices.',
    ],
    [
      { chart: 'variance', measure: 'records_offered', period: '2015-03' },
      'A practice offers a service or it does not. Showing “Seeing your record: patients set up for it” instead of “Seeing your record: patients whose practice offers it”.',
    ],
    [
      { chart: 'deprivation', measure: 'records_offered_practices', period: '2018-09' },
      'The extracts of September 2018 do not have “Seeing your record: practices that offer it” and the gap is between people, and this is a share of practices. Showing “Seeing your record: patients set up for it” instead of “Seeing your record: practices that offer it”.',
    ],
  ] satisfies [Query, string][])('for %o is said with the reason', (query, told) => {
    expect(at(query).told).toBe(told);
  });

  it('is another chart where the release lacks what the chart needs', () => {
    const without = { ...holdings, told: ['extracts'] };
    expect(settledOf({ chart: 'deprivation' }, without).told).toBe(
      '“Deprivation” needs a reference file that this release lacks. Showing “Ranking” instead of “Deprivation”.',
    );
    expect(settledOf({ chart: 'deprivation' }, holdings).told).toBe('');
  });

  it('is the nearest month with the figure, the later of two as near', () => {
    const held = ['records_use', 'records_enabled'];
    const periods = ['2015-01', '2015-02', '2015-03', '2015-04', '2015-05'].map((period) => ({
      period,
      measures: ['2015-03', '2015-04'].includes(period) ? held.slice(1) : held,
    }));
    const shownFor = (period: string, some = periods) =>
      settledOf({ measure: 'records_use', period }, { ...holdings, periods: some }).choice.period;
    expect(shownFor('2015-03')).toBe('2015-02');
    expect(shownFor('2015-04')).toBe('2015-05');
    expect(shownFor('2015-03', [...periods.slice(0, 3), ...periods.slice(4)])).toBe('2015-05');
  });

  it('goes on from what is shown when something else is chosen, which is held instead', () => {
    expect(alsoOf(at({ chart: 'spread', level: 'ccg' }))).toBe('level=practice&held=');
    expect(alsoOf(at({ chart: 'places', level: 'ccg' }))).toBe('held=');
  });

  it('is told with a way to undo it, which holds nothing', () => {
    const url = new URL('https://uptake.example/explore?chart=spread&level=ccg&held=level');
    const address = addressOf(url, '');
    const line = toldLine(settledOf(address.query, holdings), holdings, address);
    const [, href] = /href="([^"]*)"/.exec(collectResultSync(render(line)))!;
    expect(href!.replaceAll('&amp;', '&')).toBe('/explore?chart=spread&level=practice');
  });

  it('is nothing but another level where none was named', () => {
    expect(at({ chart: 'spread' })).toMatchObject({ choice: { level: 'practice' }, told: '' });
    expect(at({ chart: 'multiples' })).toMatchObject({ choice: { level: 'region' }, told: '' });
  });
});
