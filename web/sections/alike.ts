import { html, type TemplateResult } from 'lit';
import { type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { listed } from '../../data/words/english.ts';
import { withMarks } from '../marks.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import type { Peer, Peers } from '../questions/peers.ts';
import { setUpText } from './setUpText.ts';

export interface AlikeShown {
  code: string;
  name: string;
  registered: number | null;
  supplier: string | null;
  value: number | null;
  service: ServiceChoice;
  period: string;
  peers: Peers;
}

const inputWords = {
  supplier: 'the supplier of its system',
  list_size: 'the size of its list',
  deprivation: 'how deprived the places are that its patients live in',
  rurality: 'whether it is in town or country',
} as const;

/** The peers of a practice: what they are, and a table with them and the practice itself. */
export const alikeView = (shown: AlikeShown, address: Address): TemplateResult => html`
  <p>${whyAlike(shown.peers)} ${methodLink(address, 'peers')}</p>
  <p class="on">
    <a
      href=${address.link('/compare', {
        area: [shown.code, ...shown.peers.peers.slice(0, 7).map(({ code }) => code)].join(','),
      })}
      >See the nearest side by side</a
    >
  </p>
  ${alikeTable(shown, address)}
`;

/**
 * Why practices count as similar: the characteristics used, those missing, how much they explain, and that uptake is
 * never used.
 */
export function whyAlike({ inputs, peers, explained }: Peers): string {
  const by = listed(inputs.map((input) => inputWords[input]));
  const left = inputs.includes('deprivation')
    ? ''
    : ' Deprivation is not used: this release has no score for the practice.';
  const which =
    peers.length === 1
      ? `It is the practice of England nearest to it by ${by}. How many patients it has set up is not used to choose it.`
      : `They are the ${formatCount(peers.length)} practices of England nearest to it by ${by}. How many patients they have set up is not used to choose them.`;
  return `${which}${left}${explained ? ` ${explained}` : ''}`;
}

/** The peers of a practice with their figures, and the practice itself in order of its figure. */
function alikeTable(shown: AlikeShown, address: Address): TemplateResult {
  const { service, period, peers } = shown;
  const own: Peer = {
    code: '',
    name: shown.name,
    ccg: null,
    supplier: shown.supplier,
    supplierChanged: shown.peers.supplierChanged,
    registered: shown.registered,
    value: shown.value,
  };
  const rows = [...peers.peers, own].sort(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity),
  );
  return withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Similar practices, as a table">
    <table class="table table--narrow">
      <caption class="table__caption"><span class="table__caption-text">Similar practices: patients set up to
        ${serviceWords[service].does}, ${formatMonth(period)}</span></caption>
      <thead>
        <tr>
          <th scope="col">Practice</th>
          <th scope="col">System</th>
          <th scope="col" class="table__number">Patients</th>
          <th scope="col" class="table__number">Set up</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => peerRow(row, service, row === own ? null : placeLink(address, 'practice', row.code)))}
      </tbody>
    </table>
  </div>`);
}

const peerRow = (
  { code, name, supplier, supplierChanged, registered, value }: Peer,
  service: ServiceChoice,
  href: string | null,
) => html`<tr
  class=${href ? '' : 'table__own'}
>
  <th scope="row">
    ${href ? html`<a href=${href}>${readableName(name)}</a> <span class="table__of">${code}</span>` : name}
  </th>
  <td>${supplier ?? '[x]'}${supplierChanged ? html`<span class="table__of">since ${formatMonth(supplierChanged)}</span>` : ''}</td>
  <td class="table__number">${registered === null ? '[x]' : formatCount(registered)}</td>
  <td class="table__number">${value === null ? '[x]' : setUpText(value, registered ?? 0, service)}</td>
</tr>`;
