import { inLines } from './lettering.ts';
import { panelsInRow, wideFrom } from './room.ts';

/** The common layout of panels, in pixels. */
export interface Panels {
  columns: number;
  /** The width of each plot. */
  plot: number;
  /** The height of names above the plots of each row, and of months below all. */
  heads: number[];
  foot: number;
  /** The names, split into lines. */
  names: string[][];
}

/** Left of all panels for values, right of them for the last values, and between two panels. */
export const panelsLeft = 44;
export const panelsBetween = 52;
const right = 44;

/** Between a name and its plot. */
export const overPlot = 16;
export const panelName = 15;
/** The usual width of bold letters of 13 px, in pixels. */
const letter = 6.5;

/** In plots narrower than this, in pixels, two months do not fit beside each other. */
export const monthsBeside = 130;

/** Lays out panels with these names in a chart of this width in pixels. */
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
