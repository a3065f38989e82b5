import { cardSize } from '../../web/charts/imageHref.ts';
import type { ImageColours } from './palette.ts';

/** Room around the chart, in pixels, and the site's mark for the corner, as in its icon. */
const room = 20;
const mark = (colours: ImageColours) =>
  `<g transform="translate(${cardSize.width - room - 44} ${room})" stroke-linecap="round" stroke-width="11"><path stroke="${colours.place}" d="M22 6h0M38 6h0M6 22h0M22 22h0M38 22h0M6 38h0M22 38h0M38 38h0"/><path stroke="${colours.used}" d="M6 6h0"/></g>`;

/** A whole chart image on a card of that size. */
export function cardOf(svg: string, colours: ImageColours): string {
  const { width, height } = cardSize;
  const inside = svg.replace(
    /width="\d+" height="\d+"/,
    `x="${room}" y="${room}" width="${width - 2 * room}" height="${height - 2 * room}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${colours.page}"/>${inside}${mark(colours)}</svg>\n`;
}
