import { html, type TemplateResult } from 'lit';
import type { Marker } from '../../../data/definitions/markers.ts';
import { measureOf, type ServiceChoice, serviceWords } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { formatCount, formatRange } from '../../../data/definitions/numbers.ts';
import type { Verdict } from '../../../data/statistics/verdict.ts';
import { columnTitle } from '../../../data/words/english.ts';
import { countsWithOddity, peopleOrValue } from '../../../data/words/figure.ts';
import type { Part, Parts } from '../../figures.ts';
import { withMarks } from '../../marks.ts';
import type { Address } from '../../page.ts';
import { placeLink } from '../../placeLink.ts';
import type { ComparedPlace } from './question.ts';

/** A figure compared with England's. */
export interface AgainstEngland {
  code: string;
  part: Part;
  lower: number | null;
  upper: number | null;
  word: Verdict;
  /** Why there is no verdict; null if there is one. */
  reason: string | null;
}

interface TableShown {
  service: ServiceChoice;
  period: string;
  /** The places compared, England last. */
  places: readonly (ComparedPlace & { parts: Parts })[];
  against: readonly AgainstEngland[];
}

const columns: readonly Part[] = ['offered', 'enabled', 'accessed', 'use'];

/** A column's title, whose longest word may be hyphenated in narrow columns. */
const title = (service: ServiceChoice, part: Part): string =>
  columnTitle(measureOf(`${service}_${part}`)).replace('Transactions', 'Trans\u00ADactions');

/** Places with their figures, each with its confidence interval and its comparison with England. */
export function comparedTable(
  { service, period, places, against }: TableShown,
  address: Address,
): TemplateResult {
  const held = columns.filter((part) =>
    places.some(({ parts }) => parts[part] && parts[part].marker !== '[z]'),
  );
  const caption = `${serviceWords[service].name}, ${formatMonth(period)}`;
  return withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Side by side as a table">
    <table class="table">
      <caption class="table__caption"><span class="table__caption-text">${caption}</span></caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          ${held.map((part) => html`<th scope="col" class="table__number">${title(service, part)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${places.map(
          ({ level, code, name, parts, held: months }) => html`<tr>
            <th scope="row">
              ${level === 'group' ? name : html`<a href=${placeLink(address, level, code)}>${name}</a>`}
              <span class="table__note">${patients(parts)}</span>
            </th>
            ${held.map((part) =>
              cell(
                parts,
                service,
                part,
                against.find((one) => one.code === code && one.part === part),
                // A place that is not in the month's extracts could not report.
                months && (period > months.last || period < months.first) ? '[z]' : '[x]',
              ),
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`);
}

const patients = ({ offered }: Parts): string =>
  offered?.denominator == null ? '' : `${formatCount(offered.denominator)} patients`;

function cell(
  parts: Parts,
  service: ServiceChoice,
  part: Part,
  against: AgainstEngland | undefined,
  missing: Marker,
) {
  const figure = parts[part];
  if (!figure || figure.value === null)
    return html`<td class="table__number">${figure?.marker ?? missing}</td>`;
  const measure = measureOf(`${service}_${part}`);
  const { lower = null, upper = null, word = 'not compared' } = against ?? {};
  return html`<td class="table__number">
    ${peopleOrValue({ ...figure, value: figure.value }, measure)}<span class="table__of">${countsWithOddity(figure, measure)}</span>${
      lower === null || upper === null
        ? ''
        : html`<span class="table__of">${formatRange([lower, upper])}</span>`
    }${word === 'not compared' ? '' : html`<span class="table__of">${word}</span>`}
  </td>`;
}
