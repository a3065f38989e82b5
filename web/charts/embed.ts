import { html, type TemplateResult } from 'lit';
import { sourceLine } from '../../data/words/source.ts';
import type { Address } from '../page.ts';
import { siteName } from '../site.ts';
import { headingOf, headingText } from './heading.ts';
import type { ChartData, ChartKind } from './kind.ts';
import { stillImage } from './still.ts';
import { chartTable } from './table.ts';
import { chartPageHref } from './taking.ts';

/** A chart alone, for a frame in another site's page: its image, its table, its source and a link to its own page. */
export function embedView(kind: ChartKind, data: ChartData, address: Address): TemplateResult {
  return html`<main class="embed">
    <h1 class="unseen">${headingText(headingOf(kind, data))}</h1>
    ${stillImage(kind, data, address, 'embed__image')}
    <details class="more">
      <summary class="more__summary">The same figures as a table</summary>
      ${chartTable(kind.table(data), address)}
    </details>
    <p class="embed__foot">
      ${sourceLine(data.meta)}
      <a href=${chartPageHref(address, kind, data)} target="_blank" rel="noopener">${siteName}: see the whole page</a>
    </p>
  </main>`;
}
