import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import { expect, it } from 'vitest';
import type { PracticeFigures } from '../../../web/pages/practiceFigures.ts';
import { changingView } from '../../../web/pages/reportParts.ts';
import { parts } from '../../../web/parts.ts';
import { addressOf } from '../../../web/route.ts';
import { changeSentences } from '../../../web/sections/changeSentences.ts';
import { onThisPage } from '../../../web/sections/onThisPage.ts';
import { publishedView } from '../../../web/sections/published.ts';
import { supplierChangesView } from '../../../web/sections/supplierChanges.ts';
import { monthByMonth } from '../../../web/sections/whyItChanged.ts';

const address = addressOf(new URL('/', 'http://localhost'), '');
const drawn = (view: TemplateResult | '') =>
  view === '' ? '' : collectResultSync(render(view)).replace(/<!--.*?-->/gs, '');
const cells = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, text]) =>
    text!
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
const change = (from: string, sentence: string) => ({
  ...{ from, to: '2019-03', sentence, parts: {} as never },
});

it('a sentence about two changes is said once', () => {
  const said = [change('2019-02', 'It rose.'), change('2018-03', 'It rose.')];
  expect(cells(drawn(changeSentences(said)), 'p')).toEqual(['It rose.']);
  const two = [change('2019-02', 'It fell.'), change('2018-03', 'It rose.')];
  expect(cells(drawn(changeSentences(two)), 'p')).toEqual(['It fell.', 'It rose.']);
});

it('what was said in public stands beside the figure of the same month', () => {
  const parts = {
    enabled: {
      ...{ numerator: 45, denominator: 1000, value: 4.5, marker: null },
      ...{ practices: 9, reported: 9 },
    },
  };
  const england = { level: 'england', code: 'E', name: 'England', months: { '2018-06': parts } };
  const said = (period: string) => ({
    ...{ period, measure: 'records_enabled', said: '4.6%', source: 'A report', url: 'https://x' },
  });
  const html = drawn(
    publishedView([said('2018-06'), said('2018-07')], 'records', england as never),
  );
  expect(cells(html, 'td')).toEqual([
    ...[
      'patients who were set up to see their record online',
      '4.6%',
      '4.5% 45 of 1,000',
      'A report',
    ],
  ]);
  expect(publishedView([said('2018-07')], 'records', england as never)).toBe('');
});

it('a report has its practice beside its CCG and England, and the change of a year', () => {
  const series = (code: string, value: number) => ({
    ...{ level: 'practice', code, name: code },
    months: { '2019-02': { enabled: { value } }, '2019-03': { enabled: { value } } },
  });
  const data = {
    ...{ code: 'A81001', service: 'records', moved: [], usual: 'It rises.' },
    series: [series('A81001', 5), series('00K', 7), series('E92000001', 9)],
    changes: [change('2019-02', 'Since a month.'), change('2018-03', 'Since a year.')],
  } as unknown as PracticeFigures;
  const html = drawn(changingView(data));
  const names = cells(html, 'text').filter((text) => / (here|CCG|England)$/.test(text));
  expect(names.sort()).toEqual(['5.0% here', '7.0% CCG', '9.0% England']);
  expect(cells(html, 'p').slice(-2)).toEqual(['It rises.', 'Since a year.']);
  const changed = { ...data, moved: ['It changed supplier.'] } as PracticeFigures;
  expect(cells(drawn(changingView(changed)), 'p')).not.toContain('It rises.');
});

it('the sections of a page are linked by the ids of their headings', () => {
  const html = drawn(onThisPage([['months', 'Trend'], false, ['facts', 'About it']]));
  const links = [...html.matchAll(/href="([^"]*)">([^<]*)/g)].map(([, to, text]) => [to, text]);
  const each = [
    ['#months', 'Trend'],
    ['#facts', 'About it'],
  ];
  expect(links).toEqual([...each, ...each]);
});

it('every change of supplier is of the measure shown', () => {
  const data = { ...{ said: 'It fell.', measure: 'records_use', meta: {}, query: {} } } as never;
  const html = drawn(supplierChangesView(data, address));
  expect(html).toContain(
    'href="/api/v1/events/supplier/practices?measure=records_use&amp;format=csv"',
  );
  // On paper neither the link nor the full stop after it is left.
  expect(html).toMatch(/<p class="on">\s*<a [^>]*download>/);
});

it('charts by month are announced by what they are of', () => {
  const chart = {
    ...{ meta: {}, query: {}, stages: true, lines: [], months: [], bands: [], said: [] },
  } as never;
  const gist = (service: 'any' | 'records') =>
    /fold__gist">([^<]*)/.exec(drawn(monthByMonth(address, [chart], service)))![1];
  expect(gist('any')).toBe('how much is done online');
  expect(gist('records')).toBe('offered, set up and used');
  expect(monthByMonth(address, [], 'any')).toBe('');
});

it('groups of practices are announced by how suppliers differ', async () => {
  const none = (async () => ({ data: [], meta: {} })) as never;
  const asked = { area: 'Y54', service: 'records', measure: 'records_enabled' } as const;
  const question = { ...asked, period: '2019-03', where: 'in X', meta: {} as never };
  const { gist, groupings } = await parts.groupings.load!(none, question);
  expect(groupings.map(({ by }) => by)).toEqual(['supplier', 'list_size']);
  expect(gist).toBe('Nothing is known by system supplier');
});
