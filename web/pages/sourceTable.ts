import { html } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { SourceRow } from '../../server/store/queries/sources.ts';

/** The files a release was made from, each with its checksum. */
export const sourceTable = (sources: readonly SourceRow[]) => html`<div
  class="scroll" tabindex="0" role="region" aria-label="Files of this release"
>
  <table class="table">
    <caption class="unseen">Files of this release</caption>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Months</th>
        <th scope="col" class="table__number">Data rows</th>
        <th scope="col">SHA-256</th>
      </tr>
    </thead>
    <tbody>
      ${sources.map(
        (source) => html`<tr>
          <th scope="row" class="table__file">
            ${source.name}
            ${source.address ? html`<span class="table__note">from <a href=${source.address}>${source.address}</a></span>` : ''}
          </th>
          <td>${months(source)}</td>
          <td class="table__number">${formatCount(source.rows)}</td>
          <td class="table__sum"><code>${source.sha256}</code></td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`;

function months({ first_period: first, last_period: last }: SourceRow): string {
  if (!first || !last) return 'no month: for reference';
  return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;
}
