import { expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import type { Ask } from '../../../web/ask.ts';
import { drawnIds } from '../../../web/charts/kind.ts';
import { findKind } from '../../../web/charts/kinds.ts';
import { matchPage } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { ask } = drawing(inject('referenced'));
const period = '2014-10';
const [first, last] = ['2014-04', '2015-03'];

const parametersOf = new Map<string, readonly string[]>(
  endpoints.map(({ path, parameters }) => [path, parameters]),
);

/** Questions that are of the whole release, whichever month a page shows. */
const whole = ['/areas', '/releases', '/revisions', '/published-figures', '/annotations'];

it.each([
  ...['/', '/areas/Y54', '/areas/ZC001', '/practices/ZZ0100', '/practices/ZZ0100/report'],
  '/compare?area=Q66,ZZ0100',
  ...drawnIds
    .filter((id) => findKind(id)!.parameters.includes('period'))
    .map((id) => `/explore?chart=${id}`),
])('%s asks of the month that it shows, or of all', async (path) => {
  const url = new URL(path, origin);
  url.searchParams.set('period', period);
  const others: string[] = [];
  let own = 0;
  const watched: Ask = (asked, query = {}) => {
    const { period: one, from, to } = query as Record<string, string | undefined>;
    const takes = parametersOf.get(asked);
    const isOfMonths = takes?.includes('period') || takes?.includes('to');
    const isOwn = one === period || (to === period && one === undefined);
    if (isOwn) own++;
    else if (isOfMonths && !whole.includes(asked) && !(from === first && to === last))
      others.push(`${asked} ${JSON.stringify(query)}`);
    return ask(asked, query);
  };
  const { page, address } = matchPage(url, '')!;
  await page.load(watched, address);
  expect(own).toBeGreaterThan(0);
  expect(others).toEqual([]);
});
