import { html, type TemplateResult } from 'lit';

/** A message for a page or section without figures, with a way on. */
export const stateNote = (title: string, text: unknown): TemplateResult => html`<div class="state">
  <p class="state__title">${title}</p>
  <p class="state__text">${text}</p>
</div>`;
