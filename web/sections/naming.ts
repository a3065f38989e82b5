import { html } from 'lit';
import { copyable } from '../controls/copyable.ts';
import type { Address } from '../page.ts';

/** What a view is called and what is noted of it, and how many letters each may have. */
export interface Naming {
  title: string;
  note: string;
  longest: { title: number; note: number };
}

/** Gives what is seen a title and a note, which its address then holds, and keeps it in a list of one's own. */
export function naming({ title, note, longest }: Naming, address: Address) {
  const { title: _, note: __, q: ___, ...others } = address.query;
  const here = new URL(address.href({ q: undefined }), address.origin);
  return html`<details class="more views" id="views">
    <summary class="more__summary">Name and keep this view</summary>
    <form class="views__form" method="get" action=${`${address.prefix}${address.path}`}>
      ${Object.entries(others).map(([name, value]) =>
        value ? html`<input type="hidden" name=${name} value=${value} />` : '',
      )}
      <label class="find__label" for="view-title">Title</label>
      <input class="find__input views__field" id="view-title" name="title" maxlength=${longest.title} autocomplete="off" .value=${title} />
      <label class="find__label" for="view-note">Note</label>
      <input class="find__input views__field" id="view-note" name="note" maxlength=${longest.note} autocomplete="off" .value=${note} />
      <button class="button" type="submit">Put them into the address</button>
    </form>
    ${title ? copyable('Link to this view', here.href) : ''}
    <p class="note">Whoever has the link sees the same view, with its title and note. A list of your own stays in this browser: nothing of it is sent.</p>
    <own-views data-page=${`${address.prefix}${address.path}`} data-here=${here.search}></own-views>
  </details>`;
}
