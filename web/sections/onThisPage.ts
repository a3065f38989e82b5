import { html, type TemplateResult } from 'lit';

/** A section of a page by the id of its heading; false if the page does not have it. */
export type Listed = readonly [id: string, text: string] | false;

/** The sections of a long page, always in reach: a row of links or, if that does not fit, a list that opens. */
export function onThisPage(sections: readonly Listed[]): TemplateResult {
  const list = (name: string) => html`<ul class=${`onpage__list ${name}`}>
    ${sections.map((one) =>
      one ? html`<li><a class="onpage__link" href=${`#${one[0]}`}>${one[1]}</a></li>` : '',
    )}
  </ul>`;
  return html`<nav class="onpage" aria-label="On this page">
    ${list('onpage__list--row')}
    <details class="onpage__menu">
      <summary class="onpage__summary">On this page</summary>
      ${list('onpage__list--menu')}
    </details>
  </nav>`;
}
