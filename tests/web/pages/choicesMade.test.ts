import { expect, inject, it } from 'vitest';
import { due, shareDue } from '../../support/due.ts';
import { drawing } from '../drawing.ts';

const { draw } = drawing(inject('referenced'));

/** In so many days each choice is followed. */
const days = 3;

interface Choice {
  text: string;
  to: string;
  current: boolean;
}

/** The links of a page that say whether they are chosen, by the list that they are in. */
async function choicesOf(path: string, kind = 'choices'): Promise<Choice[][]> {
  const { status, html } = await draw(path);
  expect([path, status]).toEqual([path, 200]);
  const lists = html
    .replace(/<!--.*?-->/gs, '')
    .matchAll(new RegExp(`<ul class="${kind}__list">(.*?)</ul>`, 'gs'));
  return [...lists].map(([, list]) =>
    [
      ...list!.matchAll(
        /href="\/uptake([^"]*)"\s+aria-current="(true|false)"[^>]*>(.*?)<\/a\s*>/gs,
      ),
    ].map(([, href, current, content]) => ({
      text: content!.replace(/<[^>]+>/g, ' ').trim(),
      to: href!.replaceAll('&amp;', '&'),
      current: current === 'true',
    })),
  );
}

const chosenIn = (list: readonly Choice[]) =>
  list.flatMap(({ text, current }) => (current ? [text] : []));

it.each([
  ...['/', '/?service=appointments&within=ccg', '/areas/Y54', '/quality', '/methods'],
  ...['/practices/ZZ0100', '/practices/ZZ0100/report', '/compare?area=Q66,Y54'],
  ...['/explore?chart=xmr', '/explore?chart=months', '/explore?chart=spread&boundaries=lookup'],
])(`each choice of %s is the one made where its link leads (${shareDue(days)})`, async (path) => {
  const lists = (await choicesOf(path)).filter((list) => list.length > 1);
  expect(lists.length).toBeGreaterThan(0);
  const choices = lists.flatMap((list, i) => list.map(({ text, to }) => ({ i, text, to })));
  for (const { i, text, to } of due(choices, days)) {
    const there = await choicesOf(to);
    const same = there.find((one) => one.some((other) => other.text === text));
    expect([i, text, chosenIn(same ?? [])]).toEqual([i, text, [text]]);
  }
});

it.each(['', '&columns=rank,change,appointments_enabled', '&columns=none'])(
  `each column of Explore%s is put in or taken out alone (${shareDue(days)})`,
  async (asked) => {
    const columnsOf = async (path: string) => (await choicesOf(path, 'figures')).flat();
    const all = await columnsOf(`/explore?level=ccg${asked}`);
    const first = ['95% interval', 'Place', 'Difference from the benchmark', 'Change in a year'];
    expect(all.map(({ text }) => text).slice(0, 4)).toEqual(first);
    for (const { text, to } of due(all, days)) {
      const now = chosenIn(all);
      const then = now.includes(text) ? now.filter((one) => one !== text) : [...now, text];
      expect([text, chosenIn(await columnsOf(to)).sort()]).toEqual([text, then.sort()]);
    }
  },
);
