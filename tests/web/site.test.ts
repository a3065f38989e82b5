import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { expect, it } from 'vitest';
import { draw } from '../../web/frame.ts';
import { addressOf } from '../../web/route.ts';
import { site } from '../../web/site.ts';

it('an error page has one box to search in, its own or the header’s', () => {
  const boxes = (status: number) => {
    const problem = { data: null, problem: { status, detail: 'x' } };
    const drawn = draw(new URL('http://localhost/'), '', problem);
    return collectResultSync(render(site(drawn))).match(/name="q"/g)?.length;
  };
  expect([404, 400, 500, 503, 429].map(boxes)).toEqual([1, 1, 1, 1, 1]);
});

const notice = (area: string | null, sentence: string) => ({ area, sentence });
const meta = {
  ...{ release: '2019-03.1', kind: 'published', note: null, made_at: '2019-05-01T09:30:00Z' },
  ...{ first_period: '2018-04', last_period: '2019-03' },
  withdrawn: { sentence: 'It was withdrawn.' },
  later: { release: '2019-04.1', sentence: 'A later one is out.' },
  notices: [notice('A81001', 'Of A81001.'), notice(null, 'Of all.'), notice('00K', 'Of 00K.')],
};

const banded = (path: string, params: Record<string, string> = {}, of: object = meta) => {
  const address = addressOf(new URL(`http://localhost${path}`), '', params);
  const framed = { address, meta: of as never, crumbs: [], view: html``, hasOwnSearch: false };
  const drawn = collectResultSync(render(site(framed))).replace(/<!--.*?-->/gs, '');
  const [, band = ''] = /About this release">(.*?)<\/aside>/s.exec(drawn) ?? [];
  return band
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
};

it('a page says what became of its release, and the notices about all of it or its place', () => {
  const all = 'It was withdrawn. A later one is out. Of all.';
  expect(banded('/')).toBe(all);
  expect(banded('/areas/00K', { code: '00K' })).toBe(`${all} Of 00K.`);
  const ofPractice = 'It was withdrawn. A later one is out. Of A81001. Of all.';
  expect(banded('/practices/A81001', { code: 'A81001' })).toBe(ofPractice);
  expect(banded('/areas/00L', { code: '00L' })).toBe(all);
  const quiet = { ...meta, withdrawn: undefined, later: undefined, notices: undefined };
  expect(banded('/', {}, quiet)).toBe('');
});
