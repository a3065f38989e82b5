import { expect, it } from 'vitest';
import { rowsOf } from '../../server/table.ts';

it('rows of many things are made when they are read, a few at a time', async () => {
  let made = 0;
  const all = Array.from({ length: 300 }, (_, i) => `thing ${i}`);
  const { chunks, meta } = rowsOf(all, (name, index) => ({ name, index, made: ++made }), {
    all: 300,
  });
  const sizes: number[] = [];
  const rows: object[] = [];
  for await (const some of chunks) {
    sizes.push(some.length);
    rows.push(...some);
    expect(made).toBe(rows.length);
  }
  expect(sizes).toEqual([128, 128, 44]);
  expect(rows[200]).toEqual({ name: 'thing 200', index: 200, made: 201 });
  expect(meta).toEqual({ all: 300 });
});
