import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, inject, it } from 'vitest';
import type { Ask } from '../../../web/ask.ts';
import { matchPage } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { ask } = drawing(inject('illustrative'));

/** A page drawn from the answers of the API with those to some paths changed. */
async function drawn(path: string, change: (asked: string, row: object, i: number) => object[]) {
  const changed: Ask = async (asked, query) => {
    const answer = (await ask(asked, query)) as { data?: unknown };
    const rows = answer.data;
    if (!Array.isArray(rows)) return answer as never;
    return { ...answer, data: rows.flatMap((row, i) => change(asked, row, i)) } as never;
  };
  const { page, address } = matchPage(new URL(path, origin), '')!;
  return collectResultSync(render(page.view(await page.load(changed, address), address)))
    .replace(/<!--.*?-->/gs, '')
    .replaceAll('&amp;', '&');
}

/** Links that have the id of a release as their text. */
const linksIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)"[^>]*>(\d{4}-\d\d\.\d+)<\/a>/g)].map(([, href, text]) => [
    text,
    new URL(href!, origin).searchParams.get('release'),
  ]);

const others = ['2014-09.1', '2014-12.2'];

it.each([
  ['/data', '/releases', 'release'],
  ['/releases', '/calendar', 'release'],
])('each release that %s lists leads to itself', async (path, of, name) => {
  const html = await drawn(path, (asked, row, i) =>
    asked === of && i === 0 ? others.map((release) => ({ ...row, [name]: release })) : [row],
  );
  const links = linksIn(html);
  expect(links.map(([text]) => text)).toEqual(expect.arrayContaining(others));
  expect(links.filter(([text, to]) => text !== to)).toEqual([]);
});

it('each notice leads to the release that it is about', async () => {
  const { page, address } = matchPage(new URL('/corrections?release=2015-03.1', origin), '')!;
  const notices = others.map((about) => ({ about, sentence: `Of ${about}.` }));
  const data = { meta: null, statements: [], notices };
  await page.ready!();
  const html = collectResultSync(render(page.view(data, address))).replace(/<!--.*?-->/gs, '');
  expect(linksIn(html)).toEqual(others.map((about) => [about, about]));
});

it('the quality of a release tells the measures that it lacks, not those of another', async () => {
  const html = await drawn('/quality?release=2015-03.1', (asked, row) =>
    asked === '/releases'
      ? [
          {
            ...{ ...row, release: '2019-03.1', current: true },
            measures_lacking: 'prescriptions_use',
          },
          { ...row, current: false, measures_lacking: 'appointments_use' },
        ]
      : [row],
  );
  expect(html).toMatch(/Booking appointments[^.]*transactions/);
  expect(html).not.toMatch(/Ordering prescriptions[^.]*transactions/);
});
