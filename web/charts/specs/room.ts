/** From this width in pixels a chart has room beside itself: for panels, for names. */
export const wideFrom = 640;

/** How many small panels stand in a row. */
export const smallPanels = { wide: 4, narrow: 2 } as const;
