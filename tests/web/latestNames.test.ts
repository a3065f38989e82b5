import { expect, inject, it } from 'vitest';
import type { Ask } from '../../web/ask.ts';
import { drawnIds } from '../../web/charts/kind.ts';
import { findKind } from '../../web/charts/kinds.ts';
import { matchPage } from '../../web/route.ts';
import { drawing, origin } from './drawing.ts';

const { ask } = drawing(inject('illustrative'));
const last = '2015-03';

/** The same answers, with another name for every place in the months before the last. */
const renamed: Ask = async (path, query) => {
  const answer = await ask(path, query);
  const { data } = answer as { data?: unknown };
  if (!Array.isArray(data)) return answer;
  const rows = data.map((row: { period?: string; area_name?: string }) =>
    row.area_name && row.period && row.period < last
      ? { ...row, area_name: `FORMERLY ${row.area_name}` }
      : row,
  );
  return { ...answer, data: rows } as typeof answer;
};

it('the names of earlier months are told apart', async () => {
  const { data } = await renamed('/figures', { area: 'Y54', from: '2014-04', to: last });
  expect(new Set(data.map(({ area_name }) => area_name)).size).toBe(2);
});

const ofManyMonths = drawnIds.filter((id) => !findKind(id)!.parameters.includes('period'));

it.each(ofManyMonths)('a chart of many months has the names of the last: %s', async (id) => {
  const area = findKind(id)!.parameters.includes('parent') ? undefined : 'Y54';
  const data = await findKind(id)!.load(renamed, { area });
  expect(JSON.stringify(data)).not.toMatch(/formerly/i);
});

it.each(['/areas/Y54', '/compare?area=Y54,ZZ0100'])(
  'a page of the last month has the names of it: %s',
  async (path) => {
    const { page, address } = matchPage(new URL(path, origin), '')!;
    expect(JSON.stringify(await page.load(renamed, address))).not.toMatch(/formerly/i);
  },
);
