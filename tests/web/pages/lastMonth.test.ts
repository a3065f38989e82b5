import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, inject, it } from 'vitest';
import type { Ask } from '../../../web/ask.ts';
import { matchPage } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { ask } = drawing(inject('illustrative'));

/** The same release, as if a CCG had ended in December 2014. */
const ended: Ask = async (path, query) => {
  if (path === '/whereabouts')
    return { data: [], meta: { held_period: '2014-12', sentence: 'It went.' } } as never;
  const answer = await ask(path, query);
  if (path !== '/areas') return answer;
  const rows = (answer as unknown as { data: { area_code: string }[] }).data;
  const data = rows.map((row) =>
    row.area_code === 'ZC001' ? { ...row, last_period: '2014-12' } : row,
  );
  return { ...answer, data } as never;
};

it('an area that ended is said to be in its last month there, and in no month before', async () => {
  const kickerAt = async (period: string) => {
    const url = new URL(`/areas/ZC001?period=${period}`, origin);
    const { page, address } = matchPage(url, '')!;
    const html = collectResultSync(render(page.view(await page.load(ended, address), address)));
    const [, kicker] = /<p class="kicker">(.*?)<\/p>/s.exec(html.replace(/<!--.*?-->/gs, ''))!;
    return kicker;
  };
  expect(await kickerAt('2014-12')).toBe('CCG ZC001, December 2014, its last month');
  expect(await kickerAt('2014-11')).toBe('CCG ZC001, November 2014');
});
