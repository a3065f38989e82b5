import { expect, inject, it } from 'vitest';
import { drawImage } from '../../../server/images/images.ts';
import { shownTable, tableFile } from '../../../server/images/shownTable.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('referenced'));
const site = { origin, prefix: '/uptake', contact: '' };

/** Asks for each file of a chart that a page offers; returns their addresses. */
async function offered(page: string): Promise<string[]> {
  const { links } = await draw(page);
  const files = [...new Set(links)].filter((link) => link.startsWith('/uptake/charts/'));
  for (const link of files) {
    const { pathname, searchParams } = new URL(link, origin);
    const file = pathname.slice('/uptake/charts/'.length);
    const table = tableFile(file);
    await (table ? shownTable(table, searchParams, ask, site) : drawImage(file, searchParams, ask));
  }
  return files;
}

it.each([
  '/explore?chart=xmr&measure=records_enabled&level=ccg&area=ZZ0001&supplier=TPP&sort=99&column=1&least=many',
  '/explore?chart=places&level=ccg&area=Y54,ZZ0001&column=2&least=&most=&sort=-2',
  '/explore?chart=places&parent=Y54&group=ZZ0001,ZZ0002&filter=a&limits=plain',
  '/explore?chart=places&group=ZZ0001,ZZ0002&level=ccg&parent=group',
  '/explore?chart=months&measure=records_enabled&area=Y54&group=ZZ0001,ZZ0002&against=group',
  '/explore?chart=spread&parent=Y54&area=ZZ0001&group=ZZ0001,ZZ0002',
  '/compare?area=Y54,ZZ0100&group=ZZ0001,ZZ0002',
])('every file that %s offers can be asked for', async (page) => {
  const files = await offered(page);
  expect(files.length).toBeGreaterThan(1);
});

it('a file is arranged as its page', async () => {
  const [csv] = (
    await offered('/explore?chart=places&level=ccg&sort=-2&column=3&least=5&filter=a')
  ).filter((file) => file.includes('.csv'));
  const { searchParams } = new URL(csv!, origin);
  const arranged = ['sort', 'filter', 'column', 'least', 'most'].map((name) =>
    searchParams.get(name),
  );
  expect(arranged).toEqual(['-2', 'a', '3', '5', null]);
});
