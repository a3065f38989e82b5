import { afterAll, expect, it, vi } from 'vitest';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { PerRelease } from '../../../server/store/perRelease.ts';

const database = await DuckDatabase.openToWrite(':memory:');
const other = database.inSchema('main');
afterAll(() => database.close());

it('makes a result once, however many ask at the same time', async () => {
  const kept = new PerRelease<number>(2);
  const make = vi.fn(async () => 7);
  expect(await Promise.all([1, 2, 3].map(() => kept.get({ database }, 'a', make)))).toEqual([
    7, 7, 7,
  ]);
  expect(make).toHaveBeenCalledTimes(1);
});

it('keeps results separate by release, boundaries and key', async () => {
  const kept = new PerRelease<string>(2);
  const asked = (of: DuckDatabase, key: string, made: string) =>
    kept.get({ database: of }, key, async () => made);
  expect(await asked(database, 'a', 'one')).toBe('one');
  expect(await asked(other, 'a', 'two')).toBe('two');
  expect(await asked(database, 'b', 'three')).toBe('three');
  expect(await asked(database, 'a', 'anew')).toBe('one');
});

it('drops the least recently used', async () => {
  const kept = new PerRelease<string>(2);
  const asked = (key: string, made: string) => kept.get({ database }, key, async () => made);
  await asked('a', 'one');
  await asked('b', 'two');
  await asked('a', 'never made');
  await asked('c', 'three');
  expect(await asked('a', 'anew')).toBe('one');
  expect(await asked('b', 'anew')).toBe('anew');
});

it('does not keep failures', async () => {
  const kept = new PerRelease<string>();
  const failing = kept.get({ database }, 'a', () => Promise.reject(new Error('broken off')));
  await expect(failing).rejects.toThrow('broken off');
  expect(await kept.get({ database }, 'a', async () => 'made')).toBe('made');
});
