import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { findingKinds } from '../../../data/definitions/findings.ts';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import { targets } from '../../../data/definitions/targets.ts';
import { rowSentence } from '../../../data/words/figureRow.ts';
import { askIllustrative } from '../../support/asking.ts';

const ask = askIllustrative();

it('/measures has every field of a declaration in its own column, and the months with it', async () => {
  const { data: periods } = await ask('/periods');
  const { data } = await ask('/measures');
  expect(data).toEqual(
    measures.map((measure) => {
      const held = periods.filter((row) => row.measures.split(',').includes(measure.id));
      return {
        ...{ id: measure.id, service: measure.service, stage: measure.stage, unit: measure.unit },
        ...{ title: measure.title, phrase: measure.phrase, counts: measure.counts },
        numerator_label: measure.numeratorLabel,
        denominator_label: measure.denominatorLabel,
        ...{ description: measure.description, why_it_matters: measure.whyItMatters },
        ...{ polarity: measure.polarity, stock: measure.stock },
        published_as_wide: measure.publishedAs.wide,
        published_as_long: measure.publishedAs.long,
        first_period: held[0]?.period ?? null,
        last_period: held.at(-1)?.period ?? null,
        least_difference: measure.leastDifference,
      };
    }),
  );
});

it('/targets has what each target declares', async () => {
  const { data } = await ask('/targets?level=region,practice');
  const declared = new Map(targets.map((one) => [one.id, one]));
  expect(new Set(data.map(({ target }) => target))).toEqual(new Set(declared.keys()));
  for (const row of data) {
    const { title, value, date, source, sourceUrl } = declared.get(row.target)!;
    expect(row).toMatchObject({
      ...{ title, target_value: value, target_period: date, source, source_url: sourceUrl },
    });
  }
});

it('/findings/kinds has each kind in words, and counts its findings, practices and months', async () => {
  const { data: findings } = await ask('/findings');
  const { data } = await ask('/findings/kinds');
  expect(findings.length).toBeGreaterThan(10);
  expect(data).toEqual(
    Object.entries(findingKinds).map(([kind, { title, description }]) => {
      const own = findings.filter((one) => one.kind === kind);
      const months = own.flatMap(({ period }) => period ?? []).sort();
      return {
        ...{ kind, title, description, findings: own.length },
        practices: new Set(own.flatMap(({ practice_code }) => practice_code ?? [])).size,
        ...{ first_period: months[0] ?? null, last_period: months.at(-1) ?? null },
      };
    }),
  );
});

it('/releases has each release as its own answers and its file have it', async () => {
  const { data: periods, meta } = await ask('/periods');
  const folder = inject('illustrative');
  const file = readFileSync(join(folder, `${meta.release}.duckdb`));
  const { data } = await ask('/releases');
  expect(data).toEqual([
    {
      ...{ release: meta.release, kind: 'illustrative', current: true, note: meta.note },
      made_at: meta.made_at,
      first_period: periods[0].period,
      last_period: periods.at(-1).period,
      months: periods.length,
      practices: periods.at(-1).practices,
      ...{ acceptances: 0, measures_lacking: null, measures_unknown: null },
      bytes: file.length,
      sha256: createHash('sha256').update(file).digest('hex'),
    },
  ]);
});

it('/projections has the months ahead, beside the figure of the month they are seen from', async () => {
  const question = 'measure=records_enabled&level=region&period=2014-12';
  const { data: figures } = await ask(`/figures?${question}`);
  const { data } = await ask(`/projections?${question}&ahead=2`);
  expect(
    data.map(({ period, area_code, area_name, measure, unit, ahead, target_period, unchanged }) => {
      return { period, area_code, area_name, measure, unit, ahead, target_period, unchanged };
    }),
  ).toEqual(
    figures.flatMap(({ period, area_code, area_name, measure, unit, value }) =>
      [1, 2].map((ahead) => ({
        ...{ period, area_code, area_name, measure, unit, ahead },
        ...{ target_period: movedMonth(period, ahead), unchanged: value },
      })),
    ),
  );
});

it('/sources has the files that the release was made from, as they are', async () => {
  const folder = join(inject('scratch'), 'extracts');
  const { data } = await ask('/sources');
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  expect(data.map(({ name }) => name).sort()).toEqual(files.sort());
  expect(data.map(({ file_id, service }) => [file_id, service])).toEqual([
    [1, 'records'],
    [2, 'appointments'],
    [3, 'prescriptions'],
  ]);
  for (const source of data) {
    const file = readFileSync(join(folder, source.name));
    const lines = file.toString().trim().split('\n');
    const codes = lines.flatMap((line) => /,(ZZ\d{4}),/.exec(line)?.[1] ?? []);
    expect(source).toMatchObject({
      sha256: createHash('sha256').update(file).digest('hex'),
      ...{ bytes: file.length, text_bytes: file.length, rows: codes.length, address: null },
      ...{ practices: new Set(codes).size, layout: 'wide-2015' },
      ...{ first_period: '2014-04', last_period: '2015-03' },
    });
  }
});

it('/sentences has the sentence of each figure that /figures answers', async () => {
  const question = 'measure=records_offered,records_enabled&level=ccg&from=2014-05&to=2014-06';
  const { data: figures } = await ask(`/figures?${question}`);
  const { data } = await ask(`/sentences?${question}`);
  expect(data).toEqual(
    figures.map((row) => ({
      ...{ period: row.period, level: row.level, measure: row.measure },
      ...{ area_code: row.area_code, area_name: row.area_name, sentence: rowSentence(row) },
    })),
  );
});

it.each([
  ['practice', 'ccg_code'],
  ['ccg', 'subregion_code'],
  ['subregion', 'region_code'],
  ['region', null],
])('/search says of a %s what area it is in, the smallest above it', async (level, around) => {
  const { data: areas } = await ask('/areas');
  const area = areas.find((row) => row.level === level);
  const within = areas.find((row) => row.area_code === (around ? area[around] : ENGLAND));
  const { data } = await ask(`/search?q=${area.area_code}`);
  const { area_code, area_name, last_period } = area;
  expect(data[0]).toMatchObject({ level, area_code, area_name, last_period });
  expect(data[0].within).toBe(within.area_name);
});
