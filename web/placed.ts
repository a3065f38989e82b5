import { html, type TemplateResult } from 'lit';

/** What is drawn in a place of a page, with an id of its own there. */
export interface Given {
  id: string;
}

let collected: Given[] | null = null;

/**
 * A place in a page whose code comes when the page can be used: filled on the server, and by its element in a browser.
 * Only for what `view` of a page makes: what is made elsewhere is not filled.
 */
export function placed(given: Given): TemplateResult {
  collected?.push(given);
  return html`<page-part data-part=${given.id} .given=${given}></page-part>`;
}

/** What is made, and what is to be drawn in the places that it has. */
export function withPlaces<T>(make: () => T): { made: T; given: Given[] } {
  const before = collected;
  const given: Given[] = [];
  collected = given;
  try {
    return { made: make(), given };
  } finally {
    collected = before;
  }
}
