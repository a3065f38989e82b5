import { describe, expect, it } from 'vitest';
import { areaTeams } from '../../../scripts/illustrate/areaTeams.ts';
import { inventGroups } from '../../../scripts/illustrate/groups.ts';
import { ENGLAND_PRACTICES } from '../../../scripts/illustrate/size.ts';

describe('areaTeams', () => {
  it('are the 25 of 2014-15 in four regions', () => {
    const codes = [...Array(17).keys()].map((i) => `Q${44 + i}`);
    const later = [...Array(8).keys()].map((i) => `Q${64 + i}`);
    expect(areaTeams.map(({ code }) => code)).toEqual([...codes, ...later]);
    expect(new Set(areaTeams.map(({ region }) => region.code)).size).toBe(4);
    expect(areaTeams.filter(({ region }) => region.code === 'Y56').map(({ code }) => code)).toEqual(
      ['Q71'],
    );
    for (const { supply } of areaTeams) expect(supply.reduce((a, b) => a + b)).toBe(100);
  });
});

describe('inventGroups', () => {
  it.each([2015, 7])('makes 211 groups of all practices from seed %d', (seed) => {
    const groups = inventGroups(seed, ENGLAND_PRACTICES);
    const sizes = groups.map(({ practices }) => practices);
    expect(groups).toHaveLength(211);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(ENGLAND_PRACTICES);
    expect(sizes.filter((size) => size === 1)).toHaveLength(1);
    expect(Math.max(...sizes)).toBe(130);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(211);
    for (const { code, name } of groups) {
      expect(code).toMatch(/^ZC\d{3}$/);
      expect(name).toMatch(/^NHS [A-Z]+ [A-Z]+ EXAMPLE CCG$/);
    }
  });

  it.each([100, 777])('gives every area team a group of %d practices', (size) => {
    const groups = inventGroups(3, size);
    expect(new Set(groups.map(({ team }) => team)).size).toBe(25);
    expect(groups.reduce((sum, { practices }) => sum + practices, 0)).toBe(size);
    expect(Math.min(...groups.map(({ practices }) => practices))).toBeGreaterThan(0);
  });
});
