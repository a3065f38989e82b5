import { inLines } from './lettering.ts';
import { panelsInRow, wideFrom } from './room.ts';

/** What panels have in common, in pixels. */
export interface Panels {
  columns: number;
  /** How wide each plot is. */
  plot: number;
  /** What names take above the plots of each row, and months below all. */
  heads: number[];
  foot: number;
  /** The names in their lines. */
  names: string[][];
}

/** Left of all panels for values, right of them for the last ones, and between two. */
export const panelsLeft = 44;
export const panelsBetween = 52;
const right = 44;

/** Between a name and its plot. */
export const overPlot = 16;
export const panelName = 15;
/** Bold letters of 13 px take about so many pixels each. */
const letter = 6.5;

/** Below so many pixels two months have no room beside each other. */
export const monthsBeside = 130;

/** Panels with these names in a chart so many pixels wide. */
export function laidPanels(all: readonly string[], width: number): Panels {
  const columns = panelsInRow(all.length, width >= wideFrom ? 'wide' : 'narrow');
  const plot = (width - panelsLeft - right - panelsBetween * (columns - 1)) / columns;
  const names = all.map((name) =>
    inLines(name, { width: plot + panelsBetween - 20, letter, most: 5 }),
  );
  const rows = Math.ceil(all.length / columns) || 1;
  const heads = Array.from({ length: rows }, (_, row) => {
    const inRow = names.slice(row * columns, (row + 1) * columns);
    return Math.max(1, ...inRow.map(({ length }) => length)) * panelName + overPlot;
  });
  return {
    columns,
    plot,
    heads,
    foot: plot < monthsBeside ? 42 : 30,
    names,
  };
}
