import { describe, expect, it } from 'vitest';
import { listSizes } from '../../../data/definitions/listSizes.ts';

describe('list-size bands', () => {
  it('contain every list exactly once', () => {
    for (const registered of [0, 1, 2999, 3000, 5999, 6000, 14_999, 15_000, 90_000]) {
      const bands = listSizes.filter(
        ({ from, below }) => registered >= from && (below === null || registered < below),
      );
      expect(bands).toHaveLength(1);
    }
  });

  it('are named by their ends', () => {
    expect(listSizes.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      '0-2999: Fewer than 3,000 patients',
      '3000-5999: 3,000 to 5,999 patients',
      '6000-8999: 6,000 to 8,999 patients',
      '9000-11999: 9,000 to 11,999 patients',
      '12000-14999: 12,000 to 14,999 patients',
      '15000+: 15,000 patients or more',
    ]);
  });
});
