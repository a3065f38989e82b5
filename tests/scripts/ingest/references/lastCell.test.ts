import { describe, expect, it } from 'vitest';
import { isLastCellWhole } from '../../../../scripts/ingest/references/lastCell.ts';

describe('a last cell without a line ending', () => {
  it.each([
    ['reads as others do', 'a,span\n1,1y\n2,1y\n3,1y', true],
    ['is empty as others are', 'a,note\r\n1,""\r\n2,""', true],
    ['lacks a letter', 'a,span\n1,1y\n2,1y\n3,1', false],
    ['is not there yet', 'a,span\n1,1y\n2,1y\n3,', false],
    ['lacks the quotes that others have', 'a,note\n1,""\n2,', false],
    ['is as others are, of which one is longer', 'a,who\n1,EMIS\n2,EMIS (I)\n3,EMIS', false],
    ['is in a line whose end is cut in two', 'a,span\r\n1,1y\r\n2,1y\r', false],
    ['is the only one', 'a,span\n1,1y', false],
    ['is in the header', 'a,span', false],
  ])('that %s: whole is %3$s', (_, text, whole) => {
    expect(isLastCellWhole(text, ',')).toBe(whole);
  });
});
