import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';
import type { ChartData, ChartKind } from './kind.ts';
import { imageHref, keptQuery } from './taking.ts';

/** Up to which width of the window an image is drawn how wide; in pixels. */
const widths = [
  [479, 400],
  [719, 640],
  [null, 800],
] as const;

const dark = 'screen and (prefers-color-scheme: dark)';

/** A chart as an image that needs no script, for the width and the theme of its reader; `style` is a class. */
export function stillImage(
  kind: ChartKind,
  data: ChartData,
  address: Address,
  style: string,
): TemplateResult {
  const image = (width: number, theme?: 'dark') =>
    imageHref(address, kind, keptQuery(data), { format: 'svg', width, theme });
  const source = (media: string, href: string) => html`<source media=${media} srcset=${href} />`;
  return html`<picture>${widths.map(([to, width]) =>
    to
      ? [
          source(`${dark} and (max-width: ${to}px)`, image(width, 'dark')),
          source(`(max-width: ${to}px)`, image(width)),
        ]
      : source(dark, image(width, 'dark')),
  )}<img class=${style} src=${image(800)} alt=${kind.sentence(data)} loading="lazy" /></picture>`;
}
