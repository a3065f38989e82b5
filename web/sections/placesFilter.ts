import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { Address } from '../page.ts';

interface Narrowed {
  /** The plural of the places: "practices". */
  many: string;
  shown: number;
  all: number;
  /** Whether the places can be compared with England's share set up. */
  comparable: boolean;
}

/** A form that filters a table of places: with script while typing, without it by its button. */
export function placesFilter(
  address: Address,
  { many, shown, all, comparable }: Narrowed,
): TemplateResult {
  const { filter, only, rows: _, ...others } = address.query;
  return html`<form class="narrow" method="get" action=${`${address.prefix}${address.path}#places`} data-filter aria-label="Narrow the table of ${many}">
    ${Object.entries(others).map(([name, value]) =>
      value ? html`<input type="hidden" name=${name} value=${value} />` : '',
    )}
    <span class="narrow__field"><label for="filter">Name or code</label>
    <input class="find__input narrow__input" id="filter" name="filter" type="search" autocomplete="off" spellcheck="false" maxlength="100" .value=${filter ?? ''} /></span>
    ${
      comparable
        ? html`<label class="narrow__only">
            <input type="checkbox" name="only" value="below" .checked=${only === 'below'} />
            Only those lower than England in the share set up
          </label>`
        : ''
    }
    <button class="button narrow__button" type="submit">Narrow</button>
    <p class="narrow__count" role="status">
      ${shown === all ? `All ${formatCount(all)} ${many}` : `${formatCount(shown)} of ${formatCount(all)} ${many}`}
    </p>
  </form>`;
}
