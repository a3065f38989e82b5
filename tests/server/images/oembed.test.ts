import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { escaped } from '../../../data/definitions/markup.ts';
import { oembed } from '../../../server/images/oembed.ts';
import type { Ask } from '../../../web/ask.ts';
import { type Serving, serve } from '../../support/serving.ts';
import { drawing } from '../../web/drawing.ts';

const { ask: direct } = drawing(inject('illustrative'));
const shell = fileURLToPath(new URL('../../fixtures/charts/shell', import.meta.url));
const origin = 'https://uptake.example';

describe('oEmbed', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve(inject('illustrative'), { web: shell, prefix: '/uptake', origin });
  });
  afterAll(() => serving.stop());

  const ask = async (query: Record<string, string>) => {
    const response = await fetch(`${serving.origin}/uptake/oembed?${new URLSearchParams(query)}`);
    return { response, body: await response.json() };
  };

  it.each([
    ['/uptake/', 'embed/thousand?service=records&period=2015-03&release=2015-03.1'],
    ['/uptake/explore?chart=funnel&level=ccg', 'embed/funnel?measure=records_enabled&level=ccg'],
    ['/uptake/embed/places?level=region', 'embed/places?level=region'],
    ['/uptake/areas/Q66', 'embed/thousand?service=records&area=Q66'],
  ])('gives for %s its chart', async (path, frame) => {
    const { response, body } = await ask({ url: origin + path, format: 'json' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(body).toMatchObject({ version: '1.0', type: 'rich', width: 800 });
    expect(body.provider_url).toBe(`${origin}/uptake/`);
    expect(body.html).toMatch(/^<iframe src="[^"]*"[^>]*><\/iframe>$/);
    expect(body.html).toContain(`${origin}/uptake/${escaped(frame)}`);
    expect(body.html).toContain(`title="${escaped(body.title)}"`);
    const [, src] = /src="([^"]*)"/.exec(body.html)!;
    const shown = await fetch(src!.replaceAll('&amp;', '&').replace(origin, serving.origin));
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('<main class="embed');
  });

  it.each(['/', '/areas/Q66', '/explore?chart=months', '/embed/places?level=region'])(
    'of %s asks for the release that the address names, and for no other',
    async (path) => {
      const releases: unknown[] = [];
      const watched: Ask = (address, query) => {
        releases.push((query as { release?: string } | undefined)?.release);
        return direct(address, query);
      };
      const named = `${path}${path.includes('?') ? '&' : '?'}release=2015-03.1`;
      const url = `${origin}/uptake${named}`;
      await oembed(new URLSearchParams({ url }), watched, { origin, prefix: '/uptake' });
      expect(releases.length).toBeGreaterThan(0);
      expect(new Set(releases)).toEqual(new Set(['2015-03.1']));
    },
  );

  it.each([
    ['/', true],
    ['/areas/Q66', true],
    ['/explore', true],
    ['/quality', false],
    ['/methods', false],
    ['/about', false],
  ])('is what %s points to only if it has a chart', async (path, hasChart) => {
    const html = await (await fetch(`${serving.origin}/uptake${path}`)).text();
    const [, href] = /type="application\/json\+oembed"[^>]* href="([^"]*)"/.exec(html) ?? [];
    expect(href !== undefined).toBe(hasChart);
    const { response } = await ask({ url: `${origin}/uptake${path}` });
    expect(response.status).toBe(hasChart ? 200 : 404);
  });

  it('respects the requested size, down to the least a chart needs', async () => {
    const url = `${origin}/uptake/`;
    const { body } = await ask({ url, maxwidth: '500', maxheight: '400' });
    expect([body.width, body.height]).toEqual([500, 400]);
    expect((await ask({ url, maxwidth: '100' })).body.width).toBe(320);
  });

  it.each([
    [{}, 400, 'url is missing'],
    [{ url: `${origin}/uptake/`, format: 'xml' }, 400, 'xml'],
    [{ url: `${origin}/uptake/`, maxwidth: '<b>' }, 400, '<b>'],
    [{ url: `${origin}/uptake/`, colour: 'red' }, 400, 'colour'],
    [{ url: 'https://elsewhere.example/uptake/' }, 404, 'https://elsewhere.example/uptake/'],
    [{ url: `${origin}/uptakes/` }, 404, 'not an address of this site'],
    [{ url: 'javascript:alert(1)' }, 404, 'javascript:alert(1)'],
    [{ url: `${origin}/uptake/about` }, 404, 'no chart'],
    [{ url: `${origin}/uptake/embed/bananas` }, 404, 'bananas'],
    [{ url: `${origin}/uptake/embed/places?level=bananas` }, 400, 'bananas'],
    [{ url: `${origin}/uptake/practices/NOWHERE` }, 404, 'NOWHERE'],
  ] as const)('rejects %o', async (query, status, detail) => {
    const { response, body } = await ask(query as Record<string, string>);
    expect(response.status).toBe(status);
    expect(body.detail).toContain(detail);
  });

  it('can be found from the head of pages and embeds', async () => {
    for (const path of [
      '/uptake/',
      '/uptake/explore?chart=map',
      '/uptake/embed/map?level=region',
    ]) {
      const html = await (await fetch(serving.origin + path)).text();
      const [, href] =
        /<link rel="alternate" type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(html)!;
      const found = new URL(href!.replaceAll('&amp;', '&'));
      expect(found.origin + found.pathname).toBe(`${origin}/uptake/oembed`);
      const answer = await fetch(serving.origin + found.pathname + found.search);
      expect(answer.status).toBe(200);
      const { html: frame } = await answer.json();
      expect(frame).toContain('/uptake/embed/');
    }
  });
});
