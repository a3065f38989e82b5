/** From this width in pixels a chart has room beside itself: for panels, for names. */
export const wideFrom = 640;

/** How many small panels stand in a row. */
export const smallPanels = { wide: 4, narrow: 2 } as const;

export const dotsRow = 26;
const dotsHead = 86;
export const panelGap = 24;

/** Height in pixels of so many places in so many panels of dots, in the two arrangements. */
export const dotsHeight = (places: number, panels: number) => ({
  wide: places * dotsRow + dotsHead,
  narrow: (places * dotsRow + dotsHead) * panels + panelGap * (panels - 1),
});

const stripPanel = 168;
export const stripGap = 20;

/** Height in pixels of so many panels of places along a line. */
export const stripHeight = (panels: number): number =>
  panels * stripPanel + (panels - 1) * stripGap;

/** Height in pixels of a chart of lines on a page with other panels. */
export const linesHeight = 250;
