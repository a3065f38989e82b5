import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';
import type { RevisedShown } from '../questions/revised.ts';

/** Which figures of a page were revised, from what to what; empty if none were. */
export function revisedView(
  { lines: [first, ...others], file }: RevisedShown,
  address: Address,
): TemplateResult | '' {
  if (!first) return '';
  if (!others.length) return html`<p class="note">${first}</p>`;
  return html`<div class="note">
    <p>${first}</p>
    <ul class="points">
      ${others.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p><a href=${address.api('/revisions', { ...file, format: 'csv' })} download>All of them, before and after (CSV)</a></p>
  </div>`;
}
