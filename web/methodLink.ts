import { html, type TemplateResult } from 'lit';
import type { Address } from './page.ts';

/** A link from a statement to the method behind it, which is left out on paper. */
export const methodLink = (address: Address, id: string): TemplateResult =>
  html`<a class="on" href=${`${address.link('/methods')}#${id}`}>How this is worked out</a>`;
