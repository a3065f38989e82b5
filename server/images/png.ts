import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from './typeface.ts';

/** Renders an SVG as a PNG of the same size, in the project's own typeface. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}
