import type { Request, Response } from 'express';
import { expect, it } from 'vitest';
import { Work } from '../../../server/http/work.ts';

const bounds = { atOnce: 1, open: 9, openOfOne: 5, bytes: 900 };

/** Takes in hand as many answers as there is room for; returns their number and why there is no more. */
async function filled(work: Work, clientOf: (i: number) => string, bytes: number) {
  const never = () => new Promise<never>(() => {});
  for (let i = 0; ; i++) {
    const asked = { ip: clientOf(i) } as Request;
    const refused = await Promise.race([
      work.out(asked, {} as Response, bytes, never).catch((error) => error),
      new Promise((taken) => setImmediate(() => taken(null))),
    ]);
    if (refused) return [i, refused.status];
  }
}

const [one, many] = [() => '192.0.2.1', (i: number) => `192.0.2.${i + 1}`];

it.each([
  [1, 5, 9, 4],
  [2, 3, 5, 2],
  [4, 2, 3, 1],
])('%i processes have each their part of the room', async (processes, ofOne, ofAll, large) => {
  const work = () => new Work(0, { processes, bounds });
  expect(await filled(work(), one, 1)).toEqual([ofOne, 429]);
  expect(await filled(work(), many, 1)).toEqual([ofAll, 503]);
  expect(await filled(work(), many, 200)).toEqual([large, 503]);
});
