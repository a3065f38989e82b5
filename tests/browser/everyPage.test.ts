import { describe, expect, it } from 'vitest';
import { due, shareDue } from '../support/due.ts';
import { pagesOfEachKind } from '../support/pagesOfEachKind.ts';
import { unvisited } from '../support/unvisited.ts';
import { forced } from './forced.ts';
import { largeType } from './largeType.ts';
import { asNewcomer } from './newcomer.ts';
import { sweep } from './sweep.ts';

const at = asNewcomer();

/** In so many days each page is swept; its themes take turns of three days. */
const days = 4;

describe(`every page (${shareDue(days)})`, () => {
  it('is swept', () => {
    expect(unvisited(pagesOfEachKind)).toEqual([]);
  });

  sweep(at, due(pagesOfEachKind, days), 'Illustrative data made by this software');
});

describe("with the reader's own colours", () => {
  forced(at);
});

describe(`in type twice as large (${shareDue(days)})`, () => {
  largeType(at, due(pagesOfEachKind, days));
});
