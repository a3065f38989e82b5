import { html, type TemplateResult } from 'lit';
import { type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import { listed, listedOr } from '../../data/words/english.ts';
import { withMarks } from '../marks.ts';
import type { Peer, Peers } from '../questions/peers.ts';

export interface AlikeShown {
  name: string;
  registered: number | null;
  value: number | null;
  service: Service;
  period: string;
  peers: Peers;
  linkTo(code: string): string;
}

const inputWords = {
  list_size: 'the size of its list',
  deprivation: 'how deprived the places are that its patients live in',
  rurality: 'whether it lies in town or country',
} as const;

/** Why some practices count as like one: what entered, what did not, and that uptake never does. */
export function whyAlike({ inputs, peers }: Peers): string {
  const by = listed(inputs.map((input) => inputWords[input]));
  const absent = (['deprivation', 'rurality'] as const).filter((input) => !inputs.includes(input));
  const left = absent.length
    ? ` This release does not hold ${listedOr(absent.map((input) => inputWords[input]))}, so that plays no part.`
    : '';
  return `They are the ${formatCount(peers.length)} practices of England nearest to it by ${by}. How many patients they have set up plays no part in the choice.${left}`;
}

/** The practices like one with their figures, and its own among them by size of figure. */
export function alikeTable(shown: AlikeShown): TemplateResult {
  const { service, period, peers } = shown;
  const own: Peer = {
    code: '',
    name: shown.name,
    ccg: null,
    registered: shown.registered,
    value: shown.value,
  };
  const rows = [...peers.peers, own].sort(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity),
  );
  return withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Practices like it, as a table">
    <table class="table table--narrow">
      <caption class="table__caption"><span class="table__caption-text">Practices like it: patients set up to
        ${serviceWords[service].does}, ${formatMonth(period)}</span></caption>
      <thead>
        <tr>
          <th scope="col">Practice</th>
          <th scope="col" class="table__number">Patients</th>
          <th scope="col" class="table__number">Set up</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => peerRow(row, row === own ? null : shown.linkTo(row.code)))}
      </tbody>
    </table>
  </div>`);
}

const peerRow = ({ code, name, registered, value }: Peer, href: string | null) => html`<tr
  class=${href ? '' : 'table__own'}
>
  <th scope="row">
    ${href ? html`<a href=${href}>${readableName(name)}</a> <span class="table__of">${code}</span>` : name}
  </th>
  <td class="table__number">${registered === null ? '[x]' : formatCount(registered)}</td>
  <td class="table__number">${value === null ? '[x]' : formatPercent(value)}</td>
</tr>`;
