import { html, type TemplateResult } from 'lit';

export interface Method {
  id: string;
  title: string;
  /** What it does, in plain words. */
  rule: unknown;
  /** An example with figures of this release; null if they do not allow one. */
  worked: unknown;
  source: string;
  /** The API address that computes it. */
  api: string;
}

/** A method as it appears on the page: what it does, an example from this release, and its source. */
export const methodView = ({
  id,
  title,
  rule,
  worked,
  source,
  api,
}: Method): TemplateResult => html`<section
  class="method" aria-labelledby=${id}
>
  <h3 class="section__subtitle method__title" id=${id}>${title}</h3>
  ${rule}
  <div class="method__worked">
    <p class="method__label">In this release</p>
    ${worked ?? html`<p>Its figures do not allow it.</p>`}
  </div>
  <p class="small">${source} <a href=${api} data-leave>See in the API<span class="unseen">: ${title}</span></a></p>
</section>`;

/** A table of example numbers with at least two columns. The first of each row is its name. */
export const workedTable = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly unknown[])[],
): TemplateResult => html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
  <table class="table">
    <caption class="unseen">${caption}</caption>
    <thead>
      <tr>${heads.map((head, i) => html`<th scope="col" class=${i ? 'table__number' : ''}>${head}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="table__number">${cell}</td>`)}</tr>`,
      )}
    </tbody>
  </table>
</div>`;
