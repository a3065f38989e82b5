import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../web/charts/kind.ts';
import { placesKind } from '../../../web/charts/kinds/places.ts';
import { chartFileStem, citation } from '../../../web/charts/taking.ts';
import { charting } from '../../support/charts.ts';

const charts = charting();

describe('the downloads of a chart', () => {
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
