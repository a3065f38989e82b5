import { describe, expect, it } from 'vitest';
import { codesIn, codesNear } from '../../../../server/figures/search/codes.ts';

const known = ['A81001', 'A81002', 'A81012', 'B81001', 'Y54', '00K', 'QHM', 'E38000247'];

describe('codesIn', () => {
  const found = (text: string) => codesIn(text, new Set(known));
  it.each([
    ['A81001'],
    [' a81001 '],
    ['A81 001'],
    ['a-81001.'],
    ['GP A81001'],
    ['practice code: A81001'],
    ['THE DENSHAM SURGERY (A81001)'],
    ['A8l0O1'],
  ])('finds the practice in "%s"', (text) => expect(found(text)).toEqual(['A81001']));

  it('finds the code of an area if there is nothing else', () => {
    expect(found('ccg 00k')).toEqual(['00K']);
    expect(found('y54')).toEqual(['Y54']);
    expect(found('qhm')).toEqual(['QHM']);
    expect(found('e38000247')).toEqual(['E38000247']);
  });

  it('finds several', () => expect(found('A81001, A81002')).toEqual(['A81001', 'A81002']));

  it.each(['surgery', 'A81003', 'y54 hill', '', 'hill'])('finds none in "%s"', (text) =>
    expect(found(text)).toEqual([]),
  );
});

describe('codesNear', () => {
  it('are those with that beginning', () => {
    expect(codesNear('a8100', known)).toEqual(['A81001', 'A81002']);
  });
  it('are those one error away, longest common beginning first', () => {
    expect(codesNear('A81022', known)).toEqual(['A81002', 'A81012']);
    expect(codesNear('A80101', known)).toEqual(['A81001']);
    expect(codesNear('A81011', known)).toEqual(['A81012', 'A81001']);
  });
  it('are none for text that does not look like a code', () => {
    for (const text of ['surgery', '2 hill', '', 'A8', '12345678901']) {
      expect(codesNear(text, known)).toEqual([]);
    }
  });
});
