import { expect, inject, it } from 'vitest';
import { isOfReleases } from '../../../data/definitions/news.ts';
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
