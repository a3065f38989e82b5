import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { sourceLine } from '../../../data/words/source.ts';
import { drawImage } from '../../../server/images/images.ts';
import { imageThemes } from '../../../server/images/palette.ts';
import { headingOf } from '../../../web/charts/heading.ts';
import { chartKinds, findKind } from '../../../web/charts/kinds.ts';
import { charting, textsOf } from '../../support/charts.ts';
import { serve } from '../../support/serving.ts';

const charts = charting();
const ids = chartKinds.map(({ id }) => id);
const image = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://localhost/');
  return drawImage(pathname.slice(1), searchParams, charts.ask);
};
const widthOf = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);

describe.each(ids)('the image of %s', (id) => {
  it('is self-contained: role, title, words, place, source, release and the mark of illustrative data', async () => {
    const { type, body } = await image(`${id}.svg`);
    const svg = String(body).replace(/<style>.*?<\/style>\n?/, '');
    const kind = findKind(id)!;
    const data = await charts.load(id);
    expect(type).toContain('image/svg+xml');
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="chart-title chart-words"/);
    const { title, subtitle } = headingOf(kind, data);
    expect(svg).toContain(`<title id="chart-title">${title}</title>`);
    expect(svg).toContain(kind.sentence(data));
    const text = textsOf(svg).join(' ');
    expect(text).toContain(title);
    expect(text).toContain(subtitle);
    expect(text).toContain('Illustrative data made by this software');
    expect(text).toContain(sourceLine(data.meta));
    expect(svg).not.toMatch(/NaN|undefined|<script/);
  });

  it('has the requested width', async () => {
    const [usual, narrow] = await Promise.all([image(`${id}.png`), image(`${id}.png?width=400`)]);
    expect(usual.type).toBe('image/png');
    expect(widthOf(usual.body as Uint8Array)).toBe(1200);
    expect(widthOf(narrow.body as Uint8Array)).toBe(400);
  });

  it.each(['light', 'dark'] as const)('has only the colours of the theme: %s', async (theme) => {
    const { body } = await image(`${id}.svg?theme=${theme}`);
    const drawn = String(body).replace(/<style>.*?<\/style>|<[^>]*opacity="0"[^>]*>/g, '');
    const { font: _, bands, steps, stepInks, dots, ...others } = imageThemes[theme];
    const known = [bands, steps, stepInks, Object.values(dots), Object.values(others)].flat();
    const used = new Set(drawn.match(/(?<=(?:fill|stroke)=")(?!none|transparent|url)[^"]+/g));
    expect(used).toContain(others.page);
    expect(known).toEqual(expect.arrayContaining([...used]));
  });
});

describe('a card for link previews', () => {
  it('has a fixed size, with the whole image and the mark', async () => {
    for (const id of ['thousand', 'places', 'funnel']) {
      const { body } = await image(`${id}.png?shape=card`);
      const view = new DataView((body as Uint8Array).buffer, (body as Uint8Array).byteOffset);
      expect([view.getUint32(16), view.getUint32(20)], id).toEqual([1200, 630]);
      const [card, alone] = await Promise.all([image(`${id}.svg?shape=card`), image(`${id}.svg`)]);
      expect(textsOf(String(card.body)), id).toEqual(textsOf(String(alone.body)));
      expect(String(card.body), id).toContain(imageThemes.light.used);
      expect(String(card.body), id).toContain(' x="20" y="20" width="1160" height="590"');
    }
  });
});

describe('a bare image, for a page that says what it shows', () => {
  it('has the drawing and what must be known first, but no title, notes or source', async () => {
    const [bare, whole] = await Promise.all(
      ['?shape=bare&width=320', '?width=320'].map((asked) => image(`map.svg${asked}&level=region`)),
    );
    const written = ({ body }: { body: unknown }) =>
      [...String(body).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!);
    const texts = written(bare!);
    const all = written(whole!);
    const first = all.findIndex((text) => /^\d+$/.test(text));
    const last = all.findIndex((text) => text.startsWith('Numbers in the key'));
    expect(texts.join(' ')).toMatch(/^Illustrative data made by this software: not real practices/);
    expect(texts.slice(2)).toEqual(all.slice(first, last));
    expect(String(bare!.body)).toContain('<title id="chart-title">');
  });
});

describe('an impossible image', () => {
  it.each([
    ['funel.png', 404, 'did you mean funnel?'],
    ['funnel.gif', 404, 'images end in .svg or .png'],
    ['funnel', 404, 'no such image'],
    ['funnel.png?width=9', 400, 'from 320 to 2400'],
    ['funnel.png?width=wide', 400, 'from 320 to 2400'],
    ['funnel.png?shape=round', 400, 'shape is card or bare, not: round'],
    ['funnel.png?theme=sepia', 400, 'theme is light or dark, not: sepia'],
    ['funnel.png?colour=red', 400, 'no such parameter: colour'],
    ['funnel.png?measure=records_use', 400, 'a rate of transactions'],
    ['places.png?level=region&level=ccg', 400, 'more than once'],
    ['places.png?level=region,ccg', 400, 'level takes exactly one value here: region,ccg'],
    ['map.png?level=region,ccg', 400, 'level takes exactly one value here: region,ccg'],
    ['multiples.png?level=region,ccg', 400, 'level takes exactly one value here: region,ccg'],
    ['boundaries.png?level=region,ccg', 400, 'no boundaries for this level: region,ccg'],
    ['funnel.png?level=region,ccg', 400, 'level takes exactly one value here: region,ccg'],
    [
      'places.png?period=2014-08,2014-09',
      400,
      'period takes exactly one value here: 2014-08,2014-09',
    ],
    ['map.png?period=2014-08,2014-09', 400, 'period takes exactly one value here: 2014-08,2014-09'],
    ['thousand.png?period=2014-08,2014-09', 400, 'period takes exactly one value'],
    ['boundaries.png?period=2014-08,2014-09', 400, 'period takes exactly one value'],
    ['places.png?measure=bananas', 400, 'unknown measure: bananas'],
    ['places.png?period=1999-01', 400, 'no such month'],
    ['places.png?release=1999-01.1', 404, 'unknown release'],
  ])('%s is rejected: %i, %s', async (address, status, message) => {
    await expect(image(address)).rejects.toMatchObject({
      status,
      message: expect.stringContaining(message),
    });
  });
});

describe('images and embeds over HTTP', () => {
  const shell = fileURLToPath(new URL('../../fixtures/charts/shell', import.meta.url));

  it('can be shown and framed by other sites, unlike everything else', async () => {
    const serving = await serve(inject('illustrative'), { web: shell });
    try {
      const answer = (path: string) => fetch(`${serving.origin}${path}`);
      const [png, embed, page, wrong] = await Promise.all([
        answer('/charts/places.png'),
        answer('/embed/places?level=region'),
        answer('/about'),
        answer('/charts/places.png?width=1'),
      ]);
      expect(png.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(png.headers.get('etag')).toBeTruthy();
      expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
      expect(embed.headers.get('x-frame-options')).toBeNull();
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(page.headers.get('x-frame-options')).toBeTruthy();
      expect(wrong.status).toBe(400);
      expect(wrong.headers.get('content-type')).toContain('application/problem+json');
      const html = await embed.text();
      expect(embed.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(html).toContain('<script type="application/json" id="page-data">');
      expect(html).toMatch(/<img\s+class="chart__still"[^>]*alt="In March 2015, /);
      expect(html.match(/>Source: /g)).toHaveLength(1);
      expect(html).toMatch(/release=2015-03\.1/);
      expect(html).toMatch(/<meta name="description" content="In March 2015, /);
      expect(html).toContain('<table');
      const again = await fetch(`${serving.origin}/charts/places.png`, {
        headers: { 'If-None-Match': png.headers.get('etag')! },
      });
      expect(again.status).toBe(304);
    } finally {
      await serving.stop();
    }
  });

  it('are in the head of pages for link previews', async () => {
    const serving = await serve(inject('illustrative'), {
      web: shell,
      prefix: '/uptake',
      origin: 'https://uptake.example',
    });
    try {
      const html = await (await fetch(`${serving.origin}/uptake/?service=appointments`)).text();
      const [, found] = /property="og:image" content="([^"]+)"/.exec(html)!;
      expect(found).toBe(
        'https://uptake.example/uptake/charts/thousand.png?service=appointments&amp;period=2015-03&amp;release=2015-03.1&amp;shape=card',
      );
      const [, oembed] = /type="application\/json\+oembed"[^>]*href="([^"]+)"/.exec(html)!;
      const asked = new URL(oembed!.replaceAll('&amp;', '&')).searchParams;
      expect(Object.fromEntries(asked)).toEqual({
        url: 'https://uptake.example/uptake/?service=appointments',
        format: 'json',
      });
      const path = found!.replaceAll('&amp;', '&').replace('https://uptake.example', '');
      const png = await fetch(`${serving.origin}${path}`);
      expect(png.headers.get('content-type')).toBe('image/png');
    } finally {
      await serving.stop();
    }
  });
});
