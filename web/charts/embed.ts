import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';
import { siteName } from '../site.ts';
import type { ChartData, ChartKind } from './kind.ts';
import { chartTable } from './table.ts';
import { chartPageHref, imageHref, keptQuery, sourceText } from './taking.ts';

/** Widths in pixels of the image: up to which width of the frame, and how wide it is drawn. */
const widths = [
  [479, 400],
  [719, 640],
] as const;

/** A chart alone, for a frame in another site's page: its image, its table, its source and a link to its own page. */
export function embedView(kind: ChartKind, data: ChartData, address: Address): TemplateResult {
  const image = (width: number) =>
    imageHref(address, kind, keptQuery(data), { format: 'svg', width });
  return html`<main class="embed">
    <h1 class="unseen">${kind.title(data)}. ${kind.subtitle(data)}</h1>
    <picture>
      ${widths.map(
        ([to, width]) => html`<source media=${`(max-width: ${to}px)`} srcset=${image(width)} />`,
      )}
      <img class="embed__image" src=${image(800)} alt=${kind.sentence(data)} />
    </picture>
    <details class="more">
      <summary class="more__summary">The same figures as a table</summary>
      ${chartTable(kind.table(data), address)}
    </details>
    <p class="embed__foot">
      ${sourceText(data)}
      <a href=${chartPageHref(address, kind, data)} target="_blank" rel="noopener">${siteName}: see the whole page</a>
    </p>
  </main>`;
}
