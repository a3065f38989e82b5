/** From this width in pixels a chart has room beside itself: for panels, for names. */
export const wideFrom = 640;

/** How many small panels are in a row at most. */
const mostPanels = { wide: 5, narrow: 2 } as const;

/** How many of some panels are in a row: where one row is too short, as many in each as can be. */
export function panelsInRow(panels: number, room: keyof ChartHeight): number {
  const rows = Math.ceil(panels / mostPanels[room]);
  return Math.ceil(panels / rows) || 1;
}

/** Up to so many places next to each other have room for their intervals. */
export const mostVaried = 400;

/** From this part of an axis on an interval is longer than the dot in its middle is wide. */
export const seenFrom = 0.03;

/** Heights in pixels where a chart has room beside itself, and where it has less. */
export interface ChartHeight {
  wide: number;
  narrow: number;
}
