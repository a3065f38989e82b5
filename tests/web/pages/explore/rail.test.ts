import { describe, expect, inject, it } from 'vitest';
import { renderPage } from '../../../../server/pages/pages.ts';
import { charting } from '../../../support/charts.ts';

const shell = '<html><head><!--head--></head><body><!--page--><!--data--></body></html>';
const settings = { prefix: '', shell, origin: 'https://uptake.example' };

describe.each([
  ['without reference files', charting(inject('illustrative')).ask, false],
  ['with deprivation', charting(inject('referenced')).ask, true],
])('the statistics of Explore, %s', (_, ask, deprived) => {
  it('are together, and lead to those of all England', async () => {
    const { html } = await renderPage(new URL('https://uptake.example/explore'), ask, settings);
    const plain = html.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
    const names = (label: string) =>
      [
        ...plain
          .split(`aria-label="${label}"`)[1]!
          .split('</nav>')[0]!
          .matchAll(/>([^<>]+)<\/a>/g),
      ].map(([, name]) => name!.trim());
    expect(names('Statistics')).toEqual(['Funnel', 'Spread', 'Usual or not']);
    expect(names('Chart')).toEqual([
      'Ranking',
      'Tile map',
      'Map of boundaries',
      'Scatter',
      'Trend',
      'Two months',
      'Side by side',
      'Table',
    ]);
    const beyond = plain.split('class="rail__beyond"')[1]!.split('</p>')[0]!;
    expect([...beyond.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual([
      ...(deprived ? ['/#fairness'] : []),
      '/#differences',
      '/#supplier-changes',
    ]);
  });
});
