/** Colours and type of a chart, so that one drawing serves light, dark, print and images. */
export interface Palette {
  /** The place looked at. */
  place: string;
  /** Everything else. */
  rest: string;
  /** Those who could. */
  offered: string;
  /** "Used it", and the point being read. */
  used: string;
  ink: string;
  quiet: string;
  rule: string;
  font: string;
}

/** What a mark can stand for, and so its colour. */
export const roles = ['place', 'rest', 'offered', 'used'] as const;
export type Role = (typeof roles)[number];

/** What a drawing has to fit into: the width it is given, in pixels, and its colours. */
export interface Room {
  width: number;
  palette: Palette;
}

/** Settings that every chart shares. */
export function chartConfig({ ink, quiet, rule, font }: Palette) {
  return {
    font,
    background: 'transparent',
    aria: false,
    view: { stroke: null },
    axis: {
      labelColor: quiet,
      titleColor: quiet,
      labelFontSize: 13,
      gridColor: rule,
      domain: false,
      tickColor: rule,
      labelPadding: 6,
    },
    title: { color: ink, fontSize: 15, fontWeight: 600, anchor: 'start', offset: 24 },
    text: { fontSize: 14, color: ink },
  } as const;
}
