import { describe, expect, it } from 'vitest';
import { laidPanels } from '../../../../web/charts/specs/panels.ts';
import { panelsHeight } from '../../../../web/charts/specs/panelsHeight.ts';
import { panelsInRow } from '../../../../web/charts/specs/room.ts';

const long = 'NHS England South East (Hampshire, Isle of Wight and Thames Valley)';
const names = [long, 'London', 'South West', 'North', 'East'];

describe('panels', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [4, 4, 2],
    [5, 5, 2],
    [6, 3, 2],
    [7, 4, 2],
    [9, 5, 2],
  ])(
    '%i are %i in a wide row, %i in a narrow one: no row is nearly empty',
    (panels, wide, narrow) => {
      expect([panelsInRow(panels, 'wide'), panelsInRow(panels, 'narrow')]).toEqual([wide, narrow]);
    },
  );

  it.each([272, 288, 358, 752, 1104])('have their full names above them in %i pixels', (width) => {
    const laid = laidPanels(names, width);
    expect(laid.names.map((lines) => lines.join(' '))).toEqual(names);
    const room = laid.plot + 40;
    for (const line of laid.names.flat()) expect(line.length * 6.4).toBeLessThanOrEqual(room);
    expect(laid.heads).toHaveLength(Math.ceil(names.length / laid.columns));
  });

  it('leave room for long names only in their own row', () => {
    const { heads } = laidPanels(names, 288);
    expect(heads[0]).toBeGreaterThan(heads[1]!);
    expect(heads[1]).toBe(heads[2]);
    expect(panelsHeight(names).narrow).toBeGreaterThan(panelsHeight(names.slice(1)).narrow);
  });

  it('are in fewer rows if a chart is wide', () => {
    const { wide, narrow } = panelsHeight(names);
    expect(wide).toBeLessThan(narrow);
  });
});
