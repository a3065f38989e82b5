import { describe, expect, it } from 'vitest';
import { unvisited } from '../support/unvisited.ts';
import { forced } from './forced.ts';
import { asNewcomer } from './newcomer.ts';
import { sweep } from './sweep.ts';

const at = asNewcomer();

/** Pages of each kind. */
const swept = [
  '/',
  '/areas/Q66',
  '/areas/ZC001',
  '/practices/ZZ0100',
  '/practices/ZZ0100/report',
  '/find?q=otter',
  '/explore?chart=funnel',
  '/explore?chart=map&level=practice',
  '/compare?area=Q66,ZZ0100&group=ZZ0101,ZZ0102',
  '/compare?codes=ZZ0100,ZZ0100,NOBODY',
  '/data',
  '/data/api',
  '/methods',
  '/quality',
  '/releases',
  '/corrections',
  '/changes-log',
  '/news?area=ZC001',
  '/about',
];

describe('every page', () => {
  it('is swept', () => {
    expect(unvisited(swept)).toEqual([]);
  });

  sweep(at, swept, 'Illustrative data made by this software');
});

describe("with the reader's own colours", () => {
  forced(at);
});
