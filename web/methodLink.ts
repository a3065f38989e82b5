import { html, type TemplateResult } from 'lit';
import { escaped } from '../data/definitions/markup.ts';
import type { Address } from './page.ts';

const text = 'How this is worked out';
const methodAt = (address: Address, id: string): string => `${address.link('/methods')}#${id}`;

/** A link from a statement to the method behind it, which is left out on paper. */
export const methodLink = (address: Address, id: string): TemplateResult =>
  html`<a class="on" href=${methodAt(address, id)}>${text}</a>`;

/** The same link as HTML. */
export const methodMarkup = (address: Address, id: string): string =>
  `<a class="on" href="${escaped(methodAt(address, id))}">${text}</a>`;
