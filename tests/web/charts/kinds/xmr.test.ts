import { expect, inject, it } from 'vitest';
import type { XmrData } from '../../../../web/charts/kinds/xmr.ts';
import { findKind } from '../../../../web/charts/kinds.ts';
import { charting } from '../../../support/charts.ts';

const charts = charting(inject('illustrative'));
const records = { measure: 'records_enabled', from: '2014-04' };

it('limits of too few months are not shown, nor what stands out from them', async () => {
  const kind = findKind('xmr')!;
  const shown = async (query: Record<string, string>) => {
    const data = (await charts.load('xmr', { ...records, view: 'level', ...query })) as XmrData;
    return { data, told: data.months.filter(({ mean }) => mean !== null) };
  };
  const four = await shown({ to: '2014-07' });
  expect(four.data.months.map(({ value }) => value !== null)).toEqual([true, true, true, true]);
  expect(four.told).toEqual([]);
  expect(kind.finding(four.data)).toBeNull();
  expect(kind.sentence(four.data)).toBe(
    'Too few months in England since April 2014 have a figure to show what is usual from month to month.',
  );
  expect((await shown({ to: '2014-08' })).told).toHaveLength(5);
  const afresh = await shown({ restarts: '2014-12' });
  expect(afresh.told.map(({ period }) => period).at(-1)).toBe('2014-11');
  expect(afresh.told).toHaveLength(8);
  expect((await shown({ view: 'changes', to: '2014-08' })).told).toEqual([]);
  expect((await shown({ view: 'changes', to: '2014-09' })).told).not.toEqual([]);
});
