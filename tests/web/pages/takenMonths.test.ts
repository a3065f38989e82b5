import { expect, inject, it } from 'vitest';
import { placeDataset } from '../../../web/pages/placeDataset.ts';
import { addressOf } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { draw } = drawing(inject('illustrative'));

it.each(['/', '/areas/Y54'])('files that %s names by a month are of that month', async (path) => {
  const { html } = await draw(`${path}?period=2014-10`);
  const named = [...html.matchAll(/href="([^"]*)"\s+download\s+aria-label="([^"]*)"/g)];
  const ofMonth = named.filter(([, , name]) => name!.includes('October 2014'));
  expect(ofMonth.length).toBeGreaterThan(2);
  for (const [, href, name] of ofMonth) {
    const { searchParams } = new URL(href!.replaceAll('&amp;', '&'), origin);
    expect([name, searchParams.get('period')]).toEqual([name, '2014-10']);
  }
});

it('the file of the places in an area has these alone', async () => {
  const { html } = await draw('/areas/Y54?period=2014-10');
  const named = [...html.matchAll(/href="([^"]*)"\s+download\s+aria-label="The [^"]* in it, /g)];
  expect(named.length).toBeGreaterThan(2);
  for (const [, href] of named) expect(href).toContain('parent=Y54&amp;');
});

it('the dataset of a place has all months of its release', () => {
  const meta = { release: '2019-03.1', first_period: '2018-04', last_period: '2019-03' } as never;
  const address = addressOf(new URL('/areas/00K?period=2018-06', origin), '');
  const { downloads, place } = placeDataset({ code: '00K', name: 'NHS Elm CCG', meta }, address);
  expect(place).toEqual({ code: '00K', name: 'NHS Elm CCG' });
  for (const { href, format } of downloads)
    expect(href).toBe(
      `/api/v1/figures?area=00K&from=2018-04&to=2019-03&format=${format}&release=2019-03.1`,
    );
});
