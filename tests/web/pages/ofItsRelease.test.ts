import { expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import type { Ask } from '../../../web/ask.ts';
import { drawnIds } from '../../../web/charts/kind.ts';
import { matchPage, pages } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { ask } = drawing(inject('referenced'));
const release = '2015-03.1';

/** What an answer says is of a release, unless it is about several. */
const ofOneRelease = new Set(endpoints.filter(({ ofOthers }) => !ofOthers).map(({ path }) => path));

const addresses = [
  ...['/', '/?service=appointments&period=2014-10', '/areas/Y54', '/areas/ZC001?period=2014-10'],
  ...['/practices/ZZ0100', '/practices/ZZ0100/report', '/find', '/find?q=otter'],
  ...drawnIds.map((id) => `/explore?chart=${id}`),
  ...['/explore?chart=places&parent=Y54', '/explore?chart=months&area=Y54,ZZ0100'],
  ...['/compare?area=Q66,ZZ0100&group=ZZ0101,ZZ0102', '/data', '/data/api', '/methods', '/quality'],
  ...['/releases', '/corrections', '/changes-log', '/news', '/news?area=ZC001', '/about'],
];

it('every page is among those tried', () => {
  const tried = addresses.map((path) => matchPage(new URL(path, origin), '')!.page.pattern);
  expect(pages.map(({ pattern }) => pattern).filter((one) => !tried.includes(one))).toEqual([]);
});

it.each(addresses)('%s asks only the release that its address names', async (path) => {
  const url = new URL(path, origin);
  url.searchParams.set('release', release);
  const others: string[] = [];
  let questions = 0;
  const watched: Ask = (asked, query) => {
    questions++;
    const named = (query as { release?: string } | undefined)?.release;
    if (named !== release && ofOneRelease.has(asked)) others.push(asked);
    return ask(asked, query);
  };
  const { page, address } = matchPage(url, '')!;
  await page.load(watched, address);
  expect(questions).toBeGreaterThan(0);
  expect(others).toEqual([]);
});
