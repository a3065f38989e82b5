import { describe, expect, inject, it } from 'vitest';
import { renderPage } from '../../../../server/pages/pages.ts';
import { charting } from '../../../support/charts.ts';

const shell = '<html><head><!--head--></head><body><!--page--><!--data--></body></html>';
const settings = { prefix: '', shell, origin: 'https://uptake.example' };

describe.each([
  ['without reference files', charting(inject('illustrative')).ask, false],
  ['with deprivation', charting(inject('referenced')).ask, true],
])('the statistics of Explore, %s', (_, ask, deprived) => {
  it('are together, as far as the release can show them', async () => {
    const { html } = await renderPage(new URL('https://uptake.example/explore'), ask, settings);
    const plain = html.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
    const names = (label: string) =>
      [
        ...plain
          .split(`aria-label="${label}"`)[1]!
          .split('</nav>')[0]!
          .matchAll(/>([^<>]+)<\/a>/g),
      ].map(([, name]) => name!.trim());
    expect(names('Statistics')).toEqual([
      'Funnel',
      'Spread',
      'Usual or not',
      'Variance',
      ...(deprived ? ['Deprivation'] : []),
      'Change of supplier',
    ]);
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
  });
});

describe('the place that others are compared with, in Explore', () => {
  const { ask } = charting(inject('referenced'));
  const drawn = async (query: string) =>
    (
      await renderPage(new URL(`https://uptake.example/explore?${query}`), ask, settings)
    ).html.replace(/<!--.*?-->/gs, '');
  /** The options of its list, the chosen one with an asterisk. */
  const options = (html: string) =>
    [
      ...html
        .split('id="choose-against"')[1]!
        .split('</select>')[0]!
        .matchAll(/<option value="([^"]*)"( selected)?/g),
    ].map(([, value, selected]) => `${value}${selected ? '*' : ''}`);
  const regions = ['Y55', 'Y54', 'Y57', 'Y56'].sort();

  it('is England, the place chosen within, a region, or a place that is kept', async () => {
    const html = await drawn('level=ccg');
    const [england, ...others] = options(html);
    expect(england).toBe('*');
    expect(others.sort()).toEqual(regions);
    const chosen = options(await drawn('parent=Y56&level=ccg&area=ZC013&against=Y54'));
    expect([...chosen].sort()).toEqual(
      ['', 'ZC013', ...regions.map((one) => (one === 'Y54' ? 'Y54*' : one))].sort(),
    );
    expect(options(await drawn('level=ccg&against=ZC013'))).toContain('ZC013*');
    expect(options(await drawn('group=ZZ0001,ZZ0002&parent=Y56&against=group'))).toContain(
      'group*',
    );
    expect(options(await drawn('chart=spread')).slice(0, 2)).toEqual(['*', 'E92000001']);
    expect((await drawn('chart=funnel')).includes('choose-against')).toBe(false);
  });

  it('goes with the image, the embed, the files and the other choices', async () => {
    const html = await drawn('level=ccg&against=Y56');
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to!);
    const along = (part: string) =>
      links.filter((to) => to.includes(part)).filter((to) => !to.includes('against=Y56'));
    for (const part of ['places.png', 'places.csv', 'places.xlsx', 'chart=scatter', 'columns=']) {
      expect(links.some((to) => to.includes(part))).toBe(true);
      expect(along(part)).toEqual([]);
    }
    expect(/embed\/places[^"]*against=Y56/.test(html)).toBe(true);
    const hidden = '<input type="hidden" name="against" value="Y56" />';
    const chosen = (page: string) =>
      page.split('data-choose')[1]!.split('</form>')[0]!.includes(hidden);
    expect(chosen(html)).toBe(false);
    expect(chosen(await drawn('chart=funnel&against=Y56'))).toBe(true);
  });

  it('is refused where there is no such place', async () => {
    const { status } = await renderPage(
      new URL('https://uptake.example/explore?against=NOPE'),
      ask,
      settings,
    );
    expect(status).toBe(400);
  });
});
