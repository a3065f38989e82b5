import { expect, inject, it } from 'vitest';
import { drawing } from '../drawing.ts';

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
