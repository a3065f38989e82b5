import { expect, it } from 'vitest';
import type { Outcome } from '../../../../scripts/ingest/ingest.ts';
import type { Continuity, Revision } from '../../../../scripts/ingest/report/againstFormer.ts';
import { formatReport } from '../../../../scripts/ingest/report/report.ts';
import { formatContinuity } from '../../../../scripts/ingest/report/reportAgainst.ts';

const file = { address: null, sha256: '', bytes: 1, textBytes: 1 };
const [april, may, june] = ['2018-04', '2018-05', '2018-06'] as const;
const any = 'any_enabled';
const practices = 4000;
const of = (numerator: number | null, reported = practices) =>
  ({ numerator, denominator: 1000, practices, practices_reported: reported }) as const;

const revised = (area_name: string, before: Revision['before'], after: Revision['after']) =>
  ({
    ...{ level: 'region', area_code: area_name, area_name, measure: any, period: april },
    ...{ before, after },
  }) satisfies Revision;

const outcome: Outcome = {
  release: '2018-06.1',
  waits: null,
  previous: '2018-05.1',
  problems: [],
  doubts: [
    {
      ...{ kind: 'fewer_practices', period: june, area_code: null },
      ...{ value: '1', other: '2', message: 'Too few.' },
    },
  ],
  accepted: 'A pilot.',
  summary: {
    unread: ['pomi.zip/May.xlsx'],
    files: [
      { ...file, name: 'long.csv', layout: 'long-2018', service: null, rows: 12_345 },
      { ...file, name: 'wide.csv', layout: 'wide-2015', service: 'records', rows: 1 },
    ],
    references: [
      { name: 'map.csv', id: 'lookup', rows: 7000, date: '2022-01-01', notes: ['It has no PCN.'] },
      { name: 'scores.csv', id: 'deprivation', rows: 1, date: null, notes: [] },
    ],
    placement: { practices, placed: 3999, registered: 2000, registeredPlaced: 1500 },
    unmatched: [
      { level: 'ccg', areas: ['B (2)'], shapes: [] },
      { level: 'stp', areas: [], shapes: ['C (3)', 'D (4)'] },
    ],
    rows: 12_346,
    practices,
    periods: [may, june],
    firstPeriod: april,
    lastPeriod: june,
    findings: [
      { kind: 'name_changed', count: 1234 },
      { kind: 'list_size_missing', count: 5 },
    ],
    national: {
      before: [
        { measure: any, period: april, numerator: 100, denominator: 1000 },
        { measure: any, period: may, numerator: 200, denominator: 1000 },
        { measure: 'any_use', period: may, numerator: null, denominator: null },
      ],
      after: [
        { measure: any, period: april, numerator: 110, denominator: 1000 },
        { measure: any, period: may, numerator: 220, denominator: 1000 },
        { measure: any, period: june, numerator: 330, denominator: 1000 },
        { measure: 'any_use', period: may, numerator: 44, denominator: 1000 },
        { measure: 'any_new', period: june, numerator: 5, denominator: 1000 },
      ],
    },
    coverage: {
      before: [
        { measure: any, period: may, practices, practices_reported: 3000 },
        { measure: 'any_use', period: may, practices, practices_reported: 2000 },
      ],
      after: [
        { measure: any, period: june, practices, practices_reported: 3900 },
        { measure: 'any_new', period: june, practices, practices_reported: 1000 },
      ],
    },
    continuity: {
      months: 2,
      compared: 1600,
      revisions: [
        revised('LITTLE', of(500), of(505)),
        revised('RECOUNTED', of(500, 1), of(500, 3990)),
        revised('NEW', null, of(500)),
        revised('DOUBLED', of(100), of(200)),
        revised('SILENT', of(500), of(null, 0)),
        ...Array.from({ length: 8 }, (_, i) => revised(`PLACE ${i}`, of(400 + i), of(300))),
      ],
    },
  },
};

it('the report of an ingest has all that was read, changed, unusual, doubted and made', () => {
  expect(formatReport(outcome, 'A pilot.')).toEqual([
    'long.csv: 12,345 rows, layout long-2018',
    'wide.csv: 1 row, layout wide-2015, records',
    'pomi.zip/May.xlsx: not read, as it is neither .csv nor .geojson',
    'map.csv: 7,000 rows, practice lookup of 2022-01-01',
    '  It has no PCN.',
    'scores.csv: 1 row, deprivation scores',
    'Boundaries of CCGs have no shape for 1 area of the practice lookup, which maps cannot draw: B (2).',
    'Boundaries of STPs have 2 shapes for no area of the practice lookup: C (3) and D (4).',
    '4,000 practices in 2 months: May 2018, June 2018.',
    'The practice lookup places 3,999 of 4,000 practices of June 2018 with 75.0% of its patients.',
    '',
    'England (the release has April 2018 to June 2018):',
    '  any_enabled                      May 2018 20.0% → 22.0%, 33.0% in June 2018',
    '  any_new                          5.0 per 1,000 patients in June 2018',
    '  any_use                          May 2018 [x] → 44.0 per 1,000 patients',
    '',
    'Practices of England that reported in June 2018 (in May 2018 of the release before):',
    '  any_enabled                      3,900 of 4,000, 97.5% (3,000 of 4,000, 75.0%)',
    '  any_new                          1,000 of 4,000, 25.0%',
    '  any_use                          not collected (2,000 of 4,000, 50.0%)',
    '',
    'Continuity: 1,600 figures of England and the regions in 2 months that are in 2018-05.1 too, 13 of them revised, these the most:',
    '  New, April 2018, any_enabled: not there → 50.0% (4,000 of 4,000 practices)',
    '  Silent, April 2018, any_enabled: 50.0% (4,000 of 4,000 practices) → [x] (0 of 4,000 practices)',
    '  Doubled, April 2018, any_enabled: 10.0% (4,000 of 4,000 practices) → 20.0% (4,000 of 4,000 practices)',
    ...Array.from({ length: 8 }, (_, i) => 7 - i).map(
      (i) =>
        `  Place ${i}, April 2018, any_enabled: 40.${i}% (4,000 of 4,000 practices) → 30.0% (4,000 of 4,000 practices)`,
    ),
    '  Little, April 2018, any_enabled: 50.0% (4,000 of 4,000 practices) → 50.5% (4,000 of 4,000 practices)',
    '  ... and 1 more: add --json to see them all',
    '',
    'Findings (unusual, but published so):',
    '    1,234  Practice changed name',
    '        5  No list size',
    '',
    'Accepted at the gate, and recorded in the release (“A pilot.”):',
    '  Far fewer practices: Too few.',
    '',
    'Release 2018-06.1 is made and current (before: 2018-05.1).',
  ]);
});

it.each<[string, Partial<Outcome>, string]>([
  ['is the first', { previous: null }, 'Release 2018-06.1 is made and current.'],
  ['waits', { waits: 'It waits.' }, 'Release 2018-06.1 is made, as a draft. It waits.'],
  [
    'is doubted',
    { release: null, accepted: null },
    '1 doubt. Nothing was released; 2018-05.1 stays current. Where the files are right, add --accept "REASON": the release records it.',
  ],
  [
    'is doubted and would be the first',
    { release: null, accepted: null, previous: null, doubts: [1, 2].map(() => outcome.doubts[0]!) },
    '2 doubts. Nothing was released; there is no release yet. Where the files are right, add --accept "REASON": the release records it.',
  ],
  ['was only tried', { release: null }, 'Checked: no problems. Nothing was released.'],
])('the report of a release that %s ends in what became of it', (_, changed, last) => {
  expect(formatReport({ ...outcome, ...changed }).at(-1)).toBe(last);
});

it('the report of problems has the first 200, and what stays', () => {
  const problem = { file: 'a.csv', row: null, column: null, value: null, message: 'odd' };
  const problems = Array.from({ length: 1201 }, () => problem);
  const report = formatReport({ ...outcome, summary: null, problems });
  expect(report.slice(199)).toEqual([
    'a.csv: odd',
    '... and 1,001 more: add --json to see them all',
    '',
    '1,201 problems. Nothing was released; 2018-05.1 stays current.',
  ]);
  expect(formatReport({ ...outcome, summary: null, problems: [problem], previous: null })).toEqual([
    'a.csv: odd',
    '',
    '1 problem. Nothing was released; there is no release yet.',
  ]);
});

it('a revision that rounding hides is told by its counts', () => {
  const at = (numerator: number, practices_reported = 6846) => ({
    ...{ numerator, denominator: 57_002_954, practices: 6846, practices_reported },
  });
  const revision = { area_code: 'E92000001', area_name: 'England', measure: 'any_enabled' };
  const lines = (before: number, after: number) =>
    formatContinuity(
      {
        ...{ months: 1, compared: 1 },
        revisions: [{ ...revision, period: '2018-04', before: at(before), after: at(after, 6845) }],
      } as Continuity,
      '2018-04.1',
    );
  expect(lines(15_623_001, 15_623_005)[1]).toBe(
    '  England, April 2018, any_enabled: 27.4%, 15,623,001 of 57,002,954 (6,846 of 6,846 practices) → 27.4%, 15,623,005 of 57,002,954 (6,845 of 6,846 practices)',
  );
  expect(lines(15_623_001, 15_623_001)[1]).toBe(
    '  England, April 2018, any_enabled: 27.4% (6,846 of 6,846 practices) → 27.4% (6,845 of 6,846 practices)',
  );
});
