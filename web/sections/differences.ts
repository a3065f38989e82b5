import { html, svg, type TemplateResult } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';
import { counted } from '../../data/words/english.ts';
import { shareOfDifferences } from '../../data/words/variance.ts';
import { betweenNames, drawnShares, type VarianceData } from '../charts/kinds/variance.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';

/** Where the differences between practices are: a heading, a bar and its parts; empty if unknown. */
export function differencesView(data: VarianceData, address: Address): TemplateResult | '' {
  const { practices, said, measure, period, meta } = data;
  if (!said) return '';
  let from = 0;
  const bars = drawnShares(data).map(({ between, component: share }, i) => {
    const bar = svg`<rect class=${`shares__bar shares__bar--${i + 1}`} x=${`${from}%`} width=${`${share}%`} height="100%"></rect>`;
    from += share;
    return { bar, between, share, i };
  });
  return html`<div class="shares">
    <p class="section__lead">${said}</p>
    <svg class="shares__picture" role="img" aria-label=${said}>${bars.map(({ bar }) => bar)}</svg>
    <ul class="shares__list">
      ${bars.map(
        ({ between, share, i }) => html`<li class="shares__item">
          <svg class="shares__key" aria-hidden="true"><rect class=${`shares__bar shares__bar--${i + 1}`} width="100%" height="100%"></rect></svg>
          between ${betweenNames[between]} <strong>${shareOfDifferences(share)}</strong>
        </li>`,
      )}
    </ul>
    <p class="small">
      Shares of the variance between ${counted(practices, 'practice')} in ${formatMonth(period)}, as components of
      variance. ${methodLink(address, 'variance')}<span class="on">;
      <a href=${address.api('/variance', { measure, period, release: meta.release, format: 'csv' })} download>download as CSV</a>.</span>
    </p>
  </div>`;
}
