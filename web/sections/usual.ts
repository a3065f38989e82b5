import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';

/** What is usual from month to month, with a link to the chart that shows it. */
export const usualView = (
  address: Address,
  { usual, area, measure }: { usual: string | null; area: string; measure: string },
): TemplateResult | '' =>
  usual
    ? html`<p>
        ${usual}
        <a class="on" href=${address.link('/explore', { chart: 'xmr', measure, area, restarts: 'suggested' })}
          >See which months were usual</a
        >
      </p>`
    : '';
