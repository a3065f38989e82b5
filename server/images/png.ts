import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from './typeface.ts';

/** An SVG as a PNG of its own size, set in the typeface that comes with the project. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Sans 3' },
  });
  return image.asPng();
}
