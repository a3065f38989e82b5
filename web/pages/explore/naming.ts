import { html } from 'lit';
import { copyable } from '../../controls/copyable.ts';
import type { Address } from '../../page.ts';

/** Letters of a title and of a note at most. */
const longest = { title: 100, note: 500 } as const;

const said = ({ query }: Address, part: 'title' | 'note'): string =>
  query[part]?.slice(0, longest[part]) ?? '';

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

/** Gives what is seen a title and a note, which its address then holds, and keeps it in a list of one's own. */
export function naming(address: Address) {
  const { title: _, note: __, q: ___, ...others } = address.query;
  const here = new URL(address.href({ q: undefined }), address.origin);
  return html`<details class="more views" id="views">
    <summary class="more__summary">Name and keep this view</summary>
    <form class="views__form" method="get" action=${`${address.prefix}${address.path}`}>
      ${Object.entries(others).map(([name, value]) =>
        value ? html`<input type="hidden" name=${name} value=${value} />` : '',
      )}
      <label class="find__label" for="view-title">Title</label>
      <input class="find__input views__field" id="view-title" name="title" maxlength=${longest.title} autocomplete="off" .value=${said(address, 'title')} />
      <label class="find__label" for="view-note">Note</label>
      <input class="find__input views__field" id="view-note" name="note" maxlength=${longest.note} autocomplete="off" .value=${said(address, 'note')} />
      <button class="button" type="submit">Put them into the address</button>
    </form>
    ${said(address, 'title') ? copyable('Link to this view', here.href) : ''}
    <p class="note">Whoever has the link sees the same view, with its title and note. A list of your own stays in this browser: nothing of it is sent.</p>
    <own-views data-page=${`${address.prefix}${address.path}`} data-here=${here.search}></own-views>
  </details>`;
}
