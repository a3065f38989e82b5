import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { expression } from '../../../server/store/sql.ts';
import type { ChartQuery } from '../../../web/charts/kind.ts';
import { findKind } from '../../../web/charts/kinds.ts';
import { askedOf, releaseSql } from '../../../web/charts/queries.ts';
import { charting } from '../../support/charts.ts';

/** Charts as requested, and those columns of their CSV that the query groups by measure. */
const asked: [kind: string, query: ChartQuery, columns: Record<string, string>][] = [
  ['places', { level: 'region' }, { records_enabled: 'value' }],
  [
    'places',
    { level: 'practice', measure: 'appointments_enabled' },
    { appointments_enabled: 'value' },
  ],
  ['places', { level: 'ccg', measure: 'records_offered' }, { records_offered: 'value' }],
  [
    'places',
    { level: 'ccg', measure: 'records_offered_practices' },
    { records_offered_practices: 'value' },
  ],
  ['places', { parent: 'Q66', level: 'practice' }, { records_enabled: 'value' }],
  ['map', { level: 'subregion', period: '2014-09' }, { records_enabled: 'value' }],
  ['funnel', { level: 'ccg' }, { records_enabled: 'value' }],
  [
    'scatter',
    { level: 'ccg', across: 'appointments_enabled' },
    { records_enabled: 'value', appointments_enabled: 'across_value' },
  ],
  ['scatter', { level: 'region', across: 'list_size' }, { records_enabled: 'value' }],
  ['places', { group: 'ZZ0001,ZZ0002,ZZ0003' }, { records_enabled: 'value' }],
  ['places', { level: 'ccg', supplier: 'EMIS,TPP' }, { records_enabled: 'value' }],
  ['places', { level: 'practice', size: '0-2999,15000+' }, { records_enabled: 'value' }],
  ['funnel', { level: 'ccg', status: 'on', reported: 'yes' }, { records_enabled: 'value' }],
  ['scatter', { level: 'practice', switched: 'yes' }, { records_enabled: 'value' }],
  ['scatter', { level: 'region', switched: 'no' }, { records_enabled: 'value' }],
];

/** Charts as requested, with differences from a place. */
const compared: [kind: string, query: ChartQuery][] = [
  ['places', { level: 'region', columns: 'against' }],
  ['places', { level: 'ccg', against: 'Y56' }],
  ['places', { level: 'practice', parent: 'Y54', against: 'Q66' }],
  ['map', { level: 'subregion', against: 'ZZ0001' }],
  ['places', { level: 'ccg', supplier: 'EMIS', against: 'Y54' }],
  [
    'places',
    { level: 'ccg', parent: 'E92000001', group: 'zz0001,ZZ0002,ZZ0003', against: 'group' },
  ],
];

it('has no differences in its query where a chart is of two months', async () => {
  const charts = charting(inject('illustrative'));
  const query = { level: 'region', from: '2014-09', to: '2015-03', columns: 'against' };
  const data = await charts.load('change', query);
  expect(askedOf({ id: 'change' }, data)).toMatchObject({
    ...{ periods: ['2014-09', '2015-03'], against: undefined },
  });
});

const comparedLikeForLike: typeof compared = [
  ['places', { level: 'ccg', boundaries: 'lookup', against: 'Y56' }],
  ['boundaries', { level: 'region', against: 'Y56' }],
  ['places', { level: 'stp', against: 'Y54' }],
];

const releases: [string, string, typeof asked][] = [
  ['illustrative', inject('illustrative'), asked],
  [
    'illustrative with a lookup',
    inject('referenced'),
    [
      ['places', { level: 'ccg', boundaries: 'lookup' }, { records_enabled: 'value' }],
      ['places', { level: 'region', boundaries: 'lookup' }, { records_enabled: 'value' }],
      ['places', { level: 'pcn' }, { records_enabled: 'value' }],
      ['map', { level: 'stp' }, { records_enabled: 'value' }],
      ['places', { level: 'ccg', fifth: '1,2' }, { records_enabled: 'value' }],
    ],
  ],
];

describe.each(releases)('the query of a chart of the %s release', (_, folder, charted) => {
  const charts = charting(folder);

  it.each(charted)('gives the figures of %s of %o from its file', async (id, query, columns) => {
    const { data, csv } = await charts.forms(id, query);
    const sql = releaseSql(askedOf(findKind(id)!, data)!);
    const file = `${readFileSync(join(folder, 'current'), 'utf8').trim()}.duckdb`;
    const database = await DuckDatabase.openToRead(join(folder, file));
    const rows = await database.all<Record<string, string | number | null>>(expression(sql));
    database.close();
    const found = new Map(rows.map((row) => [row.area_code, row]));
    const places = csv.filter(({ area_code }) => area_code !== 'E92000001');
    expect(places.length).toBeGreaterThan(1);
    expect(found.size).toBe(places.length);
    for (const place of places) {
      for (const [measure, column] of Object.entries(columns)) {
        const value = place[column] === '' ? null : Number(place[column]);
        const own = found.get(place.area_code!)![measure]!;
        if (value === null) expect(own).toBeNull();
        else expect(own, `${place.area_code} ${measure}`).toBeCloseTo(value, 9);
      }
    }
  });

  const against = folder === inject('illustrative') ? compared : comparedLikeForLike;

  it.each(against)('gives the differences of %s of %o from its file', async (id, query) => {
    const { data, csv, kind } = await charts.forms(id, query);
    expect(kind.csv(data)).toMatchObject({
      path: '/differences',
      params: { against: query.against ?? 'E92000001' },
    });
    const sql = releaseSql(askedOf(kind, data)!);
    const file = `${readFileSync(join(folder, 'current'), 'utf8').trim()}.duckdb`;
    const database = await DuckDatabase.openToRead(join(folder, file));
    const rows = await database.all<Record<string, string | number | null>>(expression(sql));
    database.close();
    const found = new Map(rows.map((row) => [row.area_code, row.difference]));
    const shown = new Map(
      kind
        .table(data)
        .rows.slice()
        .map((row) => [row[0]!.value, row.at(-1)!.value]),
    );
    const places = csv.filter(({ area_code, value }) => area_code !== 'E92000001' && value);
    expect(places.length).toBeGreaterThan(3);
    for (const { area_code, difference } of places) {
      expect(shown.get(area_code!), area_code).toBeCloseTo(Number(difference), 9);
      expect(found.get(area_code!), area_code).toBeCloseTo(Number(difference), 9);
    }
  });

  it('gives both of two months', async () => {
    const { data, csv } = await charts.forms('change', { level: 'region' });
    const sql = releaseSql(askedOf(findKind('change')!, data)!);
    const file = `${readFileSync(join(folder, 'current'), 'utf8').trim()}.duckdb`;
    const database = await DuckDatabase.openToRead(join(folder, file));
    const rows = await database.all<Record<string, string | number>>(expression(sql));
    database.close();
    expect(rows).toHaveLength(2 * csv.length);
    for (const place of csv) {
      for (const [month, column] of [
        [place.from_period, 'before_value'],
        [place.to_period, 'after_value'],
      ] as const) {
        const own = rows.find((row) => row.area_code === place.area_code && row.period === month)!;
        expect(own.records_enabled).toBeCloseTo(Number(place[column]), 9);
      }
    }
  });
});
