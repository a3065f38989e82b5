import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { chart } from '../../../web/charts/chart.ts';
import { embedView } from '../../../web/charts/embed.ts';
import { figureView } from '../../../web/charts/figureView.ts';
import type { ChartData } from '../../../web/charts/kind.ts';
import { placesKind } from '../../../web/charts/kinds/places.ts';
import { findKind } from '../../../web/charts/kinds.ts';
import { chartFileStem, citation, embedHeight } from '../../../web/charts/taking.ts';
import { addressOf } from '../../../web/route.ts';
import { charting } from '../../support/charts.ts';

const charts = charting();
const address = addressOf(new URL('http://localhost/explore'), '');
const drawn = (view: TemplateResult) => collectResultSync(render(view)).replace(/<!--.*?-->/gs, '');

describe('the frame of a chart', () => {
  it('has room for it on phones and on wide screens, until the chart tells its height', async () => {
    const around = { drawing: 400, image: 560 };
    for (const [id, more] of [
      ['places', around.drawing],
      ['multiples', around.drawing],
      ['thousand', around.image],
    ] as const) {
      const kind = findKind(id)!;
      const data = await charts.load(id, { level: id === 'thousand' ? undefined : 'subregion' });
      const { wide, narrow } = kind.height(data);
      expect([id, embedHeight(kind, data)]).toEqual([id, Math.max(wide, narrow) + more]);
    }
    const data = await charts.load('multiples', { level: 'subregion' });
    const { wide, narrow } = findKind('multiples')!.height(data);
    expect(narrow).toBeGreaterThan(wide);
    const place = chart('multiples', data, { wide, narrow, label: '', inside: html`` });
    const rooms = [...drawn(place).matchAll(/chart__room--(\w+)" width="1" height="(\d+)"/g)];
    expect(rooms.map(([, room, height]) => [room, Number(height)])).toEqual([
      ['wide', wide],
      ['narrow', narrow],
    ]);
  });

  it('says that figures are invented where they are', async () => {
    const data = await charts.load('places', { level: 'region' });
    const standing = { said: [], revised: [], since: false };
    const markIn = (meta: ChartData['meta']) =>
      /class="embed__mark">(.*?)<\/p>/s
        .exec(drawn(embedView(placesKind, { ...data, meta } as never, address, standing)))?.[1]
        ?.trim();
    expect(markIn({ ...data.meta, note: 'Invented.' })).toBe('Invented.');
    expect(markIn({ ...data.meta, kind: 'published', note: null })).toBeUndefined();
  });
});

describe('the downloads of a chart', () => {
  it('are an image for the web, one of twice its width for print, and one to enlarge', async () => {
    const data = await charts.load('places', { level: 'region' });
    const given = { id: 'x-taking', kind: 'places', data, address } as const;
    const links = [...drawn(figureView(given)).matchAll(/href="([^"]*)" download="([^"]*)"/g)];
    expect(
      links.map(([, href, name]) => {
        const { pathname, searchParams } = new URL(href!.replaceAll('&amp;', '&'), 'http://x');
        return [pathname, searchParams.get('width'), searchParams.get('release'), name];
      }),
    ).toEqual([
      ['/charts/places.png', null, '2015-03.1', `${chartFileStem(placesKind, data)}.png`],
      ['/charts/places.png', '2400', '2015-03.1', `${chartFileStem(placesKind, data)}-print.png`],
      ['/charts/places.svg', null, '2015-03.1', `${chartFileStem(placesKind, data)}.svg`],
    ]);
  });

  const meta = { kind: 'published', last_period: '2019-03' } as ChartData['meta'];
  it.each([
    [
      { measure: 'records_enabled', level: 'region', period: '2019-03' },
      'gp-online-records-enabled-places-region-2019-03',
    ],
    [
      { measure: 'any_enabled', area: '00K,A81001', from: '2018-04', to: '2019-03' },
      'gp-online-any-enabled-places-00k-a81001-2018-04-to-2019-03',
    ],
    [{ service: 'records', parent: '../../etc' }, 'gp-online-records-places-etc-2019-03'],
  ])('are named by their contents: %o', (query, name) => {
    expect(chartFileStem(placesKind, { query, meta })).toBe(name);
  });

  it('are called illustrative if they are', async () => {
    const data = await charts.load('places', { level: 'region' });
    expect(chartFileStem(placesKind, data)).toBe('gp-online-illustrative-places-region-2015-03');
    const site = { origin: 'https://uptake.example', prefix: '' };
    expect(citation(site, placesKind, data)).toMatch(
      /^Illustrative data, not real figures\. Seeing your record: .* Processed by GP online services in England, release 2015-03\.1 of .* https:\/\/uptake\.example\/explore\?chart=places.*release=2015-03\.1 \(accessed \[date\]\)$/,
    );
  });
});
