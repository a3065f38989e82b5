import { html } from 'lit';
import type { Address } from '../../page.ts';
import { part } from '../../partPlace.ts';

/** Letters of a title and of a note at most. */
const longest = { title: 100, note: 500 } as const;

const said = ({ query }: Address, what: 'title' | 'note'): string =>
  query[what]?.slice(0, longest[what]) ?? '';

/** The title and the note of a view, marked as the words of whoever made its link. */
export function namedView(address: Address) {
  const [title, note] = [said(address, 'title'), said(address, 'note')];
  if (!title && !note) return '';
  return html`<div class="named" role="note" aria-label="What the maker of this link says">
    ${title ? html`<p class="named__title">${title}</p>` : ''}
    ${note ? html`<p class="named__note">${note}</p>` : ''}
    <p class="named__by">Title and note are by whoever made this link, not by this site.</p>
  </div>`;
}

/** Where a view is given its title and its note, whose code comes after the page can be used. */
export const naming = (address: Address) =>
  part(
    'naming',
    { naming: { title: said(address, 'title'), note: said(address, 'note'), longest } },
    address,
  );
