import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, inject, it } from 'vitest';
import { findKind } from '../../../web/charts/kinds.ts';
import { stillImage } from '../../../web/charts/still.ts';
import { addressOf } from '../../../web/route.ts';
import { charting } from '../../support/charts.ts';

const charts = charting(inject('illustrative'));

it('an image without script is as wide as its window has room for, and dark where the page is', async () => {
  const data = await charts.load('xmr', { area: 'Y54' });
  const address = addressOf(new URL('http://localhost/explore'), '');
  const image = stillImage(findKind('xmr')!, data, address, 'still');
  const html = collectResultSync(render(image)).replaceAll('&amp;', '&');
  const sources = [...html.matchAll(/media="([^"]*)"\s+srcset="([^"]*)"/g)].map(
    ([, media, href]) => [media!, href!] as const,
  );
  const [, shown] = /<img[^>]* src="([^"]*)"/s.exec(html)!;
  // Browsers take the first that holds, so the narrowest and dark one comes first.
  const asked = [...sources, ['', shown!] as const].map(([media, href]) => {
    const { searchParams } = new URL(href, 'http://localhost');
    return {
      dark: media.includes('dark'),
      narrow: media.includes('max-width'),
      ...{ theme: searchParams.get('theme'), width: searchParams.get('width') },
      ...{ area: searchParams.get('area'), release: searchParams.get('release') },
    };
  });
  const kept = { area: 'Y54', release: '2015-03.1' };
  const both = (width: string, narrow: boolean) => [
    { dark: true, narrow, theme: 'dark', width, ...kept },
    { dark: false, narrow, theme: null, width, ...kept },
  ];
  expect(asked).toEqual([
    ...both('320', true),
    ...both('400', true),
    ...both('560', true),
    ...both('720', false),
  ]);
});
