import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';
import { imageHref } from './imageHref.ts';
import type { ChartData, ChartKind } from './kind.ts';
import { keptQuery } from './taking.ts';

/** Image widths in pixels, and the widest window that each is for. No window shrinks its image to small letters. */
const drawn = [
  [320, '(max-width: 371px)'],
  [400, '(max-width: 507px)'],
  [560, '(max-width: 671px)'],
  [720, ''],
] as const;
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
  return html`<picture>${drawn.map(
    ([width, narrow]) =>
      html`<source media=${narrow ? `${dark} and ${narrow}` : dark} srcset=${image(width, 'dark')} />${
        narrow ? html`<source media=${narrow} srcset=${image(width)} />` : ''
      }`,
  )}<img class=${style} src=${image(720)} alt=${kind.sentence(data)} loading="lazy" /></picture>`;
}
