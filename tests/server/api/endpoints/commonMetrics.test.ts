import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../../../../server/api/api.ts';
import { endpoints } from '../../../../server/api/endpoints.ts';
import { DuckDatabase } from '../../../../server/store/duckDatabase.ts';
import { Releases } from '../../../../server/store/releases.ts';
import { expression } from '../../../../server/store/sql.ts';
import { asking } from '../../../support/asking.ts';
import { gathered } from '../../../support/bytes.ts';

const get = asking(inject('illustrative'));
const releases = new Releases(inject('illustrative'));
const folder = mkdtempSync(join(tmpdir(), 'uptake-cml-'));
afterAll(async () => {
  await releases.close();
  rmSync(folder, { recursive: true });
});

/** Columns and their types; a question mark marks those that may be empty. */
type Schema = Record<string, string>;

const strings = (names: string): Schema =>
  Object.fromEntries(
    names
      .split(' ')
      .map((name) => [name.replace('?', ''), `string${name.endsWith('?') ? '?' : ''}`]),
  );

/** The tables of proforma 2.0 as `cml-schemas` 2 declares them (github.com/nhsengland/cml-schemas). */
const schemas: Record<string, Schema> = {
  '/cml/metrics': {
    ...strings('datapoint_id metric_id dimension_id? reporting_grain location_id location_type'),
    reporting_period_start_datetime: 'timestamp',
    publication_datetime: 'timestamp?',
    metric_value: 'float',
    ...strings('additional_metric_values?'),
  },
  '/cml/metadata': {
    ...strings('metric_family_id metric_id metric_status metric_title'),
    metric_start_date: 'timestamp',
    metric_end_date: 'timestamp?',
    ...strings(
      'available_metric_category available_reporting_grain available_location_types available_dimension_types? business_area business_sub_area domain? source_name project_id? source_platform? metric_owner metric_short_name? metric_alias? metric_description calculation? metric_purpose unit format target? frequency_of_refresh aggregation statistical_disclosure_control_flag statistical_disclosure_control_description? interpretation? inclusion_exclusion_rules? usage? organisation_geog_type? footnotes? notes?',
    ),
  },
  '/cml/sources': {
    ...strings('source_name project_id? source_platform?'),
    first_record_timestamp: 'timestamp',
    last_record_timestamp: 'timestamp',
    last_ingest_timestamp: 'timestamp',
    version_release_date: 'timestamp',
    version_release: 'int',
  },
};

const inDuckdb: Record<string, string> = {
  string: 'VARCHAR',
  timestamp: 'TIMESTAMP',
  float: 'DOUBLE',
  int: 'BIGINT',
};

describe.each(Object.entries(schemas))('%s', (path, schema) => {
  it('has the columns of the layout, with their types, and values in all required ones', async () => {
    const endpoint = endpoints.find((one) => one.path === path)!;
    const search = new URLSearchParams(`${endpoint.example}&format=parquet`);
    const asked = await ask(endpoint, releases, {}, search);
    const file = join(folder, 'answer.parquet');
    writeFileSync(file, await gathered((await asked.answer()).pieces));
    const database = await DuckDatabase.openToWrite(':memory:');
    const described = await database.all<Record<'column_name' | 'column_type', string>>(
      expression(`describe select * from '${file}'`),
    );
    const types = described.map(({ column_name, column_type }) => [column_name, column_type]);
    expect(types).toEqual(
      Object.entries(schema).map(([name, type]) => [name, inDuckdb[type.replace('?', '')]]),
    );
    const rows = await database.all(expression(`select * from '${file}'`));
    database.close();
    expect(rows.length).toBeGreaterThan(0);
    const full = Object.keys(schema).filter((name) => !schema[name]!.endsWith('?'));
    const empty = rows.flatMap((row) =>
      full.filter((name) => (row as Record<string, unknown>)[name] === null),
    );
    expect(empty).toEqual([]);
  });
});

describe('figures in the common layout', () => {
  const question = 'measure=records_enabled&level=practice&period=2015-03';

  it('are those of the API with a value, each identified by its id', async () => {
    const { data } = await get(`/cml/metrics?${question}`);
    const figures = (await get(`/figures?${question}`)).data;
    const valued = figures.filter(({ value }) => value !== null);
    expect(valued.length).toBeLessThan(figures.length);
    expect(
      data.map((row) => [row.location_id, row.location_type, row.metric_value, row.metric_id]),
    ).toEqual(
      valued.map((row) => [row.area_code, 'practice', row.value, 'gp_online_records_enabled']),
    );
    expect(
      data.map(({ additional_metric_values }) => JSON.parse(additional_metric_values)),
    ).toEqual(
      valued.map(
        ({ numerator, denominator, practices, practices_reported, lower_95, upper_95 }) => ({
          numerator,
          denominator,
          practices,
          practices_reported,
          lower_95,
          upper_95,
        }),
      ),
    );
    expect(new Set(data.map(({ datapoint_id }) => datapoint_id)).size).toBe(data.length);
    expect(data[0]).toMatchObject({
      dimension_id: null,
      reporting_grain: 'month',
      reporting_period_start_datetime: '2015-03-01T00:00:00Z',
      publication_datetime: (await get('/releases')).data[0].made_at,
    });
  });

  it('have other ids on the boundaries of a lookup', async () => {
    const referenced = asking(inject('referenced'));
    const ccgs = 'measure=records_enabled&level=ccg&period=2015-03';
    const { data } = await referenced(`/cml/metrics?${ccgs}&boundaries=lookup`);
    expect(data.length).toBeGreaterThan(0);
    for (const { datapoint_id } of data) expect(datapoint_id).toMatch(/2015-03\/lookup$/);
  });

  it('have metadata for each of their metrics, which mark illustrative ones', async () => {
    const { data } = await get('/cml/metadata');
    const metrics = (await get('/cml/metrics?level=england')).data;
    const described = new Set(data.map(({ metric_id }) => metric_id));
    expect(new Set(metrics.map(({ metric_id }) => metric_id))).toEqual(described);
    const measures = (await get('/measures')).data.filter(({ first_period }) => first_period);
    expect(data).toEqual(
      measures.map((measure) =>
        expect.objectContaining({
          metric_id: `gp_online_${measure.id}`,
          metric_family_id: `gp_online_${measure.service}`,
          metric_title: measure.title,
          metric_start_date: `${measure.first_period}-01T00:00:00Z`,
          metric_status: measure.last_period === '2015-03' ? 'live' : 'ended',
          metric_end_date:
            measure.last_period === '2015-03' ? null : `${measure.last_period}-01T00:00:00Z`,
          unit: measure.unit,
          calculation: `${measure.numerator_label} / ${measure.denominator_label}`,
          source_name: 'Made by software: not real',
          footnotes: expect.stringMatching(/illustrative/i),
        }),
      ),
    );
    const [source] = (await get('/cml/sources')).data;
    expect(source).toMatchObject({
      first_record_timestamp: '2014-04-01T00:00:00Z',
      last_record_timestamp: '2015-03-01T00:00:00Z',
      version_release: 1,
    });
  });
});
