import { describe, expect, inject, it } from 'vitest';
import { annotations } from '../../../data/definitions/annotations.ts';
import { markers } from '../../../data/definitions/markers.ts';
import { measureOf, measures } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import {
  fixed,
  formatCount,
  formatPercent,
  formatRange,
} from '../../../data/definitions/numbers.ts';
import { wilsonInterval } from '../../../data/statistics/wilson.ts';
import { formatChange } from '../../../data/words/changeParts.ts';
import { published } from '../../support/published.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('the page Methods', () => {
  it('defines every measure, marker and known event with an id of its own', async () => {
    const { html, text } = await draw('/methods');
    for (const { id, title } of measures) {
      expect(html).toContain(`id="${id}"`);
      expect(text).toContain(title);
    }
    for (const marker of Object.keys(markers)) expect(text).toContain(marker);
    for (const { id, title } of annotations) {
      expect(html).toContain(`id="event-${id}"`);
      expect(text).toContain(title);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['records', 'appointments', 'prescriptions'])(
    'has an example of confidence intervals from this release: %s',
    async (service) => {
      const { text } = await draw(`/methods?service=${service}`);
      const { data } = await ask('/figures', {
        measure: `${service}_enabled`,
      });
      const { numerator, denominator } = data[0]!;
      const { lower, upper } = wilsonInterval(numerator!, denominator!, 0.95, 100)!;
      expect(text).toContain(`${formatCount(numerator!)} of ${formatCount(denominator!)}`);
      expect(text).toContain(`${lower.toFixed(3)}% to ${upper.toFixed(3)}%`);
    },
  );

  it('says what is missing, and is linked from every statement that names a method', async () => {
    const { html, text } = await draw('/methods');
    expect(text).toMatch(/Age and sex\. .* No figure here allows for it\./);
    for (const id of [
      'interval',
      'comparison',
      'peers',
      'clustered',
      'inequality',
      'variance',
      'supplier-changes',
      'correlation',
      'projections',
    ]) {
      expect(html).toContain(`id="${id}"`);
    }
    const { data: ccgs } = await ask('/areas', { level: 'ccg' });
    const { links } = await draw(`/areas/${ccgs[0]!.area_code}`);
    const named = links.filter((link) => link.includes('/methods') && link.includes('#'));
    const there = named.map((link) => link.split('#')[1]!);
    expect(there).toEqual(expect.arrayContaining(['comparison', 'clustered', 'projections']));
    for (const id of there) expect(html).toContain(`id="${id}"`);
  });

  it('shows every method with an example and its API address', async () => {
    const { text, links } = await draw('/methods');
    expect(text).not.toContain('Its figures do not allow it.');
    expect(text.match(/In this release/g)!.length).toBe(16);
    for (const path of [
      'comparisons',
      'deciles',
      'funnel',
      'xmr',
      'trends',
      'changes',
      'peers',
      'reach',
      'breakdowns',
      'variance',
      'events/supplier',
      'pairs',
      'projections',
    ] as const) {
      const link = links.find((one) => one.startsWith(`/uptake/api/v1/${path}?`))!;
      const asked = Object.fromEntries(new URL(link, origin).searchParams);
      expect((await ask(`/${path}`, asked)).data.length, link).toBeGreaterThan(0);
    }
  });
});

/** The rows of each table of a page by its caption, in cells. */
function tablesIn(html: string): Map<string, string[][]> {
  const plain = (text: string) =>
    text
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#39;', "'")
      .replace(/\s+/g, ' ')
      .trim();
  const tables = html.replace(/<!--.*?-->/gs, '').matchAll(/<table.*?<\/table>/gs);
  return new Map(
    [...tables].map(([table]) => [
      plain(/<caption.*?<\/caption>/s.exec(table)![0]),
      [.../<tbody>.*/s.exec(table)![0].matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
        [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => plain(cell)),
      ),
    ]),
  );
}

describe('the examples of the page Methods are the answers of the API', () => {
  const measure = 'records_enabled';
  const page = draw('/methods').then(({ html }) => tablesIn(html));
  const exact = (value: number | null) => `${fixed(value!, 3)}%`;
  const percent = (value: number | null) => (value === null ? '[z]' : formatPercent(value));

  it('of intervals, at 95% and at 99.8%', async () => {
    const rows = (await page).get('95% and 99.8% confidence intervals of two figures')!;
    const england = (await ask('/figures', { measure })).data[0]!;
    const [row] = rows as [string[]];
    expect(rows).toHaveLength(2);
    expect(row).toEqual([
      'England',
      `${formatCount(england.numerator!)} of ${formatCount(england.denominator!)}`,
      exact(england.value),
      `${exact(england.lower_95)} to ${exact(england.upper_95)}`,
      `${exact(england.lower_998)} to ${exact(england.upper_998)}`,
    ]);
  });

  it('of what may come, with how many ranges were tested and how many were right', async () => {
    const { data } = await ask('/projections', { measure, area: 'E92000001' });
    expect(data.length).toBeGreaterThan(1);
    expect((await page).get('England in the next months')).toEqual(
      data.map((row) => [
        formatMonth(row.target_period),
        percent(row.projected),
        row.lower_95 === null ? '[z]' : `${percent(row.lower_95)} to ${percent(row.upper_95)}`,
        percent(row.unchanged),
        row.tested === null ? '[z]' : formatCount(row.tested),
        row.tested ? formatPercent((100 * row.inside_95!) / row.tested) : '[z]',
      ]),
    );
  });

  it('of the trend, and the columns in which figures were published', async () => {
    const { text } = await draw('/methods');
    const [trend] = (await ask('/trends', { measure, area: 'E92000001' })).data;
    const { from_period: from, to_period: to } = trend!;
    expect(text).toContain(`England, ${formatMonth(from!)} to ${formatMonth(to!)}: `);
    const { data } = await ask('/measures');
    const wide = data.filter(({ published_as_wide }) => published_as_wide);
    expect(wide.length).toBeGreaterThan(3);
    for (const { published_as_wide: name } of wide)
      expect(text).toContain(`${name} (2014 to 2017)`);
  });

  it('of the parts of a change, similar practices and suppliers', async () => {
    const tables = await page;
    const { data: periods } = await ask('/periods');
    const [from, to] = [periods[0]!.period, periods.at(-1)!.period];
    const { data: parts } = await ask('/changes', { measure, area: 'E92000001', from, to });
    expect(tables.get('Parts of the change')!.map((row) => row.slice(1))).toEqual(
      parts
        .filter(({ contribution }) => contribution !== null)
        .map(({ contribution, practices }) => [
          formatChange(contribution!, measureOf(measure)),
          practices === null ? '' : formatCount(practices),
        ]),
    );
    const { data: practices } = await ask('/figures', { measure, level: 'practice', limit: '50' });
    const practice = practices.find(({ numerator }) => numerator !== null && numerator > 0)!;
    const asked = { measure, practice: practice.area_code, limit: '5' };
    const { data: peers } = await ask('/peers', asked);
    expect(tables.get('The five practices most like it')).toEqual(
      peers.map((row) => [
        readableName(row.area_name),
        row.registered === null ? '[x]' : formatCount(row.registered),
        row.distance.toPrecision(2),
        row.value === null ? '[x]' : formatPercent(row.value),
      ]),
    );
    const { data: groups } = await ask('/breakdowns', { measure, by: 'supplier' });
    expect(tables.get('Practices by supplier')).toEqual(
      groups
        .filter(({ lower_95 }) => lower_95 !== null)
        .map((row) => [
          row.group_name,
          formatCount(row.practices),
          formatPercent(row.value!),
          formatRange([row.lower_95!, row.upper_95!]),
        ]),
    );
  });
});

describe.skipIf(!published)('the page Methods, on the extracts of 2018', () => {
  const { ask: ask2018, draw: draw2018 } = drawing(inject('published2018') ?? '');

  it('counts what each kind of funnel limit flags', async () => {
    const { text } = await draw2018('/methods');
    const flagged = async (limits?: string) => {
      const { data } = await ask2018('/funnel', {
        measure: 'records_enabled',
        level: 'ccg',
        limits,
      });
      const beyond = (end: RegExp) => data.filter(({ position }) => end.test(position!)).length;
      return `${beyond(/_/)} of ${data.length} ${beyond(/998/)} of ${data.length}`;
    };
    expect(text).toContain(`Adjusted ${await flagged()}`);
    expect(text).toContain(`Plain ${await flagged('plain')}`);
  });
});
