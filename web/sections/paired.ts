import { html, type TemplateResult } from 'lit';

/** A section with its words beside its picture if there is room, otherwise above it. `id` is that of its heading. */
export const paired = (
  id: string,
  title: string,
  words: unknown,
  picture: unknown,
): TemplateResult => html`<section class="section paired" aria-labelledby=${id}>
  <div class="paired__words">
    <h2 class="section__title" id=${id}>${title}</h2>
    ${words}
  </div>
  <div class="paired__picture">${picture}</div>
</section>`;
