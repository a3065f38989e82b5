import { describe, expect, it } from 'vitest';
import { dots, movedMost, outline } from '../../../web/charts/thousand.ts';

/** Dots that a path draws, as their centres. */
function centres(path: string): [number, number][] {
  const found: [number, number][] = [];
  for (const [, kind, x, y] of path.matchAll(/([Mm])(\d+) (\d+)(?=h0)/g)) {
    const [lastX, lastY] = found.at(-1) ?? [0, 0];
    found.push(kind === 'M' ? [Number(x), Number(y)] : [lastX + Number(x), lastY + Number(y)]);
  }
  return found;
}

describe('a thousand dots', () => {
  it('are a thousand, each in its own place', () => {
    const all = centres(dots(0, 4) + dots(4, 45) + dots(45, 972) + dots(972, 1000));
    expect(all).toHaveLength(1000);
    expect(new Set(all.map(String)).size).toBe(1000);
  });

  it('are read as text is read, in rows of forty', () => {
    const all = centres(dots(0, 1000));
    expect(all[0]).toEqual([5, 5]);
    expect(all[39]).toEqual([395, 5]);
    expect(all[40]).toEqual([5, 15]);
    expect(all[999]).toEqual([395, 245]);
  });

  it('can begin anywhere and be none', () => {
    expect(centres(dots(38, 42))).toEqual([
      [385, 5],
      [395, 5],
      [5, 15],
      [15, 15],
    ]);
    expect(dots(7, 7)).toBe('');
  });
});

describe('the line around so many dots', () => {
  it.each([
    [0, ''],
    [30, 'M0 0H300V10H0Z'],
    [40, 'M0 0H400V10H0Z'],
    [58, 'M0 0H400V10H180V20H0Z'],
    [1000, 'M0 0H400V250H0Z'],
  ])('holds %i', (count, path) => {
    expect(outline(count)).toBe(path);
  });

  it('is of the stage that moved furthest', () => {
    const now = { offered: 97.2, enabled: 4.5, accessed: 0.39 };
    expect(movedMost(now, { offered: 3, enabled: 0.3, accessed: 0 })).toEqual({
      stage: 'offered',
      was: 30,
    });
    expect(movedMost(now, { offered: 97.2, enabled: 3, accessed: null })).toEqual({
      stage: 'enabled',
      was: 30,
    });
    expect(movedMost(now, now)).toBeNull();
    expect(movedMost(now, null)).toBeNull();
  });
});
