import { expect, inject, it } from 'vitest';
import { drawing } from '../drawing.ts';

const { draw } = drawing(inject('referenced'));

interface Heading {
  title: string;
  sorted: string;
  to: string;
}

/** The headings of a page's table that sort it. */
async function headingsOf(path: string): Promise<Heading[]> {
  const { html } = await draw(path);
  const cells = html
    .replace(/<!--.*?-->/gs, '')
    .matchAll(/<th\b[^>]*aria-sort="(\w+)"[^>]*>.*?href="\/uptake([^"]*)"[^>]*>(.*?)<\/th>/gs);
  return [...cells].map(([, sorted, href, content]) => ({
    title: content!.replace(/<[^>]+>/g, ' ').trim(),
    sorted: sorted!,
    to: href!.replaceAll('&amp;', '&'),
  }));
}

it.each([
  '/?within=ccg&service=appointments',
  '/areas/Y54?within=practice&filter=surgery',
  '/explore?level=ccg&period=2014-10&columns=rank,change,trend',
  '/explore?chart=change&level=ccg',
  '/explore?chart=table&level=practice&parent=Y54',
])('each heading of %s sorts by its column, and then the other way', async (path) => {
  const all = await headingsOf(path);
  expect(all.length).toBeGreaterThan(2);
  for (const { title, to, sorted } of all) {
    const there = await headingsOf(to);
    const own = there.find((one) => one.title === title)!;
    const first = title === all[0]!.title || title === 'Trend' ? 'ascending' : 'descending';
    const usual = sorted === 'none' ? first : other[sorted];
    expect([title, own.sorted]).toEqual([title, usual]);
    expect([title, there.filter((one) => one.sorted !== 'none')]).toEqual([title, [own]]);
    const again = (await headingsOf(own.to)).find((one) => one.title === title)!;
    expect([title, again.sorted]).toEqual([title, other[own.sorted]]);
  }
});

const other: Record<string, string> = { ascending: 'descending', descending: 'ascending' };
