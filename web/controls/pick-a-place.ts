import { html, type TemplateResult } from 'lit';
import { readableName } from '../../data/definitions/names.ts';
import { type FoundRow, placeDetail } from '../foundPlace.ts';
import type { Query } from '../page.ts';

interface Picking {
  id: string;
  label: string;
  /** What choosing a place does here, on the button: "Add". The header's box goes to its page instead. */
  does: string;
  action: string;
  /** The address parameters other than the place. */
  others: Query;
  /** The address for a place, by its code. */
  to: (code: string) => string;
  q: string | undefined;
  /** What was found for the words typed; null if nothing was searched. */
  found: readonly FoundRow[] | null;
}

/** Stands for the place's code in the address that a choice leads to. */
const anyCode = 'PLACE-CODE';

/** A box for adding a place to the page: it suggests while typing, and without script lists what it found. */
export function pickAPlace({
  id,
  label,
  does,
  action,
  others,
  to,
  q,
  found,
}: Picking): TemplateResult {
  return html`<find-a-place class="find" data-to=${to(anyCode)} data-code=${anyCode}>
      <form class="find__form" method="get" action=${action} role="search" aria-label=${label}>
        ${Object.entries(others).map(([name, value]) =>
          value ? html`<input type="hidden" name=${name} value=${value} />` : '',
        )}
        <label class="find__label" for=${id}>${label}</label>
        <span class="find__row">
          <input class="find__input" id=${id} name="q" type="search" autocomplete="off" spellcheck="false" maxlength="100" value=${q ?? ''} />
          <button class="button find__button" type="submit">${does}</button>
        </span>
      </form>
    </find-a-place>
    ${found ? results(found, q ?? '', to) : ''}`;
}

const results = (found: readonly FoundRow[], q: string, to: (code: string) => string) =>
  found.length
    ? html`<ol class="found">
        ${found.map(
          (one) => html`<li class="found__item">
            <a class="found__name" href=${to(one.area_code)}>${readableName(one.area_name)}</a>
            <span class="found__detail">${placeDetail(one)}</span>
          </li>`,
        )}
      </ol>`
    : html`<p>No practice or place has a name like “${q}”, such a code, or is at such a postcode.</p>`;
