/** From this width in pixels, a chart has room beside it for panels and names. */
export const wideFrom = 640;

/** The most small panels in a row. */
const mostPanels = { wide: 5, narrow: 2 } as const;

/** How many of some panels are in a row. If one row is too short, the rows are as equal as possible. */
export function panelsInRow(panels: number, room: keyof ChartHeight): number {
  const rows = Math.ceil(panels / mostPanels[room]);
  return Math.ceil(panels / rows) || 1;
}

/** Up to this many places side by side have room for their intervals. */
export const mostVaried = 400;

/** An interval longer than this share of an axis is wider than its dot. */
export const seenFrom = 0.03;

/** Heights in pixels for a chart with room beside it, and with less. */
export interface ChartHeight {
  wide: number;
  narrow: number;
}
