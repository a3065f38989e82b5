import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../web/figures.ts';
import type { Change } from '../../../web/questions/changes.ts';
import { fetchShortCcgs } from '../../../web/questions/effort.ts';
import { fetchStrips, type Strip } from '../../../web/questions/strips.ts';
import { addressOf } from '../../../web/route.ts';
import { changeView } from '../../../web/sections/change.ts';
import { differencesView } from '../../../web/sections/differences.ts';
import { effortView } from '../../../web/sections/effort.ts';
import { fairnessMarkup } from '../../../web/sections/fairness.ts';
import { placesTable } from '../../../web/sections/placesTable.ts';
import { standingTable } from '../../../web/sections/standing.ts';
import { stripsView } from '../../../web/sections/strips.ts';

const drawn = (view: TemplateResult | ''): string =>
  view === ''
    ? ''
    : collectResultSync(render(view))
        .replace(/<!--.*?-->/gs, '')
        .replace(/\s+/g, ' ');

/** The numbers of an attribute in percent, of every element with a class. */
const placed = (html: string, name: string, attribute: string): number[] =>
  [...html.matchAll(new RegExp(`<\\w+ [^>]*class="[^"]*${name}[^"]*"[^>]*>`, 'g'))].map(([tag]) =>
    Number(new RegExp(` ${attribute}="([-\\d.]+)%"`).exec(tag)![1]),
  );

const change = (parts: Partial<Change['parts']>): Change => ({
  from: '2018-04',
  to: '2019-03',
  parts: {
    ...{ uptake: 0, changed_supplier: 0, list_sizes: 0, came: 0, left: 0 },
    ...{ began_reporting: 0, stopped_reporting: 0, total: 0 },
    ...parts,
  },
  sentence: '',
});

const shown = (...changes: Change[]) => ({ changes, service: 'records' as const });

describe('the sources of a change', () => {
  it('are drawn as bars that each begin where the one before ended, and their total from zero', () => {
    const html = drawn(
      changeView(shown(change({ uptake: 4, changed_supplier: -1, left: 0.5, total: 3.5 }))),
    );
    // From 0 to 4; 4 to 3; 3 to 3.5; the rest, which is 0; the whole from 0 to 3.5. The scale is 0 to 4.
    expect(placed(html, 'waterfall__bar--', 'x')).toEqual([0, 75, 75, 87.5, 0]);
    expect(placed(html, 'waterfall__bar--', 'width')).toEqual([100, 25, 12.5, 0, 87.5]);
    expect(html.match(/waterfall__bar--(\w+)/g)).toEqual(
      ['more', 'less', 'more', 'more', 'total'].map((kind) => `waterfall__bar--${kind}`),
    );
    expect(html).toMatch(
      /Practices’ own change<\/th>.*\+4\.00.*Changes of supplier.*−1\.00.*Total/,
    );
  });

  it('are those since the earliest of the months', () => {
    const year = change({ uptake: 4, total: 4 });
    const month = { ...change({ uptake: 1, left: -1, total: 0 }), from: '2019-02' };
    const html = drawn(changeView(shown(month, year)));
    expect(html).toContain('Bars: since April 2018, one after the other.');
    expect(placed(html, 'waterfall__bar--total', 'width')).toEqual([100]);
  });

  it('have room on both sides of zero for a fall', () => {
    const html = drawn(changeView(shown(change({ uptake: -3, left: 1, total: -2 }))));
    expect(placed(html, 'waterfall__none', 'x1')[0]).toBe(100);
    expect(placed(html, 'waterfall__bar--', 'x')).toEqual([0, 0, 33.33, 33.33]);
  });

  it('are not drawn without parts', () => {
    expect(drawn(changeView(shown()))).toBe('');
    expect(drawn(changeView(shown(change({ uptake: 0.001, total: 0.001 }))))).toBe('');
  });
});

const strip = (own: Partial<Strip> = {}): Strip => ({
  service: 'records',
  deciles: { p10: 2, p20: 4, p40: 6, p60: 10, p80: 14, p90: 18 },
  others: [5, 25],
  own: 10,
  ccg: 8,
  england: 12,
  ...own,
});
const standings = {
  records_enabled: {
    figure: { numerator: 12, denominator: 120, value: 10, marker: null },
    interval: null,
    beside: [
      { level: 'ccg', rank: { place: 2, places: 3, equal: 0 } },
      { level: 'pcn', rank: { place: 1, places: 1, equal: 0 } },
    ] as never,
  },
};
const view = (own?: Partial<Strip>) =>
  drawn(
    stripsView({
      period: '2019-07',
      strips: [strip(own)],
      standings,
      statuses: [{ service: 'records', status: 2 }],
      ccg: 'NHS Elm CCG',
    }),
  );

describe('a practice among others', () => {
  it('is at its share, on one scale with its CCG’s practices and England’s deciles', () => {
    const html = view();
    // The scale ends 4% beyond the highest, 25.
    const at = (value: number) => Number(((value / 26) * 100).toFixed(2));
    expect(placed(html, 'strips__own', 'cx')).toEqual([at(10)]);
    expect(placed(html, 'strips__other', 'cx')).toEqual([at(5), at(25)]);
    expect(placed(html, 'strips__band', 'x')).toEqual([at(2), at(4), at(6)]);
    expect(placed(html, 'strips__band', 'width')).toEqual([at(16), at(10), at(4)]);
    expect(placed(html, 'strips__level--england', 'x1')).toEqual([at(12)]);
    expect(placed(html, 'strips__level--ccg', 'x1')).toEqual([at(8)]);
  });

  it('has its CCG beside England in few letters, which fit a phone, and names it once below', () => {
    const html = view();
    const names = [...html.matchAll(/<text[^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(names).toEqual(['England 12.0%', 'CCG 8.0%']);
    expect(html.match(/NHS Elm CCG/g)).toHaveLength(1);
    expect(html).toContain('Rings: the other practices of NHS Elm CCG.');
  });

  it('says how many are set up and its rank, and leaves out a rank among one', () => {
    expect(view()).toContain('12 of 120 patients set up (10.0%). 2nd of 3 in its CCG.');
    expect(view()).toContain('switched on');
    const ranked = {
      records_enabled: {
        ...standings.records_enabled,
        beside: [
          { level: 'ccg', rank: { place: 2, places: 31, equal: 0 } },
          { level: 'pcn', rank: { place: 4, places: 6, equal: 2 } },
        ] as never,
      },
    };
    const statuses = [{ service: 'records' as const, status: 2 }];
    const told = (period: string) =>
      drawn(stripsView({ period, strips: [strip()], standings: ranked, statuses, ccg: null }));
    expect(told('2019-07')).toContain('2nd of 31 in its CCG and joint lowest of 6 in its network.');
    expect(told('2019-06')).toContain(
      '2nd of 31 in its CCG and joint lowest of 6 in its later network.',
    );
    expect(view({ own: null })).toContain('How many patients are set up was not reported.');
    expect(view({ own: null })).not.toContain('strips__own');
  });
});

it('a practice is set beside the others of its CCG, without itself and those without a figure', async () => {
  const row = (area_code: string, value: number | null, measure = 'records_enabled') => ({
    ...{ area_code, value, measure },
  });
  const answers = {
    '/deciles': [{ measure: 'records_enabled', p50: null }],
    area: [
      row('A1', 4),
      row('00K', 6),
      row('E92000001', 9),
      row('A1', 50, 'prescriptions_enabled'),
    ],
    parent: [row('A1', 4), row('A2', 7), row('A3', null), row('A2', 60, 'prescriptions_enabled')],
  };
  const ask = async (path: string, asked: { area?: string }) => ({
    data: path === '/deciles' ? answers[path] : answers[asked.area ? 'area' : 'parent'],
  });
  const strips = await fetchStrips(ask as never, {
    ...{ practice: 'A1', ccg: '00K', period: '2019-03', meta: { release: 'x' } as never },
    measures: ['records_enabled', 'records_accessed', 'prescriptions_enabled'],
  });
  const none = { deciles: null, ccg: null, england: null };
  expect(strips).toEqual([
    { service: 'records', ...none, others: [7], own: 4, ccg: 6, england: 9 },
    { service: 'prescriptions', ...none, others: [60], own: 50 },
  ]);
});

describe('places in a table', () => {
  const figure = (value: number, interval: readonly [number, number] | null = null) => ({
    ...{ numerator: value * 10, denominator: 1000, value, marker: null },
    ...{ practices: 9, reported: 9, interval, verdict: 'higher' as const },
  });
  const places = (count: number): Place[] =>
    Array.from({ length: count }, (_, i) => ({
      ...{ level: 'practice' as const, code: `P${i}`, name: `Practice ${i}` },
      parts: { offered: figure(100), enabled: figure(40 - i, [39 - i, 42 - i]) },
    }));
  const table = (count: number, path = '/areas/X') =>
    drawn(
      html`${placesTable(addressOf(new URL(path, 'http://localhost'), ''), {
        ...{ service: 'records', period: '2019-03', many: 'practices', one: 'practice' },
        ...{ where: 'in X', places: places(count), england: { enabled: figure(20) } },
        ...{ linkTo: ({ code }) => code, csv: '' },
      })}`,
    );
  const rows = (text: string) => text.match(/class="strip__dot"/g)!.length;

  it('have their share as a dot with its interval, on one scale with England', () => {
    const text = table(3);
    // The scale ends 4% beyond the highest end of an interval, 42.
    const at = (value: number) => Number(((value / 43.68) * 100).toFixed(2));
    expect(placed(text, 'strip__dot', 'cx')).toEqual([40, 39, 38].map(at));
    expect(placed(text, 'strip__range', 'x1')).toEqual([39, 38, 37].map(at));
    expect(placed(text, 'strip__range', 'x2')).toEqual([42, 41, 40].map(at));
    expect(placed(text, 'strip__england', 'x1')).toEqual(Array(4).fill(at(20)));
    expect(text).toContain('higher, 39.0% to 42.0%');
  });

  it('are twelve until all are asked for, or all if there are hardly more', () => {
    expect(rows(table(15))).toBe(15);
    expect(rows(table(16))).toBe(12);
    expect(table(16)).toContain('Show all 16 practices');
    expect(rows(table(16, '/areas/X?rows=all'))).toBe(16);
    expect(rows(table(16, '/areas/X?filter=practice'))).toBe(16);
  });
});

const address = addressOf(new URL('http://localhost/areas/Y54'), '');

it('half of a gap is beside the practices that make it up, among all that reported', () => {
  const effort = { gap: 90, holdHalf: 6, short: 15, reported: 24, sentence: '', practices: [] };
  const bars = (more: Partial<typeof effort> = {}) =>
    drawn(
      effortView(address, {
        ...{ effort: { ...effort, ...more }, gist: '', ccgs: null, service: 'records' },
        ...{ period: '2019-03', area: 'Y54', where: 'in X', meta: { release: 'x' } },
      }),
    );
  const widths = [...bars().matchAll(/halves__part" width="([\d.]+)"/g)].map(([, wide]) => wide);
  expect(widths).toEqual(['25.00', '50.00']);
  expect(bars()).toMatch(/6 of 24 practices….*…account for at least half of the gap/);
  expect(bars({ short: 0 })).not.toContain('halves');
  expect(bars({ reported: 20 })).not.toContain('halves');
});

it('shares of differences follow one another in a bar, each beside its key', () => {
  const share = (between: 'practice' | 'ccg' | 'region', component: number, groups: number) => ({
    ...{ between, component, groups, alone: null, nested: null },
  });
  const html = drawn(
    differencesView(
      {
        ...{ meta: { release: 'x' } as never, query: {}, measure: 'records_enabled' },
        ...{ period: '2019-03', practices: 90, said: 'Most.' },
        shares: [share('practice', 70, 90), share('ccg', 25, 9), share('region', 5, 4)],
      },
      address,
    ),
  );
  const bar = /<svg class="shares__picture".*?<\/svg>/.exec(html)![0];
  expect(placed(bar, 'shares__bar', 'x')).toEqual([0, 70, 95]);
  expect(placed(bar, 'shares__bar', 'width')).toEqual([70, 25, 5]);
  const keys = [...html.matchAll(/shares__bar--(\d)" width="100%".*?<strong>([^<]*)</g)];
  expect(keys.map(([, key, text]) => [key, text])).toEqual([
    ['1', '70%'],
    ['2', '25%'],
    ['3', '5.0%'],
  ]);
  const note = /<p class="small">(.*?)<\/p>/s.exec(html)![1]!;
  const onPaper = note.replaceAll(/<(a|span) class="on".*?<\/\1>/gs, '').replaceAll(/\s+/g, ' ');
  expect(onPaper.trim()).toBe(
    'Shares of the variance between 90 practices in March 2019, as components of variance.',
  );
});

it('fifths of deprivation are bars and ranges on one scale, which the longest range ends', async () => {
  const fifth = (
    code: string,
    value: number | null,
    lower: number | null,
    upper: number | null,
  ) => ({
    ...{ group_code: code, group_name: `Fifth ${code}`, value, marker: null, practices: 4 },
    ...{ numerator: value, denominator: 100, lower_95: lower, upper_95: upper },
  });
  const groups = [
    fifth('1', 10, -2, 15),
    fifth('2', 30, 20, 40),
    fifth('3', 20, null, null),
    fifth('4', null, null, null),
    fifth('not_known', 90, 80, 100),
  ];
  const ask = async (path: string) =>
    path === '/breakdowns' ? { data: groups } : { data: [], meta: { sentence: 'The gap.' } };
  const { markup } = await fairnessMarkup(ask as never, address, {
    ...{ area: 'Y54', measure: 'records_enabled', period: '2019-03', where: 'in X' },
    meta: { release: 'x', first_period: '2018-04' } as never,
  });
  const numbers = (pattern: RegExp) =>
    [...markup.matchAll(pattern)].map((found) => found.slice(1).map(Number));
  expect(markup).toContain('4 practices without a score are left out.');
  expect(numbers(/fifths__part" width="([\d.]+)"/g)).toEqual([[25], [75], [50]]);
  const [, csv] = /href="([^"]*)" download/.exec(markup)!;
  expect(csv).toBe(
    '/api/v1/inequality?area=Y54&amp;measure=records_enabled&amp;release=x&amp;from=2018-04&amp;to=2019-03&amp;format=csv',
  );
  expect(numbers(/fifths__range" x1="([\d.]+)" x2="([\d.]+)"/g)).toEqual([
    [0, 37.5],
    [50, 100],
  ]);
});

it('says beside the gap by month that few practices make its ranges too narrow', async () => {
  const noted = async (practices: number) => {
    const fifth = (group_code: string) => ({ group_code, group_name: 'F', value: 9, practices: 4 });
    const month = { period: '2019-03', practices, slope_index: 1, relative_index: 1 };
    const ask = async (path: string) =>
      path === '/breakdowns'
        ? { data: [fifth('1'), fifth('2')] }
        : { data: [month, { ...month, practices: 30 }], meta: { sentence: 'The gap.' } };
    const { markup } = await fairnessMarkup(ask as never, address, {
      ...{ area: 'Y54', measure: 'records_enabled', period: '2019-03', where: 'in X' },
      meta: { release: 'x', first_period: '2018-04' } as never,
    });
    return /Ranges are[^<]*/.exec(markup)![0];
  };
  expect(await noted(20)).toBe('Ranges are 95% confidence intervals.');
  expect(await noted(19)).toBe(
    'Ranges are 95% confidence intervals. Of fewer than 20 practices they are too narrow to conclude anything from.',
  );
});

it('a practice is told what it did not report, but not what nobody collected', () => {
  const standing = (value: number | null, marker: string | null) => ({
    figure: { numerator: value, denominator: 100, value, marker: marker as never },
    ...{ interval: null, beside: [] },
  });
  const html = drawn(
    standingTable({
      ...{ name: 'Elm', period: '2019-03', services: [{ service: 'records', status: 2 }] },
      standings: {
        records_enabled: standing(5, null),
        records_accessed: standing(null, '[z]'),
        records_use: standing(null, '[x]'),
      },
      percentiles: {},
    }),
  );
  const cells = [...html.matchAll(/table__indent">([^<]*)<\/th>\s*<td[^>]*>\s*([^<\s]*)/g)];
  expect(cells.map(([, , cell]) => cell)).toEqual(['5', '[x]']);
});

it('a practice with nobody set up has no rank among all', () => {
  const cellsFor = (value: number) => {
    const standing = {
      figure: { numerator: value, denominator: 100, value, marker: null },
      ...{ interval: null, beside: [] },
    };
    const html = drawn(
      standingTable({
        ...{ name: 'Elm', period: '2019-03', services: [{ service: 'records', status: 2 }] },
        standings: { records_enabled: standing },
        percentiles: { records_enabled: { percentile: 12, practices: 90 } },
      }),
    );
    return [...html.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text!.trim());
  };
  expect(cellsFor(0).at(-1)).toBe('none at all');
  expect(cellsFor(5).at(-1)).toBe('higher than 12 of every 100 other practices');
});

describe('the CCGs that are furthest short', () => {
  it('are those below England’s level, by whole patients, largest first', async () => {
    const row = (level: string, code: string, numerator: number | null, denominator: number) => ({
      ...{ level, area_code: code, area_name: code, numerator, denominator },
      value: numerator === null ? null : (100 * numerator) / denominator,
    });
    const ask = async () => ({
      data: [
        row('england', 'E', 100, 1000),
        row('ccg', 'A', 9, 100),
        row('ccg', 'B', 5, 195),
        row('ccg', 'C', 20, 100),
        row('ccg', 'D', null, 100),
        row('ccg', 'F', 10, 100),
        row('ccg', 'G', 9, 92),
      ],
      meta: {},
    });
    const asked = {
      measure: 'records_enabled',
      period: '2019-03',
      meta: { release: 'x' } as never,
    };
    const short = await fetchShortCcgs(ask as never, asked);
    expect(short.map(({ code, gap }) => [code, gap])).toEqual([
      ['B', 15],
      ['A', 1],
      ['G', 1],
    ]);
  });
});
