import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, it } from 'vitest';
import { type Revision, revisionTable } from '../../../web/pages/revisionTable.ts';

const row = (
  period: string,
  area_name: string,
  measure: string,
  before: number | null,
  after: number | null,
): Revision => ({
  ...{ period, area_name, measure, value_before: before, value_after: after },
  difference: before === null || after === null ? null : after - before,
});

const read = (rows: readonly Revision[], of: number) =>
  collectResultSync(render(revisionTable(rows, of)))
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/tr>/g, '|')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .split('|')
    .map((line) => line.trim());

it('revised figures are below their own place and measure, as they were and as they are', () => {
  const rows = [
    row('2018-04', 'LONDON', 'records_enabled', 4, 4.5),
    row('2018-05', 'LONDON', 'records_enabled', null, 5),
    row('2018-04', 'LONDON', 'prescriptions_enabled', 7, 6),
    row('2018-04', 'ENGLAND', 'prescriptions_enabled', 8, null),
  ];
  const records = 'Seeing your record: patients set up for it, percent of patients';
  const prescriptions = 'Ordering prescriptions: patients set up for it, percent of patients';
  const lines = read(rows, 9);
  expect(lines.slice(0, -1)).toEqual([
    'Revised figures: the first 4 of 9 Month Before Now',
    `London ${records}`,
    'April 2018 4.0% 4.5%',
    'May 2018 [x] 5.0%',
    `London ${prescriptions}`,
    'April 2018 7.0% 6.0%',
    `England ${prescriptions}`,
    'April 2018 8.0% [x]',
  ]);
  expect(lines.at(-1)).toBe('[x]: not available, because it was not reported.');
  expect(read(rows, 4)[0]).toBe('Revised figures Month Before Now');
});
