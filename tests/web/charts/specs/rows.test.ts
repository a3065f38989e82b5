import { describe, expect, it } from 'vitest';
import { rowsHeight } from '../../../../web/charts/specs/heights.ts';
import { laidRows } from '../../../../web/charts/specs/rows.ts';

const long = 'NHS England South East (Hampshire, Isle of Wight and Thames Valley)';
const short = ['London', 'North'];
const named = [long, ...short];
const linesOf = (width: number, height: number) =>
  laidRows(named, { width, height }).rows.map(({ lettering }) => lettering);

describe('rows of a ranking', () => {
  it('have short names beside them, on phones too', () => {
    const { narrow, wide } = rowsHeight(short);
    expect(narrow).toBe(wide);
    const { left, rows } = laidRows(short, { width: 288, height: narrow });
    expect(left).toBeGreaterThan(40);
    expect(rows.every(({ lettering }) => lettering.align === 'right')).toBe(true);
  });

  it('are below long names on phones, all complete and without overlap', () => {
    const { narrow, wide } = rowsHeight(named);
    expect(narrow).toBeGreaterThan(wide);
    for (const width of [272, 288, 358, 600]) {
      const { left, rows } = laidRows(named, { width, height: narrow });
      expect(left).toBeLessThan(20);
      expect(rows.map(({ lettering }) => lettering.lines.join(' '))).toEqual(named);
      rows.forEach((row, i) => {
        const { lines, lineHeight, y } = row.lettering;
        const foot = y + (lines.length - 0.5) * lineHeight;
        expect(Math.max(...lines.map(({ length }) => length)) * 6.6).toBeLessThanOrEqual(width);
        expect(row.middle).toBeGreaterThan(foot);
        expect(rows[i + 1]?.top ?? narrow).toBeGreaterThan(row.middle + 6);
      });
    }
  });

  it('have names beside them if there is room, in two lines if one is too long', () => {
    const [first, second] = linesOf(752, rowsHeight(named).wide);
    expect(first).toMatchObject({ size: 12, align: 'right' });
    expect(first!.lines).toHaveLength(2);
    expect(second).toMatchObject({ size: 14, lines: ['London'] });
  });
});
