import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { measures } from '../../../../data/definitions/measures.ts';
import { DuckDatabase } from '../../../../server/store/duckDatabase.ts';
import { expression } from '../../../../server/store/sql.ts';
import { asking } from '../../../support/asking.ts';
import { due, shareDue } from '../../../support/due.ts';
import { type Serving, serve } from '../../../support/serving.ts';

interface Figure {
  area_code: string;
  measure: string;
  period: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  practices: number;
  practices_reported: number;
}

/** The number of days in which each figure of a measure is computed again. */
const days = 5;

const folders: [string, string | null][] = [
  ['illustrative figures', inject('illustrative')],
  ['illustrative figures with reference files', inject('referenced')],
  ['published figures', inject('published2018')],
];

describe.each(folders)('%s', (_, data) => {
  describe.skipIf(!data)('asked for their provenance', () => {
    const folder = mkdtempSync(join(tmpdir(), 'uptake-provenance-'));
    let serving: Serving;
    let downloaded: DuckDatabase;
    let places: string[];
    let months: string[];
    /** Places to ask for on the lookup's boundaries, if there is a lookup. */
    let onLookup: string[];

    const ask = asking(data ?? '');

    /** A CCG that has other practices on the lookup's boundaries than on those published, in the first month. */
    const changedCcg = async (period: string) => {
      const figures = async (boundaries: string) => {
        const question = `measure=records_offered&level=ccg&period=${period}`;
        return (await ask(`/figures?${question}&boundaries=${boundaries}`)).data;
      };
      const known = new Map(
        (await figures('published')).map((row) => [row.area_code, row.practices]),
      );
      return (await figures('lookup')).find((row) => known.get(row.area_code) !== row.practices)!
        .area_code;
    };

    beforeAll(async () => {
      serving = await serve(data!);
      const { data: how } = await ask<{
        how_to_run: string;
        release_file: { name: string; address: string };
      }>('/provenance?measure=records_offered&area=E92000001');
      expect(how.how_to_run).toBe(`duckdb -readonly ${how.release_file.name}`);
      const address = new URL(how.release_file.address, `${serving.origin}/api/v1/provenance`);
      const response = await fetch(address);
      expect(response.headers.get('content-disposition')).toContain(`"${how.release_file.name}"`);
      const file = join(folder, how.release_file.name);
      writeFileSync(file, Buffer.from(await response.arrayBuffer()));
      downloaded = await DuckDatabase.openToRead(file);
      const { data: areas } = await ask('/areas');
      const isTold = (level: string) => areas.some((row) => row.level === level);
      const ofLevel = (level: string, i: number) =>
        areas.filter((row) => row.level === level).at(i)!.area_code;
      places = [
        'E92000001',
        ofLevel('region', 0),
        ofLevel('subregion', -1),
        ofLevel('ccg', 2),
        ofLevel('ccg', -1),
        ofLevel('practice', 5),
        ofLevel('practice', -3),
        ...['stp', 'pcn'].filter(isTold).map((level) => ofLevel(level, 1)),
      ];
      const { data: periods } = await ask('/periods');
      months = [periods[0].period, periods.at(-1)!.period];
      onLookup = isTold('stp')
        ? [ofLevel('stp', 0), 'E92000001', await changedCcg(months[0]!)]
        : [];
    });
    afterAll(async () => {
      downloaded?.close();
      await serving?.stop();
      rmSync(folder, { recursive: true });
    });

    const figuresOf = async (address: string): Promise<Map<string, Figure>> => {
      const { data: rows } = await ask<Figure[]>(address);
      return new Map(rows.map((row) => [`${row.measure} ${row.area_code} ${row.period}`, row]));
    };

    /** The places and months in which a measure is computed again today. */
    const dueOf = (measure: string) =>
      due(
        measures.flatMap(({ id }) =>
          places.flatMap((area) => months.map((period) => ({ id, area, period }))),
        ),
        days,
      ).filter(({ id }) => id === measure);

    it.each(measures.map(({ id }) => id))(
      `are computed again by their SQL on the file of the release (${shareDue(days)}): %s`,
      async (measure) => {
        const address = `/figures?measure=${measure}&area=${places}&period=${months}`;
        const expected = await figuresOf(address);
        for (const { area, period } of dueOf(measure)) {
          const { data: how } = await ask<{ sql: string; figure: object }>(
            `/provenance?measure=${measure}&area=${area}&period=${period}`,
          );
          const [row] = await downloaded.all<Figure>(expression(how.sql.replace(/;$/, '')));
          expect(row).toEqual(how.figure);
          const figure = expected.get(`${measure} ${area} ${period}`);
          // A place that is missing in the month has no figure and no practice.
          if (!figure) expect(row!.practices).toBe(0);
          else {
            const { numerator, denominator, value, practices, practices_reported } = figure;
            expect(row).toEqual({ numerator, denominator, value, practices, practices_reported });
          }
        }
      },
    );

    it.each(measures.map(({ id }) => id))(
      'are the sum of what practices brought: %s',
      async (measure) => {
        const area = places[3]!;
        for (const [where, at] of [
          [area, ''],
          [places[0]!, ''],
          ['group', `&group=${places.slice(5, 7)}`],
        ] as const) {
          const question = `measure=${measure}&area=${where}&period=${months[1]}${at}`;
          const { data: parts } = await ask(`/provenance/practices?${question}`);
          const { data: how } = await ask<{ figure: Figure }>(`/provenance?${question}`);
          const sum = (name: 'numerator' | 'denominator') =>
            parts.reduce((total, row) => total + (row[name] ?? 0), 0);
          const { figure } = how;
          expect(parts).toHaveLength(figure.practices);
          expect(parts.filter((row) => row.reported)).toHaveLength(figure.practices_reported);
          if (figure.practices_reported) {
            expect(sum('numerator')).toBe(figure.numerator);
            expect(sum('denominator')).toBe(figure.denominator);
          } else expect(figure).toMatchObject({ numerator: null, denominator: null });
        }
      },
    );

    it('are recomputed on the boundaries of the practice lookup too', async ({ skip }) => {
      skip(!onLookup.length, 'the release has no practice lookup');
      for (const area of onLookup) {
        const question = `measure=records_enabled&area=${area}&boundaries=lookup&period=${months[0]}`;
        const { data: how } = await ask<{ sql: string; figure: Figure }>(`/provenance?${question}`);
        const [row] = await downloaded.all<Figure>(expression(how.sql.replace(/;$/, '')));
        const { data: figures } = await ask<Figure[]>(`/figures?${question}`);
        const { numerator, denominator, value, practices, practices_reported } = figures[0]!;
        expect(row).toEqual({ numerator, denominator, value, practices, practices_reported });
        expect(row).toEqual(how.figure);
      }
    });

    it('name exactly the files of the release', async () => {
      const { data: sources } = await ask('/sources');
      const { data: how } = await ask<{ files: { name: string; sha256: string; rows: number }[] }>(
        '/provenance?measure=records_offered&area=E92000001',
      );
      expect(how.files.length).toBeGreaterThan(0);
      for (const { name, sha256, rows } of how.files) {
        expect(sources).toContainEqual(expect.objectContaining({ name, sha256, rows }));
      }
    });
  });
});

describe('the definition beside a figure', () => {
  const ask = asking(inject('illustrative'));
  const [reported, there] = ['practices that reported', 'practices in the extract'];
  it.each([
    ['records_enabled', reported],
    ['records_use', reported],
    ['records_offered', there],
    ['records_offered_practices', there],
  ])('is that of %s, which counts %s', async (id, counts) => {
    const { data } = await ask<{ definition: object }>(
      `/provenance?measure=${id}&area=E92000001&period=2015-03`,
    );
    const measure = measures.find((one) => one.id === id)!;
    expect(data.definition).toEqual({
      counts,
      description: measure.description,
      numerator: measure.numeratorLabel,
      denominator: measure.denominatorLabel,
      published_as_wide: measure.publishedAs.wide,
      published_as_long: measure.publishedAs.long,
      in_extract_when: measure.inExtract,
      reported_when: measure.reported,
      adds_up: { numerator: measure.numerator, denominator: measure.denominator },
    });
  });
});
