import { html, type TemplateResult } from 'lit';

/** A text to copy, such as a line for a terminal: by selecting it, or with script by a button. */
export const copyable = (label: string, text: string): TemplateResult => html`<copy-text
  class="copy"
  data-label=${label}
>
  <p class="copy__label">${label}</p>
  <pre class="copy__text" tabindex="0" role="region" aria-label=${label}><code>${text}</code></pre>
</copy-text>`;
