import { html, type TemplateResult } from 'lit';
import type { Change } from '../questions/changes.ts';

/** What changed since the previous month and the previous year, one sentence each. */
export const changeSentences = (changes: readonly Change[]): TemplateResult =>
  changes.length
    ? html`<div class="said">
        ${[...new Set(changes.map(({ sentence }) => sentence))].map((sentence) => html`<p>${sentence}</p>`)}
      </div>`
    : html`<p>This release has no earlier month, so there is no change to show.</p>`;
