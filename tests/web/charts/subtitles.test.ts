import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { viewOf } from '../../../web/charts/choices.ts';
import { keyOf } from '../../../web/charts/heading.ts';
import type { ChartQuery } from '../../../web/charts/kind.ts';
import type { MonthsData } from '../../../web/charts/kinds/monthLines.ts';
import { moreNotes } from '../../../web/charts/kinds/placesGrid.ts';
import { acrossText } from '../../../web/charts/kinds/scatter.ts';
import { type SpreadData, spreadKind } from '../../../web/charts/kinds/spread.ts';
import { findKind } from '../../../web/charts/kinds.ts';
import { shownHref } from '../../../web/charts/shownFiles.ts';
import { layTiles } from '../../../web/charts/tiles.ts';
import { charting } from '../../support/charts.ts';

const charts = charting(inject('referenced'));

it.each<[string, ChartQuery, string]>([
  [
    'change',
    { level: 'region', from: '2014-09', to: '2015-02' },
    '4 regions in England, September 2014 and February 2015. Percent of patients',
  ],
  [
    'months',
    { measure: 'records_enabled', area: 'Y54,Y55,Y56,Y57', from: '2014-09' },
    'North of England, Midlands and East of England, London and South of England, September 2014 to March 2015. Percent of patients',
  ],
  [
    'months',
    { measure: 'records_enabled', area: 'Y54,Y55,Y56,Y57,Q66', to: '2014-09' },
    'North of England and 4 others, April 2014 to September 2014. Percent of patients',
  ],
  ['places', { level: 'region' }, '4 regions in England, March 2015. Percent of patients'],
])('a chart says what it shows, where and when: %s, %o', async (id, query, subtitle) => {
  const kind = findKind(id)!;
  expect(kind.subtitle(await charts.load(id, query))).toBe(subtitle);
});

it('places like for like have the year of their boundaries, unless it is that of the month', async () => {
  const kind = findKind('places')!;
  const data = await charts.load('places', { level: 'region', boundaries: 'lookup' });
  const { date } = (data as unknown as { lookup: { date: string } }).lookup;
  expect(date).toMatch(/^2015/);
  expect(kind.subtitle(data)).toMatch(/^4 regions in England, March 2015\./);
  const later = { ...data, period: '2016-03' };
  expect(kind.subtitle(later)).toMatch(/^4 regions of 2015 in England, March 2016\./);
});

it('a practice is beside its CCG and England in its trend', async () => {
  const [row] = (await charts.ask('/areas', { area: 'ZZ0100' })).data;
  const asked = { measure: 'records_enabled', area: 'ZZ0100' };
  const { lines } = (await charts.load('months', asked)) as MonthsData;
  expect(lines.map(({ place }) => place.code)).toEqual(['ZZ0100', row!.ccg_code, 'E92000001']);
  expect(lines.map(({ main }) => main)).toEqual([true, false, false]);
});

it('what places are plotted against has the digits of its kind', () => {
  expect(acrossText(7203.4, 'list_size')).toBe('7,203');
  expect(acrossText(31.44, 'deprivation')).toBe('31.4');
  expect(acrossText(28.64, 'most_deprived')).toBe('28.6%');
  expect(acrossText(4.54, 'records_enabled')).toBe('4.5%');
});

it('a chart says what is missing from it after what its marks mean', () => {
  const kind = (lacks: object | null) =>
    ({ lacks: () => lacks, key: () => ['Dots: places.'] }) as never;
  expect(keyOf(kind(null), {} as never)).toEqual(['Dots: places.']);
  const some = { all: false, text: 'One is not drawn.' };
  expect(keyOf(kind(some), {} as never)).toEqual(['Dots: places.', 'One is not drawn.']);
  expect(keyOf(kind({ ...some, all: true }), {} as never)).toEqual([]);
});

it('a table is downloaded in the order and with the limits that it is shown in', () => {
  const arranged = { sort: '-2', filter: 'elm', column: '2', least: '3', most: '9' };
  const href = shownHref({ prefix: '' }, { id: 'places' }, { level: 'ccg', ...arranged }, 'xlsx');
  const { pathname, searchParams } = new URL(href, 'http://localhost');
  expect([pathname, Object.fromEntries(searchParams)]).toEqual([
    '/charts/places.xlsx',
    { level: 'ccg', ...arranged },
  ]);
});

it('up to thirty places have tiles with room for their names', () => {
  const laid = (count: number, room: 'wide' | 'narrow') => {
    const codes = Array.from({ length: count }, (_, i) => `P${i}`);
    const { columns, height } = layTiles({ squares: null, groups: [{ name: '', codes }] }, room);
    return [columns, height];
  };
  expect([laid(30, 'wide'), laid(31, 'wide')]).toEqual([
    [5, 64],
    [20, 38],
  ]);
  expect([laid(30, 'narrow'), laid(31, 'narrow')]).toEqual([
    [2, 60],
    [9, 30],
  ]);
});

it('a practice is never said to be above more than are below it', () => {
  const points = [99.96, 50, null].map((percentile, i) => ({
    ...{ code: `P${i}`, name: `P ${i}`, value: 9 - i, percentile },
  }));
  const data = {
    ...{ meta: {}, query: {}, measure: 'records_enabled', period: '2015-03', practices: 3 },
    ...{ parent: { level: 'england', code: 'E92000001', name: 'England' }, deciles: null, points },
    ...{ steps: null, here: null, lookup: null },
  } as unknown as SpreadData;
  const cells = spreadKind.table(data).rows.slice();
  expect(cells.map((row) => row[2]!.text)).toEqual(['[z]', '50', '99']);
});

describe('differences', () => {
  const column = { columns: [{ id: 'against' as const }] };
  const figure = (level: 'region' | 'practice', value: number | null) => ({
    ...{ level, code: 'X', name: 'NORTH', value, marker: null, numerator: 1, denominator: 2 },
    ...{ lower: null, upper: null },
  });
  it('from an area are said to be from all of it, those from a practice are not', () => {
    const notes = (level: 'region' | 'practice', value: number | null = 5) =>
      moreNotes({ ...column, benchmark: figure(level, value) }, 4);
    expect(notes('region')).toHaveLength(1);
    expect(notes('practice')).toEqual([]);
    expect(notes('region', null)).toEqual([]);
  });
});

it('what is usual is of changes where the same people are counted month after month', () => {
  expect(viewOf('xmr', measureOf('records_enabled'))).toBe('changes');
  expect(viewOf('xmr', measureOf('records_use'))).toBe('level');
  expect(viewOf('months', measureOf('records_enabled'))).toBe('level');
});
