import { describe, expect, inject, it } from 'vitest';
import { renderPage } from '../../../../server/pages/pages.ts';
import { forms } from '../../../../web/pages/explore/choice.ts';
import { charting } from '../../../support/charts.ts';
import { withEnded } from '../../endedArea.ts';

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

describe('what can be chosen in Explore', () => {
  const { ask } = charting(inject('referenced'));
  const ended = withEnded(ask, 'Q66');
  const optionsAt = async (query: string, name: string) => {
    const url = new URL(`https://uptake.example/explore?${query}`);
    const { html } = await renderPage(url, ended, settings);
    const [, list] = html.replace(/<!--.*?-->/gs, '').split(`id="choose-${name}"`);
    return [...list!.split('</select>')[0]!.matchAll(/<option value="([^"]*)"/g)].map(
      ([, value]) => value,
    );
  };

  it('are the places of the month shown, and one that is looked within', async () => {
    expect(await optionsAt('period=2014-12', 'parent')).toContain('Q66');
    const after = await optionsAt('period=2015-01', 'parent');
    expect(after).toContain('Q44');
    expect(after).not.toContain('Q66');
    expect(await optionsAt('period=2015-01&parent=Q66', 'parent')).toContain('Q66');
  });

  it('are the columns of the later of two months', async () => {
    const url = new URL('https://uptake.example/explore?chart=change&from=2014-06&to=2014-12');
    const { html } = await renderPage(url, ask, settings);
    const [, list] = html.replace(/<!--.*?-->/gs, '').split('Earlier months');
    const months = [...list!.split('</ul>')[0]!.matchAll(/>([A-Z][a-z]+ \d{4})</g)];
    expect(months.map(([, month]) => month).slice(0, 2)).toEqual(['November 2014', 'October 2014']);
  });
});

describe('what the controls of Explore stand at', () => {
  const { ask } = charting(inject('referenced'));
  const drawn = async (query: string) =>
    (
      await renderPage(new URL(`https://uptake.example/explore?${query}`), ask, settings)
    ).html.replace(/<!--.*?-->/gs, '');
  const read = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

  /** The address that the form leads to as it stands. */
  function sent(html: string): string {
    const form = html.split('data-choose')[1]!.split('</form>')[0]!;
    const search = new URLSearchParams();
    const hidden = form.matchAll(/<input type="hidden" name="?([^" ]+)"? value="([^"]*)"/g);
    for (const [, name, value] of hidden) search.set(name!, read(value!));
    for (const [, name, options] of form.matchAll(
      /<select[^>]* name="?([^" ]+)"?.*?>(.*?)<\/select>/gs,
    )) {
      const values = [...options!.matchAll(/<option value="([^"]*)"( selected)?/g)];
      const [, value] = values.find(([, , selected]) => selected) ?? values[0]!;
      search.set(name!, read(value!));
    }
    return search.toString();
  }

  /** What a reader sees beside them, without the addresses for programs. */
  const canvas = (html: string) =>
    html
      .split('<div class="canvas"')[1]!
      .split('class="figure__take"')[0]!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  /** What each list holds where an option of it cannot be shown with the rest. */
  const heldIn = (html: string) =>
    [
      ...html
        .split('data-choose')[1]!
        .split('</form>')[0]!
        .matchAll(/<select[^>]* name="?([^" ]+)"?.*?>(.*?)<\/select>/gs),
    ].flatMap(([, name, options]) =>
      [...options!.matchAll(/data-also="held=(\w+)"/g)].map(([, part]) => ({ name, part })),
    );

  it.each([
    ...forms.map(({ id }) => `chart=${id}`),
    'chart=funnel&limits=plain&level=ccg',
    'chart=scatter&across=prescriptions_enabled&parent=Y56&level=ccg',
    'chart=places&group=ZZ0001,ZZ0002,ZZ0003&parent=group&against=group',
    'chart=places&level=region&supplier=TPP,EMIS&size=15000%2B&period=2014-12&against=Y56',
    'chart=change&level=region&from=2014-06&to=2014-12&switched=no',
    'chart=months&area=ZC013,ZC014&from=2014-06&against=Y56',
    'chart=xmr&area=ZZ0001&measure=prescriptions_enabled&from=2014-06&to=2015-02',
  ])('is what %s shows: sent as they are, they lead to the same', async (query) => {
    const html = await drawn(query);
    expect(canvas(await drawn(sent(html)))).toBe(canvas(html));
    expect(heldIn(html).filter(({ name, part }) => name !== part)).toEqual([]);
    if (query === 'chart=variance') expect(heldIn(html).length).toBeGreaterThan(0);
  });
});
