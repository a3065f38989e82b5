import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, inject, it } from 'vitest';
import { formatMonth } from '../../../data/definitions/months.ts';
import type { MonthsData } from '../../../web/charts/kinds/monthLines.ts';
import { stagesKey } from '../../../web/pages/compare/finding.ts';
import { comparedIn } from '../../../web/pages/compare/question.ts';
import { matchPage } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));
const regions = ['Y54', 'Y55', 'Y56', 'Y57'];
const areas = [...regions, 'ZC001', 'ZC002', 'ZC003', 'ZC004', 'ZC005'];

it('without places says what the page does before it asks for one, under one heading', async () => {
  const { html, text } = await draw('/compare');
  expect(text).toContain(
    'Compare practices and places Up to 8 practices, CCGs or regions side by side, on the same scales, with England. Copy the link to share it. Begin with a practice or place',
  );
  expect(text).toMatch(/Or begin with the regions: .+, .+ and /);
  expect(html.match(/<h[1-6]/g)).toHaveLength(1);
  expect((await draw('/compare?area=Y54')).text).not.toContain('Copy the link to share it.');
});

it.each([
  [undefined, 9, '8 places is the most: ZC005 left out.'],
  ['ZZ0101,ZZ0102', 9, '8 places is the most: ZC004, ZC005 left out.'],
  [undefined, 8, undefined],
  ['ZZ0101,ZZ0102', 8, '8 places is the most: ZC004 left out.'],
])(
  'of more than eight places those left out are named, with the group %s',
  async (group, count, said) => {
    const area = areas.slice(0, count).join(',');
    const { places, remarks } = await comparedIn(ask, { area, group }, '2015-03');
    expect(places).toHaveLength(8);
    expect(remarks).toEqual(said ? [said] : []);
  },
);

it.each([
  [7, 8],
  [8, 8],
])('%i places are beside England in their trends where there is room', async (count, lines) => {
  const area = areas.slice(0, count).join(',');
  const { page, address } = matchPage(new URL(`/compare?area=${area}`, origin), '')!;
  const { months } = (await page.load(ask, address)) as { months: MonthsData[] };
  for (const chart of months) {
    expect(chart.lines).toHaveLength(lines);
    expect(chart.lines.some(({ place }) => place.code === 'E92000001')).toBe(count < 8);
  }
  expect(months.length).toBeGreaterThan(0);
});

it('the key has each dot that one of the pictures has', () => {
  const figure = (value: number | null) => ({
    ...{ numerator: 1, denominator: 2, value, marker: null, practices: 1, reported: 1 },
  });
  const place = (code: string, parts: object) => ({
    ...{ level: 'region' as const, code, name: code, held: null, parts },
  });
  const key = (...parts: object[]) =>
    collectResultSync(
      render(
        stagesKey(
          'records',
          parts.map((one, i) => place(`R${i}`, one)),
        ),
      ),
    )
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const all = 'registered where patients can see their record online set up for it';
  expect(key({ offered: figure(90) }, { enabled: figure(5) })).toBe(all);
  expect(key({ offered: figure(90), accessed: figure(null) }, { enabled: figure(0) })).toBe(all);
  expect(key({ accessed: figure(1) })).toBe('did so in the month');
});

it('a group of which a month lacks some practices is said to', async () => {
  const { data } = await ask('/areas', { level: 'practice', limit: '1000' });
  const lasting = data.find(({ last_period }) => last_period === '2015-03')!;
  const ended = data.find(({ last_period }) => last_period < '2015-03')!;
  const group = `${lasting.area_code},${ended.area_code}`;
  const said = 'Only 1 of the 2 practices in the group is in the extracts of March 2015.';
  const { text, html } = await draw(`/compare?group=${group}`);
  expect(text).toContain(` ${said}`);
  expect(html).toContain(`${said}">`);
  const then = await draw(`/compare?group=${group}&period=${ended.last_period}`);
  expect(then.text).not.toContain(`group is in the extracts of ${formatMonth(ended.last_period)}`);
});
