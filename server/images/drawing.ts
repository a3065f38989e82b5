import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { textWidth } from './typeface.ts';

interface Text {
  fontSize?: number;
  fontWeight?: number | string;
  /** The width at which longer texts are cut off, in pixels. */
  limit?: number;
}

/** Without a canvas, Vega assumes eight tenths of the font size for every letter, half as much again as is right. */
Object.assign((vega as unknown as { textMetrics: object }).textMetrics, {
  width({ fontSize = 11, fontWeight, limit }: Text, text: unknown): number {
    const width = textWidth(String(text ?? ''), fontSize, fontWeight);
    return limit ? Math.min(width, limit) : width;
  },
});

const silent = {
  level: () => silent,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};

/** A specification drawn as the content of an SVG element of its size. */
export async function drawingSvg(spec: TopLevelSpec): Promise<string> {
  const { spec: compiled } = compile(spec, { logger: silent as never });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: silent as never });
  try {
    await view.runAsync();
    // Vega numbers parts across images, so without a reset the same chart would not give the same bytes.
    vega.resetSVGDefIds();
    const svg = await view.toSVG();
    return svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
  } finally {
    view.finalize();
  }
}
