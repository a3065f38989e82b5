import { describe, expect, inject, it } from 'vitest';
import { renderPage } from '../../../../server/pages/pages.ts';
import { charting } from '../../../support/charts.ts';

const shell = '<html><head><!--head--></head><body><!--page--><!--data--></body></html>';
const settings = { prefix: '', shell, origin: 'https://uptake.example' };
const { ask } = charting(inject('referenced'));

/** What Explore says of the practices chosen at an address: the line above its chart, and the list of suppliers. */
async function saidAt(query: string) {
  const url = new URL(`https://uptake.example/explore?measure=records_enabled&${query}`);
  const { html, status } = await renderPage(url, ask, settings);
  const plain = html.replace(/<!--.*?-->/gs, '');
  const between = (from: string, to: string) => plain.split(from)[1]?.split(to)[0];
  const text = (part = '') =>
    part
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    status,
    left: text(between('<p class="chips__left">', '</p>')),
    whole: text(between('<p class="chips">', '</p>')),
    suppliers: [
      ...(between('id="choose-supplier"', '</select>') ?? '').matchAll(/<option value="([^"]*)"/g),
    ].map(([, value]) => value),
  };
}

const counted = async (params: Record<string, string>) =>
  (await ask('/figures', { measure: 'records_enabled', ...params })).data[0]?.practices ?? 0;
const group = 'ZZ0001,ZZ0002,ZZ0003,ZZ0004';

describe('the practices chosen in Explore', () => {
  it.each([
    ['England', 'chart=months', {}],
    ['the area looked at', 'chart=months&area=Y56', { area: 'Y56' }],
    ['the area looked at in small letters', 'chart=xmr&area=y56', { area: 'Y56' }],
    ['the place chosen', 'chart=xmr&parent=Y56', { area: 'Y56' }],
    ['what is looked within', 'chart=spread&parent=Y56', { area: 'Y56' }],
    ['a group', `chart=places&group=${group}`, { area: 'group', group }],
    ['a group over time', `chart=months&group=${group}`, { area: 'group', group }],
    [
      'the places, not the group compared with',
      `chart=map&level=ccg&parent=E92000001&group=${group}&against=group`,
      {},
    ],
    ['the month shown', 'chart=places&period=2014-06', { period: '2014-06' }],
    ['the last month shown', 'chart=change&from=2014-05&to=2014-06', { period: '2014-06' }],
    ['the area beside a practice', 'chart=months&area=ZZ0001,Y56', { area: 'Y56' }],
  ])('are counted of %s', async (_, query, asked) => {
    const [all, left] = [await counted(asked), await counted({ ...asked, supplier: 'TPP' })];
    const said = await saidAt(`${query}&supplier=TPP`);
    expect(said.status).toBe(200);
    expect(said.left).toBe(`${left} of ${all} practices:`);
    const suppliers = await ask('/breakdowns', {
      by: 'supplier',
      measure: 'records_enabled',
      ...asked,
    });
    expect(said.suppliers.filter((one) => one && one !== 'TPP').sort()).toEqual(
      suppliers.data
        .filter(({ group_code, practices }) => practices && group_code !== 'TPP')
        .map(({ group_code }) => `TPP,${group_code}`)
        .sort(),
    );
  });

  it('are not counted where places may overlap, and each supplier is listed once', async () => {
    const said = await saidAt('chart=months&area=Y56,E92000001&supplier=TPP');
    expect(said.left).toBe('Only these practices:');
    expect(new Set(said.suppliers).size).toBe(said.suppliers.length);
    expect(said.suppliers.length).toBeGreaterThan(2);
  });

  it('have no effect on a practice by itself, nor on charts of all', async () => {
    expect(await saidAt('chart=months&area=zz0001&supplier=TPP')).toEqual({
      status: 200,
      left: '',
      whole:
        'A practice by itself is shown whole, whichever practices are chosen. Show all practices',
      suppliers: [],
    });
    const said = await saidAt('chart=variance&supplier=TPP');
    expect(said.whole).toBe(
      'Variance is of all practices: it cannot be narrowed to some. Show all practices',
    );
    expect(said.suppliers).toEqual([]);
  });
});
