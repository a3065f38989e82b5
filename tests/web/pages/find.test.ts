import { expect, inject, it } from 'vitest';
import type { Ask } from '../../../web/ask.ts';
import { matchPage } from '../../../web/route.ts';
import { enriched } from '../../support/enriched.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('referenced'));

it('a search leads straight to the only place that it finds, but never to one that is only near', async () => {
  for (const [q, match, status] of [
    ['ZZ0100', 'exact', 302],
    ['ZZ0100X', 'near', 200],
  ] as const) {
    const { data } = await ask('/search', { q });
    expect(data.map((row) => [row.area_code, row.match])).toEqual([['ZZ0100', match]]);
    const drawn = await draw(`/find?q=${q}`);
    expect([q, drawn.status]).toEqual([q, status]);
  }
  expect((await draw('/find?q=ZZ0100X')).text).toContain(
    'No exact answer: these are the nearest. 1 found.',
  );
});

const ended = drawing(
  await enriched(inject('illustrative'), [
    "update area set last_period = '2014-12' where area_code in ('Y56', 'Q66')",
  ]),
);

it('one can begin from the regions and subregions of the latest month, and from no others', async () => {
  const { data } = await ended.ask('/areas', { level: 'region,subregion' });
  const { links } = await ended.draw('/find');
  const offered = links.flatMap((link) => /^\/uptake\/areas\/(\w+)$/.exec(link)?.[1] ?? []);
  const there = data.filter(({ last_period }) => last_period === '2015-03');
  const ofRegions = there.filter(
    ({ level, region_code }) => level === 'region' || region_code !== 'Y56',
  );
  expect(new Set(offered)).toEqual(new Set(ofRegions.map(({ area_code }) => area_code)));
  expect(there.length).toBe(data.length - 2);
});

it('where no place has all words, the nearest are those with the longest that any place has', async () => {
  const wordsTried = async (q: string) => {
    const tried: string[] = [];
    const watched: Ask = (path, query) => {
      const { q: word, limit } = (query ?? {}) as { q?: string; limit?: string };
      if (path !== '/search') return ask(path, query);
      tried.push(word!);
      return ask(path, { q: word === 'otter' ? word : 'qqqqqq', limit } as never);
    };
    const { page, address } = matchPage(new URL(`/find?q=${q}`, origin), '')!;
    await page.load(watched, address);
    return tried;
  };
  const first = 'of otter surgeries xx elm';
  expect(await wordsTried(first.replaceAll(' ', '+'))).toEqual([first, 'surgeries', 'otter']);
});
