import { describe, expect, it } from 'vitest';
import { freeNames, type Ground } from '../../../../web/charts/specs/freeNames.ts';
import type { FreeName, Nameable } from '../../../../web/charts/specs/nameWays.ts';
import type { Position } from '../../../../web/charts/specs/shapes.ts';

const empty: Ground = { width: 240, height: 300, points: [], lines: [], taken: [] };
const long = 'NHS Bristol, North Somerset and South Gloucestershire CCG';
const at = (x: number, y: number, name = long): Nameable => ({
  x,
  y,
  radius: 5,
  name,
  sought: true,
});
const wholeOf = ({ lines }: FreeName) => lines.join(' ');
/** A crowd of points on the left, as in a funnel. */
const crowd: Position[] = Array.from({ length: 400 }, (_, i) => [
  10 + ((i * 37) % 60),
  40 + ((i * 101) % 230),
]);
const covered = (name: FreeName, points: readonly Position[]) =>
  points.filter(
    ([x, y]) =>
      x > name.left && x < name.left + name.width && y > name.top && y < name.top + name.height,
  ).length;

describe('names where there is room', () => {
  it('are beside their point in one line if nothing else is there', () => {
    const [name] = freeNames([at(20, 100, 'Whitby')], empty);
    expect(name).toMatchObject({ lines: ['Whitby'], align: 'left', led: null });
    expect(name!.left).toBeGreaterThan(25);
  });

  it('cross thin lines rather than be led far away', () => {
    const lines = Array.from(
      { length: 21 * 40 },
      (_, i): Position => [20 + 10 * (i % 21), 40 + 3 * Math.floor(i / 21)],
    );
    expect(freeNames([at(120, 100, 'Whitby')], { ...empty, lines })[0]!.led).toBeNull();
  });

  it('keep off the whole of a large point above or below', () => {
    for (const y of [80, 120]) {
      const large = { ...at(110, y, 'Large'), radius: 20 };
      const [name] = freeNames([at(60, 100, 'Whitby'), large], empty);
      const beside = name!.left >= 130 || name!.left + name!.width <= 90;
      const apart = name!.top >= y + 20 || name!.top + name!.height <= y - 20;
      expect([y, beside || apart]).toEqual([y, true]);
    }
  });

  it('are complete within the plot, in more lines if it is narrow', () => {
    for (const x of [4, 120, 236]) {
      const [name] = freeNames([at(x, 150)], empty);
      expect(wholeOf(name!)).toBe(long);
      expect(name!.lines.length).toBeGreaterThan(1);
      expect(name!.left).toBeGreaterThanOrEqual(0);
      expect(name!.left + name!.width).toBeLessThanOrEqual(empty.width);
    }
  });

  it('are moved out of a crowd, with a line, to where they cover no point', () => {
    const ground = { ...empty, points: crowd };
    const [name] = freeNames([at(40, 150)], ground);
    expect(name!.led).not.toBeNull();
    expect(covered(name!, crowd)).toBe(0);
    expect(wholeOf(name!)).toBe(long);
  });

  it('cover neither each other, nor each other’s points, nor what is taken', () => {
    const named = [at(60, 150), at(70, 175), at(52, 200), at(90, 240)];
    const taken = [{ left: 120, top: 100, width: 120, height: 40 }];
    const names = freeNames(named, { ...empty, taken });
    expect(names).toHaveLength(4);
    const boxes = [...names, ...taken];
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.left >= b.left + b.width ||
          b.left >= a.left + a.width ||
          a.top >= b.top + b.height ||
          b.top >= a.top + a.height;
        expect(apart).toBe(true);
      }
    });
    for (const name of names) {
      expect(
        covered(
          name,
          named.map(({ x, y }) => [x, y]),
        ),
      ).toBe(0);
    }
  });

  it('go further away than at first, where a name that found no room is placed before them', () => {
    const taken = [{ left: 140, top: 0, width: 100, height: 300 }];
    const named = [at(110, 170), at(40, 190), at(90, 100)];
    expect(freeNames(named, { ...empty, points: crowd, taken })).toHaveLength(3);
  });

  it('avoid lines', () => {
    const lines = Array.from({ length: 80 }, (_, i): Position => [i * 3, 100]);
    const [name] = freeNames([at(20, 100, 'Whitby')], { ...empty, lines });
    expect(covered(name!, lines)).toBe(0);
  });

  it('are left out if there is no room, unless somebody looks for them', () => {
    const full = Array.from({ length: 3000 }, (_, i): Position => [i % 240, (i * 7) % 300]);
    const ground = { ...empty, points: full };
    expect(freeNames([{ ...at(40, 150), sought: false }], ground)).toEqual([]);
    expect(freeNames([at(40, 150)], ground)).toHaveLength(1);
  });
});
