import { html } from 'lit';
import { gateChecks } from '../../data/definitions/gate.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { counted } from '../../data/words/english.ts';
import type { AcceptanceRow } from '../../server/store/queries/acceptances.ts';
import type { Meta } from '../ask.ts';
import type { Address } from '../page.ts';

/**
 * What a release was checked for before it became current, and what was accepted in spite of a check, with the reason.
 */
export const gateSection = (
  accepted: readonly AcceptanceRow[],
  meta: Meta,
  address: Address,
) => html`<section
  class="section" aria-labelledby="checked"
>
  <h2 class="section__title" id="checked">What was checked before its release</h2>
  <p>
    ${
      accepted.length
        ? `${counted(accepted.length, 'doubt was', 'doubts were')} raised by these checks and accepted, each with a reason.`
        : 'Every check passed.'
    }
  </p>
  ${accepted.length ? acceptedTable(accepted, meta, address) : ''}
  <details class="more">
    <summary class="more__summary">What is checked: ${counted(Object.keys(gateChecks).length, 'thing')}</summary>
    <dl class="definitions">
      ${Object.values(gateChecks).map(
        ({ title, description }) => html`<div class="definitions__item">
          <dt class="definitions__term">${title}</dt>
          <dd class="definitions__text">${description}</dd>
        </div>`,
      )}
    </dl>
  </details>
</section>`;

const acceptedTable = (
  accepted: readonly AcceptanceRow[],
  { release }: Meta,
  address: Address,
) => html`<div
  class="scroll" tabindex="0" role="region" aria-label="Doubts that were accepted"
>
  <table class="table">
    <caption class="table__caption"><span class="table__caption-text">Doubts that were accepted</span></caption>
    <thead>
      <tr>
        <th scope="col">Doubt</th>
        <th scope="col">Month</th>
        <th scope="col">Why it was accepted</th>
      </tr>
    </thead>
    <tbody>
      ${accepted.map(
        (row) => html`<tr>
          <th scope="row" class="table__wide">
            ${gateChecks[row.kind].title}<span class="table__note">${row.message}</span>
          </th>
          <td>${row.period ? formatMonth(row.period) : 'of the release'}</td>
          <td class="table__wide">
            ${row.reason}<span class="table__note">In release ${row.accepted_in}</span>
          </td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>
<p><a href=${address.api('/acceptances', { release, format: 'csv' })} download>Doubts that were accepted (CSV)</a></p>`;
