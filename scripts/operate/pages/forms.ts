import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { secondInLondon } from '../../../data/definitions/days.ts';
import { escaped } from '../../../data/definitions/markup.ts';
import type { Session } from '../sessions.ts';
import { proof } from './shell.ts';

interface Field {
  name: string;
  label: string;
  /** Shown below the label. */
  hint?: string;
  type?: 'text' | 'checkbox' | 'area';
  options?: readonly (readonly [value: string, text: string])[];
  value?: string;
  required?: boolean;
}

interface Form {
  action: string;
  /** The text of its button. */
  does: string;
  fields?: readonly Field[];
  /** Hidden values that it sends. */
  hidden?: Record<string, string>;
  quiet?: boolean;
}

/** A form for one step, filled in as before if the step failed. */
export function form(
  session: Session,
  { action, does, fields = [], hidden = {}, quiet }: Form,
): TemplateResult {
  const was = session.said?.fields.action === action ? session.said.fields : {};
  return html`<form class="desk__form" method="post" action=${action}>
    ${proof(session)}
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
    ${fields.map((one) => field(one, idOf(action, one), was[one.name] ?? one.value ?? ''))}
    <button class=${quiet ? 'button desk__quiet' : 'button'} type="submit">${does}</button>
  </form>`;
}

const idOf = (action: string, { name }: Field) => `${action}-${name}`.replace(/\W+/g, '-').slice(1);

/** A field with its label, which follows a checkbox. */
export function field(one: Field, id: string, value: string): TemplateResult {
  const { name, label, hint, type = 'text', options, required = false } = one;
  if (type === 'checkbox')
    return html`<p class="desk__field desk__field--tick">
      <input type="checkbox" id=${id} name=${name} value="yes" ?checked=${value === 'yes'} />
      <label for=${id}>${label}</label>
    </p>`;
  const describedBy = hint ? `${id}-hint` : nothing;
  const box = options
    ? html`<select id=${id} name=${name} aria-describedby=${describedBy}>
        ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
      </select>`
    : type === 'area'
      ? unsafeHTML(textArea(id, one, value))
      : html`<input type="text" id=${id} name=${name} value=${value} aria-describedby=${describedBy} ?required=${required} autocomplete="off" />`;
  return html`<p class="desk__field">
    <label for=${id}>${label}</label>
    ${hint ? html`<span class="desk__hint" id=${describedBy}>${hint}</span>` : ''} ${box}
  </p>`;
}

/** A text box for a sentence or two. On a server, Lit cannot draw one with content. */
const textArea = (id: string, { name, hint, required }: Field, value: string): string =>
  `<textarea id="${id}" name="${name}" rows="3"${hint ? ` aria-describedby="${id}-hint"` : ''}${required ? ' required' : ''}>${escaped(value)}</textarea>`;

/** A time in England, in the commands' format. */
export const timeField = (value: string): Field => ({
  name: 'at',
  label: 'Date and time in England',
  hint: 'Such as 2019-05-30 09:30.',
  value,
  required: true,
});

/** A time as somebody would type it: without seconds if they are 0. */
export const typedTime = (due: number): string => secondInLondon(new Date(due)).replace(/:00$/, '');

/** A month, in the commands' format. */
export const monthField = (name: string, label: string, required = false): Field => ({
  name,
  label,
  hint: 'Such as 2019-05.',
  required,
});

/** Why something is done, for readers. */
export const reasonField: Field = {
  name: 'reason',
  label: 'Reason',
  hint: 'Readers see it.',
  type: 'area',
  required: true,
};

interface Table {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly (string | TemplateResult)[])[];
}

/** A table whose rows begin with their heading. */
export const table = ({ caption, head, rows }: Table): TemplateResult => html`<div
  class="scroll" tabindex="0" role="region" aria-label=${caption}
>
  <table class="table">
    <caption class="unseen">${caption}</caption>
    <thead>
      <tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) => html`<tr>
          <th scope="row">${first}</th>
          ${rest.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>
</div>`;
