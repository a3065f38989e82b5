import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { drawingOf } from '../../../web/charts/drawings.ts';
import { figureText } from '../../../web/charts/kinds/chartPlace.ts';
import type { FunnelData } from '../../../web/charts/kinds/funnel.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { chartPageHref } from '../../../web/charts/taking.ts';
import { charting } from '../../support/charts.ts';
import { drawing } from '../drawing.ts';
import { drawn, marksOf, palette } from './specs/drawn.ts';

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
      text: 'not judged, being more than 100%',
      value: null,
    });
  });

  it('judge no place in a funnel of fewer than 20', async () => {
    const kind = chartKinds.find(({ id }) => id === 'funnel')!;
    const regions = await charts.forms('funnel', { level: 'region' });
    expect(kind.finding!(regions.data)).toBe('Too few regions to tell unusual from usual');
    expect(
      kind
        .table(regions.data)
        .rows.slice()
        .map((row) => row.at(-1)),
    ).toEqual(regions.csv.map(() => ({ text: '[z]', value: null })));
    expect(regions.csv.map(({ position }) => position)).toEqual(['', '', '', '']);
    expect(regions.csv.every(({ lower_95 }) => Number(lower_95) > 0)).toBe(true);
    const picture = await drawn(
      drawingOf('funnel', regions.data, { width: 900, height: 440, palette }),
    );
    expect(marksOf(picture, 'symbol').map(({ datum }) => [datum.shape, datum.reading])).toEqual(
      (regions.data as FunnelData).points.map((point) => [
        'circle',
        `${point.name}: ${figureText(point, 'records_enabled')}`,
      ]),
    );
    expect(kind.key!(regions.data)).toEqual([]);
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
