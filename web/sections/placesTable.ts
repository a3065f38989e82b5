import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatRange } from '../../data/definitions/numbers.ts';
import { bareValue, capital, counted } from '../../data/words/english.ts';
import { countsOf, type Figure } from '../../data/words/figure.ts';
import { intervalName } from '../../data/words/interval.ts';
import { verdictShort } from '../../data/words/verdict.ts';
import { nextOrdering, parseOrdering, type SortKey } from '../charts/ordering.ts';
import type { Parts, Place, ReportedFigure } from '../figures.ts';
import { withMarks } from '../marks.ts';
import type { Address } from '../page.ts';
import { arranged, keptCodes, keptWith } from './arranging.ts';
import { placesFilter } from './placesFilter.ts';

export interface PlacesTableShown {
  service: Service;
  period: string;
  /** What the places are: "regions", "practices". */
  many: string;
  one: string;
  /** Where they are: "in England". */
  where: string;
  places: readonly Place[];
  england: Parts;
  linkTo(place: Place): string;
  csv: string;
}

const shown = ['offered', 'enabled', 'accessed', 'use'] as const;
type Shown = (typeof shown)[number];

/** Rows of a long table before all are asked for. */
const firstRows = 250;

/** From so many places a table can be narrowed. */
const worthNarrowing = 6;

const hasValue = (parts: Parts, part: Shown): boolean => (parts[part]?.value ?? null) !== null;

/** Places as a table that the address puts in order, narrows, and keeps some of at its top; England at its foot. */
export function placesTable(address: Address, what: PlacesTableShown): TemplateResult {
  const { many, places } = what;
  const known = shown.filter((part) => places.some(({ parts }) => hasValue(parts, part)));
  const { kept, others } = arranged(places, address.query);
  const rows = address.query.rows === 'all' ? others : others.slice(0, firstRows);
  return html`
    ${
      places.length >= worthNarrowing
        ? placesFilter(address, {
            many,
            shown: kept.length + others.length,
            all: places.length,
            comparable: known.includes('enabled'),
          })
        : ''
    }
    ${withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Table of ${many}">
      <table class="table table--places">
        ${caption(what, known)}
        <thead>
          <tr>
            ${heading(address, 'name', capital(what.one))}
            ${heading(address, 'patients', 'Patients')}
            ${known.map((part) => heading(address, part, measureOf(`${what.service}_${part}`).heading))}
            ${known.includes('enabled') ? html`<th scope="col">Set up, compared with England</th>` : ''}
          </tr>
        </thead>
        ${kept.length ? html`<tbody class="table__kept">${kept.map((place) => row(address, what, place, known))}</tbody>` : ''}
        <tbody>
          ${rows.map((place) => row(address, what, place, known))}
          ${
            kept.length + rows.length === 0
              ? html`<tr>
                  <td colspan=${known.length + 3}>
                    None of the ${formatCount(places.length)} ${many} is left by this choice.
                  </td>
                </tr>`
              : ''
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">England</th>
            ${numberCells(what.england, known, what.service)}
            ${known.includes('enabled') ? html`<td></td>` : ''}
          </tr>
        </tfoot>
      </table>
    </div>`)}
    ${
      rows.length < others.length
        ? html`<p>
            The first ${formatCount(rows.length)} in this order.
            <a class="on" href=${address.href({ rows: 'all' })}>Show all ${formatCount(others.length)} ${many}</a>
          </p>`
        : ''
    }
    <p><a href=${what.csv} download>Download all as CSV</a></p>
  `;
}

function caption({ service, period, places, many, one, where }: PlacesTableShown, known: Shown[]) {
  const { does, name } = serviceWords[service];
  const shares = known.includes('accessed')
    ? `Percent of patients registered where they can be set up to ${does}, set up for it, and who did so in the month.`
    : `Percent of patients registered where they can be set up to ${does}, and set up for it.`;
  const note = known.includes('use') ? `${shares} Transactions are per 1,000 patients.` : shares;
  const ranges = known.includes('enabled')
    ? ` The range is the ${intervalName}. Higher and lower are against the rest of England.`
    : '';
  return html`<caption class="table__caption"><span class="table__caption-text">${name}:
    ${counted(places.length, one, many)} ${where}, ${formatMonth(period)}
    <span class="table__note">${note}${ranges}</span></span></caption>`;
}

function heading(address: Address, by: SortKey, title: string): TemplateResult {
  const now = parseOrdering(address.query.sort);
  const state = now.by === by ? (now.descending ? 'descending' : 'ascending') : 'none';
  const href = address.href({ sort: nextOrdering(now, by) });
  return html`<th scope="col" class=${by === 'name' ? '' : 'table__number'} aria-sort=${state}>
    <a class="table__sort" href=${href}>${title}<span class="table__arrow" aria-hidden="true"></span></a>
  </th>`;
}

function row(address: Address, what: PlacesTableShown, place: Place, known: readonly Shown[]) {
  const kept = keptCodes(address.query).includes(place.code);
  return html`<tr>
    <th scope="row">
      <span class="table__place">
        <a
          class="table__keep"
          id=${`keep-${place.code}`}
          href=${address.href({ keep: keptWith(address.query, place.code) })}
          aria-label=${kept ? `Let go of ${place.name}` : `Keep ${place.name} in view`}
          title=${kept ? 'Let go' : 'Keep in view'}
          >${kept ? '★' : '☆'}</a
        >
        <span>
          <a href=${what.linkTo(place)}>${place.name}</a>
          ${place.level === 'practice' ? html`<span class="table__of">${place.code}</span>` : ''}
        </span>
      </span>
    </th>
    ${numberCells(place.parts, known, what.service, place.level === 'practice')}
    ${known.includes('enabled') ? besideCell(place.parts.enabled, place.level) : ''}
  </tr>`;
}

/** The verdict on a place's share set up against England's, with its interval. */
const besideCell = (figure: ReportedFigure | undefined, level: PlaceLevel) => html`<td>
  ${figure?.value == null ? '[x]' : verdictShort(figure.verdict ?? 'not compared', level)}
  ${figure?.interval ? html`<span class="table__of">${formatRange(figure.interval)}</span>` : ''}
</td>`;

function numberCells(
  parts: Parts,
  known: readonly Shown[],
  service: Service,
  isPractice = false,
): TemplateResult[] {
  const patients = parts.offered?.denominator;
  return [
    html`<td class="table__number">${patients == null ? '[x]' : formatCount(patients)}</td>`,
    ...known.map((part) => {
      const figure = parts[part];
      if (!figure) return html`<td class="table__number">${'[x]'}</td>`;
      if (isPractice && part === 'offered') return switchCell(figure);
      const measure = measureOf(`${service}_${part}`);
      const counts = countsOf(figure, measure);
      return html`<td class="table__number">
        ${figure.value === null ? (figure.marker ?? '[x]') : bareValue(figure.value, measure)}${counts && html`<span class="table__of">${counts}</span>`}
      </td>`;
    }),
  ];
}

/** A practice has switched the service on for all its patients, or for none. */
const switchCell = ({ value, marker }: Figure) => html`<td class="table__number">
  ${value === null ? (marker ?? '[x]') : value > 0 ? 'yes' : 'no'}
</td>`;
