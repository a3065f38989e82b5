import { describe, expect, inject, it } from 'vitest';
import { annotations } from '../../../data/definitions/annotations.ts';
import { markers } from '../../../data/definitions/markers.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { wilsonInterval } from '../../../data/statistics/wilson.ts';
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
