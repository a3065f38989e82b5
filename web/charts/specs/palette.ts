import type { TopLevelSpec } from 'vega-lite';

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
  /** What is behind the chart. */
  page: string;
  /** Three greys for how practices spread, from the outermost to the middle. */
  bands: readonly string[];
  /** Five blues from low to high, and the ink that reads on each. */
  steps: readonly string[];
  stepInks: readonly string[];
  font: string;
}

/** What a mark can mean, and so its colour. */
export const roles = ['place', 'rest', 'offered', 'used'] as const;
export type Role = (typeof roles)[number];

/** What a drawing has to fit into: width and height in pixels, and its colours. */
export interface Room {
  width: number;
  height: number;
  palette: Palette;
}

/**
 * A drawing as Vega-Lite takes it. Its types tell marks and scales by their texts, which layers made piece by piece do
 * not carry; so this one place says what they are, and tests compile every drawing.
 */
export const specOf = (spec: object): TopLevelSpec => spec as TopLevelSpec;

/** Settings that every chart shares. Only marks with a reading are announced to assistive technology. */
export function chartConfig({ ink, quiet, rest, rule, font }: Palette) {
  return {
    font,
    background: 'transparent',
    view: { stroke: null },
    mark: { aria: false },
    axis: {
      aria: false,
      labelColor: quiet,
      titleColor: quiet,
      titleFontWeight: 400,
      titleFontSize: 13,
      labelFontSize: 13,
      gridColor: rule,
      domain: false,
      domainColor: rest,
      tickColor: rule,
      labelPadding: 6,
    },
    title: { aria: false, color: ink, fontSize: 15, fontWeight: 600, anchor: 'start', offset: 24 },
    text: { fontSize: 14, color: ink },
  } as const;
}

/** The text of a mark, for those who point at it, go to it by keyboard or hear it; goes with `aria: true`. */
export const reading = {
  tooltip: { field: 'reading' },
  description: { field: 'reading' },
} as const;

/** Expression for an axis of values: zero without a unit, so that the base line reads as none. */
export const valueLabels = (unit: string): string =>
  `(datum.value ? datum.label : '0') + '${unit}'`;

/**
 * Ends of a scale for values whose length does not speak: from zero, or from below the lowest where all lie in
 * the upper two fifths, so that places near 100% can be distinguished.
 */
export function valueDomain(values: readonly number[], { from0 = false } = {}): [number, number] {
  if (!values.length) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high <= 0) return [Math.min(0, low), 1];
  if (from0 || low < high * 0.6) return [Math.min(0, low), high * 1.06];
  const room = (high - low || high * 0.1) * 0.15;
  return [
    Math.max(0, low - room),
    high <= 100 && high > 90 ? Math.min(100, high + room) : high + room,
  ];
}

/** A layer of text, and below it the same in the colour of the page, so that it reads over lines. */
export function haloed(
  layer: { data?: object; mark: object; encoding: Record<string, unknown> },
  { page }: Palette,
): object[] {
  const { color: _, ...encoding } = layer.encoding;
  const halo = { stroke: page, strokeWidth: 4, color: page, strokeJoin: 'round' };
  return [{ ...layer, mark: { ...layer.mark, ...halo }, encoding }, layer];
}
