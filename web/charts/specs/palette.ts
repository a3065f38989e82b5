import type { TopLevelSpec } from 'vega-lite';

/** Colours and typeface of a chart, so that the same drawing serves light, dark, print and images. */
export interface Palette {
  /** The place looked at. */
  place: string;
  /** Everything else. */
  rest: string;
  /** Those who could. */
  offered: string;
  /** Those who used it, and the point being read. */
  used: string;
  ink: string;
  quiet: string;
  rule: string;
  /** Behind the chart. */
  page: string;
  /** Three greys for how practices are spread, from the outermost to the middle. */
  bands: readonly string[];
  /** Five blues from low to high, and a readable text colour on each. */
  steps: readonly string[];
  stepInks: readonly string[];
  font: string;
}

/** The meanings of marks, each with its colour. */
export const roles = ['place', 'rest', 'offered', 'used'] as const;
export type Role = (typeof roles)[number];

/** What a drawing has to fit: width and height in pixels, and its colours. */
export interface Room {
  width: number;
  height: number;
  palette: Palette;
}

/**
 * A drawing in Vega-Lite's type, which tells marks and scales by literal texts that piecemeal layers do not keep. So
 * this one place asserts the type, and tests compile every drawing.
 */
export const specOf = (spec: object): TopLevelSpec => spec as TopLevelSpec;

/** Settings shared by all charts. Only marks with a reading are announced to assistive technology. */
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

/** The text of a mark for pointing, keyboard and screen reader; used together with `aria: true`. */
export const reading = {
  tooltip: { field: 'reading' },
  description: { field: 'reading' },
} as const;

/** Expression for the labels of a value axis: zero has no unit, so that the base line reads as none. */
export const valueLabels = (unit: string): string =>
  `(datum.value ? datum.label : '0') + '${unit}'`;

/**
 * The range of a scale for values not shown by length: from zero, or from below the lowest if all are in the upper two
 * fifths, so that places near 100% can be told apart.
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

/** A layer of text, and below it the same in the page's colour, so that it is readable over lines. */
export function haloed(
  layer: { data?: object; mark: object; encoding: Record<string, unknown> },
  { page }: Palette,
): object[] {
  const { color: _, ...encoding } = layer.encoding;
  const halo = { stroke: page, strokeWidth: 4, color: page, strokeJoin: 'round' };
  return [{ ...layer, mark: { ...layer.mark, ...halo }, encoding }, layer];
}
