import { html, type TemplateResult } from 'lit';

/** A section whose words are beside its picture where there is room, and above it elsewhere. `id` is of its heading. */
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
