import { describe, expect, it } from 'vitest';
import { pagesOfEachKind } from '../support/pagesOfEachKind.ts';
import { unvisited } from '../support/unvisited.ts';
import { forced } from './forced.ts';
import { asNewcomer } from './newcomer.ts';
import { sweep } from './sweep.ts';

const at = asNewcomer();

describe('every page', () => {
  it('is swept', () => {
    expect(unvisited(pagesOfEachKind)).toEqual([]);
  });

  sweep(at, pagesOfEachKind, 'Illustrative data made by this software');
});

describe("with the reader's own colours", () => {
  forced(at);
});
