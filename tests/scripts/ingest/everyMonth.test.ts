import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ingest, type Outcome } from '../../../scripts/ingest/ingest.ts';
import { isDue, shareDue } from '../../support/due.ts';
import { published } from '../../support/published.ts';
import { practiceMonths, type Sums, sumsOf } from '../../support/sums.ts';
import { asked, scratchFolder } from './scratch.ts';

const folder = join(scratchFolder(), 'every-month');

describe.skipIf(!published || !isDue(2, 0))(
  `every published month in one release (${shareDue(2)})`,
  () => {
    const at = (path: string) => join(published!, path);
    const extracts = [
      'pomi/pomi_1819-apr2018_to_sep2018.zip',
      'pomi/pomi_1819-oct2018_to_mar2019.zip',
      'pomi/POMI_APR2020_to_DEC2020_rebuilt.csv.gz',
    ].map(at);
    const more = (ending: RegExp) =>
      readdirSync(at('reference_more'))
        .filter((name) => ending.test(name))
        .map((name) => at(join('reference_more', name)));
    const lookup = at('reference_more/gp-reg-pat-prac-map_01Oct2025.csv');

    let outcome: Outcome;
    let rows: Awaited<ReturnType<typeof practiceMonths>>;
    beforeAll(async () => {
      // The first half-year is in the release that tests share; the other months and the reference files are added to it.
      cpSync(inject('published2018')!, folder, { recursive: true });
      const files = [...extracts.slice(1), lookup, ...more(/geojson$/)];
      outcome = await ingest({ files, dataFolder: folder });
      rows = await practiceMonths(extracts);
    });

    const figuresOf = async (table: string, levels: string[]) => {
      const figures = await asked<Record<string, string | number | null>>(
        folder,
        '2020-12.1',
        `select * from ${table} where level in (${levels.map((level) => `'${level}'`)}) and practices > 0 and measure <> 'any_new'`,
      );
      return new Map(
        figures.map((row) => [
          `${row.level} ${row.area_code} ${row.period} ${row.measure}`,
          [row.numerator, row.denominator, row.practices, row.practices_reported] as Sums,
        ]),
      );
    };

    it('passes the gate, across the year without files and new boundaries of regions', () => {
      expect(outcome).toMatchObject({ release: '2020-12.1', problems: [], doubts: [] });
      expect(outcome.summary!.unmatched).toEqual([]);
    });

    it('has every figure as summed from the lines of the files', async () => {
      const wanted = sumsOf(rows, ({ areas }) => areas);
      expect(wanted.size).toBeGreaterThan(50_000);
      expect(await figuresOf('figure', ['england', 'region', 'subregion', 'ccg'])).toEqual(wanted);
    });

    it('has every figure on the boundaries of a later lookup as summed by its codes', async () => {
      const { data } = Papa.parse<Record<string, string>>(readFileSync(lookup, 'utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      const places = new Map(data.map((row) => [row.PRACTICE_CODE, row]));
      const wanted = sumsOf(rows, ({ code }) => ({
        region: places.get(code)?.COMM_REGION_CODE,
        stp: places.get(code)?.ICB_CODE,
        ccg: places.get(code)?.SUB_ICB_LOCATION_CODE,
      }));
      expect(wanted.size).toBe(45_570);
      expect(await figuresOf('lookup.figure', ['region', 'stp', 'ccg'])).toEqual(wanted);
    });
  },
);
