import { html, type TemplateResult } from 'lit';
import { formatDay, formatMonth, formatMonths } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';

/** An area that a practice is in. */
export interface Around {
  level: 'region' | 'subregion' | 'ccg';
  code: string;
  name: string;
}

interface Facts {
  code: string;
  supplier: string | null;
  registered: number | null;
  describedIn: string;
  first: string;
  last: string;
  around: readonly Around[];
  network: { code: string; name: string } | null;
  register: { postcode: string | null; opened: string | null; closed: string | null };
  happened: readonly string[];
}

const levelTitles = { region: 'Region', subregion: 'Subregion', ccg: 'CCG' } as const;

/** Facts about a practice other than its figures: code, list, system, places, months. */
export function practiceFacts(data: Facts, address: Address): TemplateResult {
  const { code, registered, supplier, describedIn, network, register, happened } = data;
  const row = (title: string, text: unknown) =>
    html`<div class="facts__row"><dt>${title}</dt><dd>${text}</dd></div>`;
  return html`<dl class="facts">
    ${row('Practice code', code)}
    ${row(
      'Registered patients',
      registered === null
        ? 'not reported'
        : `${formatCount(registered)} in ${formatMonth(describedIn)}`,
    )}
    ${row('Computer system', supplier === 'NK' ? 'not known (NK)' : (supplier ?? 'not reported'))}
    ${data.around.map((one) =>
      row(
        levelTitles[one.level],
        html`<a href=${placeLink(address, one.level, one.code)}>${one.name}</a>`,
      ),
    )}
    ${network ? row('Primary care network', html`<a href=${placeLink(address, 'pcn', network.code)}>${network.name}</a>`) : ''}
    ${register.postcode ? row('Postcode', register.postcode) : ''}
    ${register.opened ? row('Opened', formatDay(register.opened)) : ''}
    ${register.closed ? row('Closed', formatDay(register.closed)) : ''}
    ${row('In the extracts', formatMonths(data.first, data.last))}
    ${
      happened.length
        ? row(
            'What happened to it',
            happened.map((sentence) => html`<p>${sentence}</p>`),
          )
        : ''
    }
  </dl>`;
}
