import { expect, inject, it } from 'vitest';
import type { Ask } from '../../../web/ask.ts';
import type { ChartQuery, DrawnId } from '../../../web/charts/kind.ts';
import { findKind } from '../../../web/charts/kinds.ts';
import { standingOf } from '../../../web/charts/standing.ts';
import { charting } from '../../support/charts.ts';

const charts = charting(inject('referenced'));

/** The question for the revisions of a chart's figures; null if none is asked. */
async function revisionsOf(id: string, query: ChartQuery) {
  let asked: Record<string, string | undefined> | null = null;
  const watched: Ask = (path, params) => {
    if (path === '/revisions') asked = { ...params };
    return charts.ask(path, params);
  };
  await standingOf(watched, findKind(id)!, await charts.load(id, query));
  return asked as Record<string, string | undefined> | null;
}

const measure = 'records_enabled';
const month = { period: '2014-10' };
const within = { parent: 'ZC001', level: 'practice' } as const;
const span = { from: '2014-08', to: '2014-12' };

/** For every kind a question, and the places and months whose revisions are those of its figures. */
const cases: Record<DrawnId | 'thousand', [query: ChartQuery, places: object, months: object]> = {
  places: [{ ...within, ...month }, within, month],
  map: [{ parent: 'Y54', level: 'ccg', ...month }, { parent: 'Y54', level: 'ccg' }, month],
  boundaries: [{ parent: 'Y54', level: 'ccg', ...month }, { parent: 'Y54', level: 'ccg' }, month],
  funnel: [{ ...within, ...month }, within, month],
  spread: [{ parent: 'ZC001', ...month }, within, month],
  scatter: [{ ...within, ...month }, within, month],
  months: [{ measure, area: 'ZC001', ...span }, { area: 'ZC001,E92000001' }, span],
  change: [{ ...within, ...span }, within, { period: '2014-08,2014-12' }],
  xmr: [{ area: 'ZC001', ...span }, { area: 'ZC001' }, span],
  multiples: [{ ...within, ...span }, within, span],
  variance: [month, { level: 'england' }, month],
  deprivation: [{ area: 'Y54', ...month }, { area: 'Y54' }, month],
  supplier: [{}, { level: 'england' }, { period: 'latest' }],
  thousand: [{ area: 'Y54', ...month }, { area: 'Y54' }, month],
};

it.each(Object.entries(cases))(
  'what was revised of a chart is asked of its places and months: %s',
  async (id, [query, places, months]) => {
    const asked = await revisionsOf(id, query);
    const told = Object.entries(asked!).filter(([, value]) => value !== undefined);
    const { measure: of, limit, ...rest } = Object.fromEntries(told);
    expect(rest).toEqual({
      ...{ ...places, ...months, release: '2015-03.1', change: 'value,gone' },
    });
    expect(of!.split(',')).toContain(measure);
    expect(limit).toBe('3');
  },
);

it('nothing is asked of charts whose figures no release holds', async () => {
  expect(await revisionsOf('places', { level: 'ccg', boundaries: 'lookup' })).toBeNull();
  expect(await revisionsOf('places', { level: 'ccg', supplier: 'EMIS' })).toBeNull();
  expect(await revisionsOf('places', { group: 'ZZ0001,ZZ0002' })).toBeNull();
  expect(await revisionsOf('xmr', { group: 'ZZ0001,ZZ0002' })).toBeNull();
});
