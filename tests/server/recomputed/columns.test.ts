import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { endpoints } from '../../../server/api/endpoints.ts';
import { asking } from '../../support/asking.ts';
import type { OracleInput } from '../../support/oracle.ts';
import { published } from '../../support/published.ts';
import { comparisons } from './comparisons.ts';
import { peers, promote, reach } from './effort.ts';
import { asPublished, figures } from './figures.ts';
import { areas, breakdowns, trends } from './groups.ts';
import { madeExtracts } from './made.ts';
import { pairs } from './pairs.ts';
import type { Questions, Recomputed } from './question.ts';
import { funnel, spread } from './spread.ts';
import { changes, xmr } from './time.ts';
import { type Row, Told } from './told.ts';

type Extract = OracleInput & { name: string };

/** The questions that are asked and recomputed, by endpoint. */
const asked: Record<string, Questions> = {
  '/figures, /coverage, /provenance/practices': figures,
  '/periods, /practices/{code}': asPublished,
  '/deciles, /percentiles, /histogram': spread,
  '/funnel': funnel,
  '/xmr': xmr,
  '/changes, /changes/practices': changes,
  '/reach': reach,
  '/promote': promote,
  '/peers': peers,
  '/breakdowns': breakdowns,
  '/trends': trends,
  '/areas': areas,
  '/comparisons': comparisons,
  '/pairs': pairs,
};

const pomi = (name: string) => join(published!, 'pomi', name);

const releases: [string, () => Extract[], { period: string; former: string }][] = [
  ['extracts made in all four layouts', madeExtracts, { period: '2019-03', former: '2018-05' }],
];
if (published) {
  const name = 'awkward_rows_2018_19.csv';
  releases.push([
    'published rows picked for being difficult',
    () => [{ name, text: readFileSync(pomi(name), 'utf8') }],
    { period: '2019-03', former: '2018-04' },
  ]);
}

/**
 * Columns of words rather than numbers or codes, which have tests of their own; area names are those of the last month.
 */
const words = new Set(['sentence', 'word', 'reason', 'natural_variation', 'area_name']);

/** What is not recomputed from the counts of extracts, and where it is tested. */
const elsewhere: Record<string, string> = {
  '/releases': 'api/declared.test.ts',
  '/calendar': 'api/endpoints/calendar.test.ts',
  '/news': 'api/endpoints/news.test.ts',
  '/measures': 'api/declared.test.ts',
  '/sources': 'api/declared.test.ts',
  '/search': 'api/endpoints/search.test.ts',
  '/lifecycle': 'api/endpoints/lifecycle.test.ts',
  '/whereabouts': 'server/endedAreas.test.ts',
  '/groups': 'api/endpoints/groups.test.ts',
  '/projections': 'api/endpoints/projections.test.ts',
  '/events/supplier': 'api/endpoints/supplierEvents.test.ts',
  '/events/supplier/practices': 'api/endpoints/supplierEvents.test.ts',
  '/events/supplier/differences': 'api/endpoints/supplierEvents.test.ts',
  '/sentences': 'api/declared.test.ts',
  '/inequality': 'api/endpoints/inequality.test.ts',
  '/differences': 'api/endpoints/differences.test.ts',
  '/changes/places': 'api/endpoints/placeChanges.test.ts',
  '/variance': 'api/endpoints/variance.test.ts',
  '/annotations': 'api/endpoints/annotations.test.ts',
  '/published-figures': 'api/endpoints/publishedFigures.test.ts',
  '/targets': 'api/endpoints/targets.test.ts',
  '/findings': 'scripts/ingest/findings.test.ts',
  '/findings/kinds': 'api/declared.test.ts',
  '/continuity': 'api/endpoints/continuity.test.ts',
  '/revisions': 'api/endpoints/revisions.test.ts',
  '/revisions/totals': 'api/endpoints/revisions.test.ts',
  '/vintages': 'server/corrections.test.ts',
  '/notices': 'api/endpoints/calendar.test.ts',
  '/statements': 'api/endpoints/corrections.test.ts',
  '/changes-log': 'api/endpoints/corrections.test.ts',
  '/cml/metrics': 'api/endpoints/commonMetrics.test.ts',
  '/cml/metadata': 'api/endpoints/commonMetrics.test.ts',
  '/cml/sources': 'api/endpoints/commonMetrics.test.ts',
  '/acceptances': 'api/endpoints/acceptances.test.ts',
};

/**
 * Columns that come from a reference file or an earlier release, which the made extracts do not have, and the line of a
 * file on which a row began.
 */
const ofOthers: Record<string, string[]> = {
  '/figures': ['revised', 'revised_from'],
  '/peers': ['deprivation', 'rural'],
  '/pairs': ['deprivation', 'most_deprived'],
  '/areas': ['region_code', 'subregion_code', 'stp_code', 'ccg_code', 'pcn_code', 'ons_code'],
  '/provenance/practices': ['file', 'row'],
};

const again = valuesOf(new Told(madeExtracts()), releases[0]![2]);

it('every column of every table is recomputed, or listed with the place where it is tested', () => {
  const tables = endpoints.flatMap(({ path, columns }) => (columns ? [{ path, columns }] : []));
  expect(tables.length).toBeGreaterThan(30);
  const forgotten = tables.flatMap(({ path, columns }) =>
    columns
      .map(({ name }) => name)
      .filter((name) => !elsewhere[path] && !ofOthers[path]?.includes(name))
      .filter((name) => !words.has(name) && !again.get(path)?.has(name))
      .map((name) => `${path} ${name}`),
  );
  expect(forgotten).toEqual([]);
});

it('each of those places is a test that names the endpoint', () => {
  const folder = join(import.meta.dirname, '../..');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const missing = Object.entries(elsewhere).filter(([path, place]) => {
    const file = files.find((one) => one.endsWith(`/${place}`) || one === place);
    return !file || !readFileSync(join(folder, file), 'utf8').includes(path);
  });
  expect(missing).toEqual([]);
});

/** Columns that repeat what was asked. */
const ofQuestions = ['period', 'from_period', 'to_period', 'level', 'measure', 'unit'];

it('every other column that is recomputed has several values, so that a wrong one shows', () => {
  const single = [...again].flatMap(([path, columns]) =>
    [...columns]
      .filter(([name]) => !ofQuestions.includes(name) && !ofOthers[path]?.includes(name))
      .filter(([, values]) => values.size < 2)
      .map(([name]) => `${path} ${name}`),
  );
  expect(single).toEqual([]);
});

/** By path and column, the values recomputed of it. */
function valuesOf(told: Told, months: Parameters<Questions>[1]) {
  const found = new Map<string, Map<string, Set<unknown>>>();
  for (const { address, rows } of Object.values(asked).flatMap((ask) => ask(told, months))) {
    const path = address.split('?')[0]!.replace(/A8\d{4}/, '{code}');
    const columns = found.get(path) ?? new Map<string, Set<unknown>>();
    found.set(path, columns);
    for (const [name, value] of rows.flatMap(Object.entries)) {
      columns.set(name, (columns.get(name) ?? new Set()).add(value));
    }
  }
  return found;
}

describe.each(releases)('every column of an answer, for %s', async (_, made, months) => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-recomputed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const extracts = made();
  const files = extracts.map(({ name, text }) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const { problems, release } = await ingest({
    files,
    dataFolder: join(folder, 'data'),
    accept: 'made for tests',
  });
  if (!release) throw new Error(problems.map(({ message }) => message).join('\n'));
  const ask = asking(join(folder, 'data'));
  const told = new Told(extracts);

  it.each(Object.entries(asked))('%s', async (path, questions) => {
    const all = questions(told, months);
    const stray: string[] = [];
    let numbers = 0;
    for (const one of all) {
      const { data, meta } = await ask<Row[] | { months: Row[] }>(one.address);
      const rows = Array.isArray(data) ? data : data.months;
      stray.push(...differences(one, rows, meta));
      numbers += one.rows.flatMap(Object.values).filter((value) => value !== null).length;
    }
    expect(stray.slice(0, 5)).toEqual([]);
    expect(numbers, path).toBeGreaterThan(50);
  });
});

/** The differences between a response and its recomputation; the first difference of each row. */
function differences({ address, rows, meta = {} }: Recomputed, data: Row[], said: Row): string[] {
  if (data.length !== rows.length) return [`${address}: ${data.length} rows, not ${rows.length}`];
  return [...rows.map((row, i) => [row, data[i]!] as const), [meta, said] as const].flatMap(
    ([expected, row]) => {
      const column = Object.keys(expected).find((name) => !isSame(row[name], expected[name]));
      if (column === undefined) return [];
      const [right, wrong] = [expected[column], row[column]].map((one) => JSON.stringify(one));
      return [
        `${address}: ${column} of ${row.area_code ?? row.period ?? 'meta'} is ${wrong}, not ${right}`,
      ];
    },
  );
}

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : JSON.stringify(a) === JSON.stringify(b);
