import { html, type TemplateResult } from 'lit';
import { statuses } from '../../data/definitions/extracts.ts';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { countsOf, formatValue } from '../../server/words.ts';
import type { Part, Parts, ReportedFigure, Series } from '../figures.ts';

export interface ServiceFigures {
  service: Service;
  /** The practice's published status of the service; null where the extract is blank. */
  status: number | null;
  /** Figures by place code. */
  places: Record<string, Parts>;
}

interface ServicesShown {
  name: string;
  code: string;
  period: string;
  others: readonly Series[];
  services: readonly ServiceFigures[];
}

const rows: [Part, string][] = [
  ['enabled', 'Set up'],
  ['accessed', 'Did in the month'],
  ['use', 'Transactions per 1,000 patients'],
];

/** A practice's services with their status, beside the places around it. */
export function servicesTable({
  name,
  code,
  period,
  others,
  services,
}: ServicesShown): TemplateResult {
  const isHeld = (part: Part) =>
    services.some(({ places }) => {
      const figure = places[code]?.[part];
      return figure && figure.marker !== '[z]';
    });
  const held = rows.filter(([part]) => isHeld(part));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="All three services as a table">
    <table class="table">
      <caption class="table__caption"><span class="table__caption-text">${name} and the places around it, ${formatMonth(period)}</span></caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col" class="table__number">This practice</th>
          ${others.map((one) => html`<th scope="col" class="table__number">${one.name}</th>`)}
        </tr>
      </thead>
      ${services.map(
        (one) => html`<tbody>
          <tr class="table__group">
            <th scope="rowgroup" colspan=${2 + others.length}>
              ${serviceWords[one.service].name}:
              <span class="table__status">${statusWords(one.status)}</span>
            </th>
          </tr>
          ${held.map(
            ([part, title]) => html`<tr>
              <th scope="row" class="table__indent">${title}</th>
              ${[code, ...others.map((other) => other.code)].map((place) =>
                cell(one.places[place]?.[part], one.service, part),
              )}
            </tr>`,
          )}
        </tbody>`,
      )}
    </table>
  </div>`;
}

const statusWords = (status: number | null): string =>
  statuses.find(({ code }) => code === status)?.meaning ?? 'not reported';

function cell(figure: ReportedFigure | undefined, service: Service, part: Part): TemplateResult {
  if (!figure || figure.value === null) {
    return html`<td class="table__number">${figure?.marker ?? '[x]'}</td>`;
  }
  const value = formatValue(figure, measureOf(`${service}_${part}`)).replace(
    ' per 1,000 patients',
    '',
  );
  return html`<td class="table__number">${value}
    <span class="table__of">${countsOf(figure, measureOf(`${service}_${part}`))}</span></td>`;
}
