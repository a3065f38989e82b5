import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';
import { imageHref } from './imageHref.ts';
import type { ChartData, ChartKind } from './kind.ts';
import { keptQuery } from './taking.ts';

/** Image widths in pixels, for narrow and for wider windows. */
const drawn = { narrow: 400, wide: 720 } as const;

const narrow = '(max-width: 559px)';
const dark = 'screen and (prefers-color-scheme: dark)';

/** A chart as an image that needs no script, for the reader's window width and theme; `style` is a class. */
export function stillImage(
  kind: ChartKind,
  data: ChartData,
  address: Address,
  style: string,
): TemplateResult {
  const image = (width: number, theme?: 'dark') =>
    imageHref(address, kind, keptQuery(data), { format: 'svg', width, theme });
  return html`<picture
    ><source media=${`${dark} and ${narrow}`} srcset=${image(drawn.narrow, 'dark')} /><source
      media=${narrow} srcset=${image(drawn.narrow)} /><source media=${dark} srcset=${image(drawn.wide, 'dark')} /><img
      class=${style} src=${image(drawn.wide)} alt=${kind.sentence(data)} loading="lazy"
  /></picture>`;
}
