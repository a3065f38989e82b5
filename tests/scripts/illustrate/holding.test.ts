import { describe, expect, it } from 'vitest';
import { pickHolding } from '../../../scripts/illustrate/holding.ts';
import { randomStream } from '../../../scripts/illustrate/random.ts';

const random = randomStream(1, 'holding');
const list = Array.from({ length: 800 }, () => 1000 + Math.floor(random() * 12_000));
const candidates = [...list.keys()];
const held = (picked: number[]) => picked.reduce((sum, one) => sum + list[one]!, 0);

describe('pickHolding', () => {
  it.each([900_000, 1_300_000, 1_700_000])('picks 200 with about %d patients', (patients) => {
    const picked = pickHolding(candidates, 200, patients, list);
    expect(new Set(picked).size).toBe(200);
    expect(Math.abs(held(picked) - patients)).toBeLessThanOrEqual(2000);
  });

  it('keeps the first candidates if they already have as many', () => {
    const first = candidates.slice(0, 200);
    expect(pickHolding(candidates, 200, held(first), list)).toEqual(first);
  });

  it('gets as close as possible', () => {
    const picked = pickHolding([0, 1, 2], 2, 1e9, [5, 6, 7]);
    expect(picked.sort()).toEqual([1, 2]);
  });
});
