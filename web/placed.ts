import { html, type TemplateResult } from 'lit';

/** What is drawn in a place of a page, with an id that is unique there. */
export interface Given {
  id: string;
}

let collected: Given[] | null = null;

/**
 * A place in a page for content whose code loads when the page can be used. The server fills it; in a browser its
 * element does. Works only for what a page's `view` makes.
 */
export function placed(given: Given): TemplateResult {
  collected?.push(given);
  return html`<page-part data-part=${given.id} .given=${given}></page-part>`;
}

/** Runs `make`, and collects what is to be drawn in the places it makes. */
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
