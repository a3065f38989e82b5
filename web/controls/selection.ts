import { html, nothing, type TemplateResult } from 'lit';

export interface Option {
  value: string;
  text: string;
  /** Further address parameters when it is chosen, as a query string. */
  also?: string;
  /** Further words that find it, where the list can be searched. */
  words?: string;
}

export interface OptionGroup {
  /** Empty for options outside any group. */
  label: string;
  options: readonly Option[];
}

interface Selection {
  name: string;
  label: string;
  groups: readonly OptionGroup[];
  value: string;
}

/** A labelled list to choose from. */
export function selection({ name, label, groups, value }: Selection): TemplateResult {
  const id = `choose-${name}`;
  return html`<p class="selection">
    <label class="selection__label" for=${id}>${label}</label>
    <select class="month__select selection__select" id=${id} name=${name} .value=${value}>
      ${groups.map(({ label: group, options }) =>
        group
          ? html`<optgroup label=${group}>${options.map((one) => option(one, value))}</optgroup>`
          : options.map((one) => option(one, value)),
      )}
    </select>
  </p>`;
}

const option = ({ value, text, also, words }: Option, chosen: string) =>
  html`<option value=${value} ?selected=${value === chosen} data-also=${also ?? nothing} data-words=${words ?? nothing}>${text}</option>`;

/** The same, with script as a box to type in that finds its options. */
export const searchedSelection = (list: Selection): TemplateResult =>
  html`<search-list class="search-list" .chosen=${list.value}>${selection(list)}</search-list>`;
