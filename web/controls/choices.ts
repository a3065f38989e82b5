import { html, type TemplateResult } from 'lit';

export interface Choice {
  text: string;
  href: string;
  current: boolean;
}

/** A row of links, with the current one marked. */
export const choices = (label: string, all: readonly Choice[]): TemplateResult => html`<nav
  class="choices" aria-label=${label}
>
  <ul class="choices__list">
    ${all.map(
      ({ text, href, current }) => html`<li class="choices__item">
        <a class="choices__link" href=${href} aria-current=${current ? 'true' : 'false'}>${text}</a>
      </li>`,
    )}
  </ul>
</nav>`;
