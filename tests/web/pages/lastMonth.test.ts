import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, inject, it } from 'vitest';
import type { Ask } from '../../../web/ask.ts';
import { matchPage } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';
import { withEnded } from '../endedArea.ts';

const { ask } = drawing(inject('illustrative'));

const gone = withEnded(ask, 'ZC001');
const ended: Ask = async (path, query) =>
  path === '/whereabouts'
    ? ({ data: [], meta: { held_period: '2014-12', sentence: 'It went.' } } as never)
    : gone(path, query);

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
