import { html, nothing, type TemplateResult } from 'lit';

export interface Option {
  value: string;
  text: string;
  /** Why it cannot be chosen; null where it can. */
  unfit?: string | null;
}

export interface OptionGroup {
  /** Empty for options that stand by themselves. */
  label: string;
  options: readonly Option[];
}

interface Selection {
  name: string;
  label: string;
  groups: readonly OptionGroup[];
  value: string;
  /** Why nothing can be chosen; null where something can. */
  unfit?: string | null;
}

/** A list to choose one of, with its label; what cannot be chosen is there with the reason. */
export function selection({ name, label, groups, value, unfit }: Selection): TemplateResult {
  const id = `choose-${name}`;
  return html`<p class="selection">
    <label class="selection__label" for=${id}>${label}</label>
    <select
      class="month__select selection__select"
      id=${id}
      name=${name}
      .value=${value}
      ?disabled=${Boolean(unfit)}
      aria-describedby=${unfit ? `${id}-why` : nothing}
    >
      ${groups.map(({ label: group, options }) =>
        group
          ? html`<optgroup label=${group}>${options.map((one) => option(one, value))}</optgroup>`
          : options.map((one) => option(one, value)),
      )}
    </select>
    ${unfit ? html`<span class="selection__why" id=${`${id}-why`}>${unfit}</span>` : ''}
  </p>`;
}

const option = ({ value, text, unfit }: Option, chosen: string) => html`<option
  value=${value}
  ?selected=${value === chosen}
  ?disabled=${Boolean(unfit) && value !== chosen}
>${unfit ? `${text}: ${unfit}` : text}</option>`;
