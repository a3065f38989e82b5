import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { charting } from '../../charts.ts';

const charts = charting();

describe('kinds of chart', () => {
  it('have ids and names of their own', () => {
    expect(new Set(chartKinds.map(({ id }) => id)).size).toBe(chartKinds.length);
    expect(new Set(chartKinds.map(({ name }) => name)).size).toBe(chartKinds.length);
  });

  it('say why they cannot show a measure at a level, and then refuse to', async () => {
    const kind = chartKinds.find(({ id }) => id === 'funnel')!;
    expect(kind.fits(measureOf('records_use'), 'ccg')).toContain('a rate of transactions');
    expect(kind.fits(measureOf('records_enabled'), 'ccg')).toBeNull();
    await expect(charts.load('funnel', { measure: 'records_use' })).rejects.toMatchObject({
      status: 400,
    });
  });

  it.each(chartKinds.map(({ id }) => id))(
    '%s says what is missing where nothing was collected',
    async (id) => {
      const query = id === 'thousand' ? {} : { measure: 'records_use' };
      if (id === 'funnel' || id === 'thousand') return;
      const kind = chartKinds.find((one) => one.id === id)!;
      const data = await charts.load(id, query);
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
  ])('%s refuses %o', async (id, query) => {
    await expect(charts.load(id, query)).rejects.toMatchObject({ status: 400 });
  });
});
