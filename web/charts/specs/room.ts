/** From this width in pixels a chart has room beside itself: for panels, for names. */
export const wideFrom = 640;

/** How many small panels stand in a row. */
export const smallPanels = { wide: 4, narrow: 2 } as const;

/** Up to so many places beside each other have room for their natural variation. */
export const mostVaried = 400;

/** Heights in pixels where a chart has room beside itself, and where it has less. */
export interface ChartHeight {
  wide: number;
  narrow: number;
}
