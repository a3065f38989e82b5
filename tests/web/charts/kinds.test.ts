import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import type { FunnelData } from '../../../web/charts/kinds/funnel.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { chartPageHref } from '../../../web/charts/taking.ts';
import { charting } from '../../support/charts.ts';
import { drawing } from '../drawing.ts';

const charts = charting(inject('referenced'));
const pages = drawing(inject('referenced'));

describe('kinds of chart', () => {
  it('have ids and names of their own', () => {
    expect(new Set(chartKinds.map(({ id }) => id)).size).toBe(chartKinds.length);
    expect(new Set(chartKinds.map(({ name }) => name)).size).toBe(chartKinds.length);
  });

  it.each(chartKinds.map((kind) => [kind.id, kind] as const))(
    '%s has a page to be looked at, where it is chosen by its name',
    async (_, kind) => {
      const data = await charts.load(kind.id);
      // Pages of places leave out empty charts.
      if (kind.placeOf && kind.lacks(data)?.all) return;
      const href = chartPageHref({ prefix: '/uptake' }, kind, data).slice('/uptake'.length);
      const { status, html } = await pages.draw(href);
      expect(status).toBe(200);
      const plain = html.replace(/<!--.*?-->/gs, '');
      expect(plain).toContain(kind.placeOf ? 'thousand__' : `aria-current="true">${kind.name}</a>`);
      expect(plain).toContain(`/uptake/charts/${kind.id}.png`);
    },
  );

  it('say why they cannot show a measure at a level, and reject it', async () => {
    const kind = chartKinds.find(({ id }) => id === 'funnel')!;
    expect(kind.fits(measureOf('records_use'), 'ccg')).toContain('a rate of transactions');
    expect(kind.fits(measureOf('records_enabled'), 'ccg')).toBeNull();
    await expect(charts.load('funnel', { measure: 'records_use' })).rejects.toMatchObject({
      status: 400,
    });
  });

  it('say that limits leave out a place with more than the whole, in its funnel and others', async () => {
    const kind = chartKinds.find(({ id }) => id === 'funnel')!;
    const all = (await charts.load('funnel', { level: 'ccg' })) as FunnelData;
    expect(kind.key!(all).join(' ')).not.toContain('Diamonds');
    const [first, ...others] = all.points;
    const beyond = { ...first!, value: 128, position: null };
    const data = { ...all, points: [beyond, ...others] };
    expect(kind.key!(data).join(' ')).toContain('Diamonds: 1 CCG with more than 100%');
    expect(kind.table(data).rows.slice()[0]!.at(-1)).toEqual({
      text: 'without limits, being more than 100%',
      value: null,
    });
  });

  it('say where each place highlighted in a funnel is', async () => {
    const kind = chartKinds.find(({ id }) => id === 'funnel')!;
    const all = (await charts.load('funnel', { level: 'ccg' })) as FunnelData;
    const [first, second] = [all.points[0]!, all.points.at(-1)!];
    const area = `${second.code},${first.code}`;
    const sentence = kind.sentence(await charts.load('funnel', { level: 'ccg', area }));
    const told = [second, first].map(({ name }) => sentence.indexOf(`${name}, with `));
    expect(told[0]).toBe(0);
    expect(told[1]).toBeGreaterThan(told[0]!);
    expect(sentence).toContain(kind.sentence(all));
  });

  const levels = ['ccg', 'region', 'practice'] as const;
  const ofTransactions = chartKinds.filter(
    ({ parameters, fits }) =>
      parameters.includes('measure') &&
      levels.some((level) => fits(measureOf('records_use'), level) === null),
  );

  it.each(ofTransactions.map((kind) => [kind.id, kind] as const))(
    '%s says what is missing where nothing was collected',
    async (id, kind) => {
      const data = await charts.load(id, { measure: 'records_use' });
      expect(kind.lacks(data)).toMatchObject({ all: true });
      expect(kind.sentence(data)).not.toMatch(/NaN|undefined|null/);
      const { rows, ...table } = kind.table(data);
      expect(JSON.stringify([table, rows.slice()])).not.toMatch(/NaN|undefined/);
    },
  );

  it.each([
    ['months', { measure: 'bananas' }],
    ['months', { area: 'NOWHERE' }],
    ['places', { level: 'bananas' }],
    ['multiples', { level: 'practice' }],
    ['thousand', { service: 'bananas' }],
    ['xmr', { from: '2030-01' }],
  ])('%s rejects %o', async (id, query) => {
    await expect(charts.load(id, query)).rejects.toMatchObject({ status: 400 });
  });
});
