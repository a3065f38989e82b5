import { expect, inject, it } from 'vitest';
import { readableName } from '../../../data/definitions/names.ts';
import { isOfReleases } from '../../../data/definitions/news.ts';
import { atPlace } from '../../../data/words/english.ts';
import type { AreasRow } from '../../../web/apiTypes.ts';
import { placePath } from '../../../web/placeLink.ts';
import { drawing } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

it.each(['E92000001', 'Y54'])(
  'each entry of the news of %s leads to its place in its month, or to the calendar',
  async (area) => {
    const { data } = await ask('/news', { area, limit: '100' });
    expect(new Set(data.map(({ period }) => period)).size).toBeGreaterThan(1);
    const { html } = await draw(`/news?area=${area}`);
    const titles = [...html.matchAll(/class="news__title">.*?<a href="([^"]*)"/gs)];
    expect(titles.map(([, href]) => href)).toEqual(
      data.map(({ kind, level, area_code, period }) =>
        isOfReleases(kind)
          ? '/uptake/releases'
          : `/uptake${placePath(level, area_code)}?period=${period}`,
      ),
    );
  },
);

it('a feed is of the place and measure, and goes on beyond the release and month of its page', async () => {
  const asked = 'area=Y54&measure=records_enabled&service=appointments&period=2014-10';
  const { html, links } = await draw(`/news?${asked}&release=2015-03.1`);
  const feed = 'area=Y54&amp;measure=records_enabled';
  const code = new RegExp(`<code>[^<]*/uptake/feed\\.atom\\?${feed}</code>`);
  expect(html.replace(/<!--.*?-->/gs, '')).toMatch(code);
  expect(links).toContain('/uptake/feed.json?area=Y54&measure=records_enabled');
});

it.each(['Y54', 'ZC001', 'ZZ0100'])(
  'the news of %s names the place as its page does',
  async (area) => {
    const [{ area_name, level }] = (await ask('/areas', { area })).data as [AreasRow];
    const { links, text } = await draw(`/news?area=${area}`);
    expect(links).toContain(`/uptake${placePath(level, area)}`);
    expect(text).toContain(
      `England ${readableName(area_name)} What is new ${atPlace(level, area_name)}`,
    );
  },
);

it('the summary of a page of news is its latest headline, which names the place itself', async () => {
  const { data } = await ask('/news', { area: 'Y54', limit: '1' });
  const { html } = await draw('/news?area=Y54');
  expect(/<meta name="description" content="([^"]*)"/.exec(html)![1]).toBe(`${data[0]!.title}.`);
});
