import { html, type TemplateResult } from 'lit';

/** The heading of a place's page: its name above a summary of its figures. */
export const placeHeading = (name: string, finding: string): TemplateResult => html`<h1
  class="headline headline--place"
  tabindex="-1"
>
  <span class="headline__name">${name}:</span>
  ${finding}
</h1>`;
