import { html, type TemplateResult } from 'lit';

/** A place's name over what its figures come to, as the heading of its page. */
export const placeHeading = (name: string, finding: string): TemplateResult => html`<h1
  class="headline headline--place"
  tabindex="-1"
>
  <span class="headline__name">${name}:</span>
  ${finding}
</h1>`;
