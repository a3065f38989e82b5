import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../data/statistics/verdict.ts';
import type { Place } from '../../../web/figures.ts';
import { arranged, keptWith } from '../../../web/sections/arranging.ts';

const place = (code: string, name: string, enabled: number, verdict: Verdict): Place => ({
  level: 'practice',
  code,
  name,
  parts: {
    enabled: {
      numerator: enabled,
      denominator: 100,
      value: enabled,
      marker: null,
      practices: 1,
      reported: 1,
      verdict,
    },
  },
});
const places = [
  place('A1', 'Elm Road Surgery', 2, 'lower'),
  place('B2', 'Oak Surgery', 9, 'higher'),
  place('C3', 'Elm Park Practice', 4, 'about the same'),
];
const codes = (list: readonly Place[]) => list.map(({ code }) => code).join('');

describe('places as an address asks for them', () => {
  it('come sorted and complete by default', () => {
    const { kept, others } = arranged(places, {});
    expect([codes(kept), codes(others)]).toEqual(['', 'B2C3A1']);
  });

  it('are filtered by every word, in name or code', () => {
    expect(codes(arranged(places, { filter: 'ELM' }).others)).toBe('C3A1');
    expect(codes(arranged(places, { filter: 'elm surg' }).others)).toBe('A1');
    expect(codes(arranged(places, { filter: 'b2' }).others)).toBe('B2');
    expect(codes(arranged(places, { filter: 'ash' }).others)).toBe('');
  });

  it('are only those below England by more than natural variation', () => {
    expect(codes(arranged(places, { only: 'below' }).others)).toBe('A1');
  });

  it('stay in view whatever filter is set', () => {
    const { kept, others } = arranged(places, { keep: 'b2', filter: 'elm', sort: 'name' });
    expect([codes(kept), codes(others)]).toEqual(['B2', 'C3A1']);
  });

  it('are kept and removed by the address', () => {
    expect(keptWith({}, 'A1')).toBe('A1');
    expect(keptWith({ keep: 'A1' }, 'B2')).toBe('A1,B2');
    expect(keptWith({ keep: 'A1,B2' }, 'A1')).toBe('B2');
    expect(keptWith({ keep: 'A1' }, 'A1')).toBeUndefined();
  });
});
