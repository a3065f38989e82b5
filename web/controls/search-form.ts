import { html, type TemplateResult } from 'lit';
import type { Query } from '../page.ts';

/** A form to search for a practice or place; with script it suggests while typing. */
export const searchForm = (
  id: string,
  label: string,
  action: string,
  { q = '', along = {} }: { q?: string; along?: Query },
): TemplateResult => html`<find-a-place class="find">
  <form class="find__form" method="get" action=${action} role="search" aria-label=${label}>
    ${Object.entries(along).map(([name, value]) =>
      value ? html`<input type="hidden" name=${name} value=${value} />` : '',
    )}
    <label class="find__label" for=${id}>${label}</label>
    <span class="find__row">
      <input class="find__input" id=${id} name="q" type="search" autocomplete="off" spellcheck="false" maxlength="100" placeholder="Practice or place" value=${q} />
      <button class="button find__button" type="submit">Find</button>
    </span>
  </form>
</find-a-place>`;
