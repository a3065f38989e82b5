import { html, type TemplateResult } from 'lit';

/**
 * A collapsed part of a page: its title, its finding in a few words, and the content. `id` is that of the content, so
 * that an address that leads there opens it.
 */
export const fold = (
  id: string,
  title: string,
  gist: string,
  inside: unknown,
): TemplateResult => html`<details class="fold">
  <summary class="fold__summary">
    <h3 class="fold__title">${title}</h3>
    ${gist ? html`<span class="fold__gist">${gist}</span>` : ''}
  </summary>
  <div class="fold__inside" id=${id}>${inside}</div>
</details>`;

/** The last section of a page: further parts, each collapsed. */
export const folds = (inside: unknown): TemplateResult => html`<section
  class="section folds" aria-labelledby="more"
>
  <h2 class="section__title" id="more">More</h2>
  ${inside}
</section>`;
