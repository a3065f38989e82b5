import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, inject, it } from 'vitest';
import { formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { atPlace } from '../../../data/words/english.ts';
import type { Address } from '../../../web/page.ts';
import { practiceFacts } from '../../../web/pages/practiceFacts.ts';
import { drawing } from '../drawing.ts';

const textOf = (html: string) =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the facts of a practice', () => {
  const address = { prefix: '', path: (to: string) => to, link: (to: string) => to };
  const facts = {
    ...{ code: 'A81001', supplier: 'EMIS', registered: 4086, describedIn: '2018-09' },
    ...{ first: '2018-04', last: '2019-03', network: null },
    around: [{ level: 'ccg', code: '00K', name: 'NHS Elm CCG' }] as const,
    register: { postcode: 'TS18 1HU', opened: '1974-04-01', closed: '2019-02-28' },
    happened: ['It changed its name.'],
  };
  const read = (more: Partial<typeof facts> | object = {}) =>
    textOf(
      collectResultSync(
        render(practiceFacts({ ...facts, ...more }, address as unknown as Address)),
      ),
    );

  it('are each beside their own title', () => {
    expect(read()).toBe(
      'Practice code A81001 Registered patients 4,086 in September 2018 Computer system EMIS CCG NHS Elm CCG Postcode TS18 1HU Opened 1 April 1974 Closed 28 February 2019 In the extracts April 2018 to March 2019 What happened to it It changed its name.',
    );
  });

  it('say what is not known, and leave out what the register does not have', () => {
    const register = { postcode: null, opened: null, closed: null };
    expect(read({ register, registered: null, supplier: 'NK', happened: [], around: [] })).toBe(
      'Practice code A81001 Registered patients not reported Computer system not known (NK) In the extracts April 2018 to March 2019',
    );
    expect(read({ supplier: null })).toContain('Computer system not reported');
  });
});

describe('how the places within a place differ', () => {
  const { ask, draw } = drawing(inject('illustrative'));
  const measure = 'records_enabled';

  it('counts the practices of a CCG above and below England separately', async () => {
    const { data: ccgs } = await ask('/areas', { level: 'ccg' });
    const [england] = (await ask('/figures', { measure })).data;
    let seen = 0;
    for (const { area_code, area_name } of ccgs.slice(0, 3)) {
      const { data } = await ask('/figures', { measure, level: 'practice', parent: area_code });
      const { data: compared } = await ask('/comparisons', {
        measure,
        level: 'practice',
        parent: area_code,
        benchmark: 'england',
      });
      const known = compared.filter(({ value }) => value !== null);
      expect(known.length).toBe(data.filter(({ value }) => value !== null).length);
      const counted = (word: string) => known.filter((row) => row.word === word).length;
      const [higher, same, lower] = ['higher', 'about the same', 'lower'].map(counted) as number[];
      if (!higher || !lower || higher === lower) continue;
      const others = known.length - higher - same! - lower;
      const parts = [
        `${formatCount(higher)} ${higher === 1 ? 'is' : 'are'} higher`,
        ...(same ? [`${formatCount(same)} about the same`] : []),
        `${formatCount(lower)} lower`,
        ...(others ? [`${formatCount(others)} without a clear difference`] : []),
      ];
      const { text } = await draw(`/areas/${area_code}`);
      expect(text).toContain(
        `In the share of patients set up to see their record online, of the ${formatCount(known.length)} practices ${atPlace('ccg', area_name)} that reported, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}, against England’s ${formatPercent(england!.value!)}.`,
      );
      seen++;
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('is described for regions from lowest to highest', async () => {
    const { data } = await ask('/figures', { measure, level: 'region' });
    const [low, high] = [Math.min, Math.max].map((end) => {
      const value = end(...data.map((row) => row.value!));
      const { area_name } = data.find((row) => row.value === value)!;
      return `${formatPercent(value)} ${atPlace('region', area_name)}`;
    });
    const { text } = await draw('/');
    expect(text).toContain(
      `The share of patients set up to see their record online ranges from ${low} to ${high}.`,
    );
  });
});
