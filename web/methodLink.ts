import { html, type TemplateResult } from 'lit';
import type { Address } from './page.ts';

/** A link from a statement to the method behind it. */
export const methodLink = (address: Address, id: string): TemplateResult =>
  html`<a href=${`${address.link('/methods')}#${id}`}>How this is worked out</a>`;
