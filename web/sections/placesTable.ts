import { html, svg, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { measureOf, type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatPercent, formatRange } from '../../data/definitions/numbers.ts';
import type { Verdict } from '../../data/statistics/verdict.ts';
import { capital, counted } from '../../data/words/english.ts';
import { countsWithOddity, type Figure, peopleOrValue } from '../../data/words/figure.ts';
import { intervalName } from '../../data/words/interval.ts';
import { verdictShort } from '../../data/words/verdict.ts';
import { nextOrdering, parseOrdering, type SortKey } from '../charts/ordering.ts';
import type { Parts, Place } from '../figures.ts';
import { withMarks } from '../marks.ts';
import type { Address } from '../page.ts';
import { arranged, keptCodes, keptWith } from './arranging.ts';
import { placesFilter } from './placesFilter.ts';

export interface PlacesTableShown {
  service: ServiceChoice;
  period: string;
  /** The plural of the places: "regions", "practices". */
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

/** Rows shown at first: of a plain list, and of one that a reader has filtered. */
const firstRows = 12;
const narrowedRows = 250;

/** From this many places, a table can be filtered. */
const worthNarrowing = 6;

const hasValue = (parts: Parts, part: Shown): boolean => (parts[part]?.value ?? null) !== null;

/** A table of places sorted and filtered by the address, with kept places at its top and England at its bottom. */
export function placesTable(address: Address, what: PlacesTableShown): TemplateResult {
  const { many, places } = what;
  const known = shown.filter((part) => places.some(({ parts }) => hasValue(parts, part)));
  const { kept, others } = arranged(places, address.query);
  const { rows: asked, filter, only } = address.query;
  const first = filter || only ? narrowedRows : firstRows;
  // A list that is only slightly longer is shown whole.
  const rows = asked === 'all' || others.length <= first + 3 ? others : others.slice(0, first);
  const strip = stripOf(what, known);
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
      <table class=${strip ? 'table table--places table--strips' : 'table table--places'}>
        ${caption(what, known)}
        <thead>
          <tr>
            ${heading(address, 'name', capital(what.one))}
            ${heading(address, 'patients', 'Patients')}
            ${known.map((part) => heading(address, part, measureOf(`${what.service}_${part}`).heading))}
            ${strip ? stripHeading(strip) : ''}
          </tr>
        </thead>
        ${kept.length ? html`<tbody class="table__kept">${kept.map((place) => row(address, what, place, { known, strip }))}</tbody>` : ''}
        <tbody>
          ${rows.map((place) => row(address, what, place, { known, strip }))}
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
            ${strip ? html`<td class="strip__cell"></td>` : ''}
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
    ? ` Dots: the share set up; lines through them, where they can be seen: its ${intervalName}.`
    : '';
  const verdicts = places.some(({ parts, level }) => verdictText(parts.enabled?.verdict, level))
    ? ' Higher and lower are against the rest of England.'
    : '';
  return html`<caption class="table__caption"><span class="table__caption-text">${name}:
    ${counted(places.length, one, many)} ${where}, ${formatMonth(period)}
    <span class="table__note">${note}${ranges}${verdicts}</span></span></caption>`;
}

/** On a phone there is room only for names and the share set up, which the strip shows. */
const columnClass = (by: SortKey): string =>
  by === 'name' ? '' : by === 'enabled' ? 'table__number' : 'table__number table__roomy';

function heading(address: Address, by: SortKey, title: string): TemplateResult {
  const now = parseOrdering(address.query.sort);
  const state = now.by === by ? (now.descending ? 'descending' : 'ascending') : 'none';
  const href = address.href({ sort: nextOrdering(now, by) });
  return html`<th scope="col" class=${columnClass(by)} aria-sort=${state}>
    <a class="table__sort" href=${href}>${title}<span class="table__arrow" aria-hidden="true"></span></a>
  </th>`;
}

function row(
  address: Address,
  what: PlacesTableShown,
  place: Place,
  { known, strip }: { known: readonly Shown[]; strip: Strip | null },
) {
  const kept = keptCodes(address.query).includes(place.code);
  return html`<tr>
    <th scope="row">
      <span class="table__place">
        <a
          class="table__keep"
          id=${`keep-${place.code}`}
          href=${address.href({ keep: keptWith(address.query, place.code) })}
          aria-label=${kept ? `Stop keeping ${place.name} in view` : `Keep ${place.name} in view`}
          title=${kept ? 'Stop keeping in view' : 'Keep in view'}
          >${kept ? '★' : '☆'}</a
        >
        <span>
          <a href=${what.linkTo(place)}>${place.name}</a>
          ${place.level === 'practice' ? html`<span class="table__of">${place.code}</span>` : ''}
        </span>
      </span>
    </th>
    ${numberCells(place.parts, known, what.service, place.level === 'practice')}
    ${strip ? stripCell(place, strip) : ''}
  </tr>`;
}

/** The scale of the share set up: from zero to `most` percent. */
interface Strip {
  most: number;
  england: number | null;
}

/** The scale that includes every share set up with its interval; null if none is known. */
function stripOf({ places, england }: PlacesTableShown, known: readonly Shown[]): Strip | null {
  if (!known.includes('enabled')) return null;
  const ends = [...places.map(({ parts }) => parts), england].flatMap(({ enabled }) => [
    enabled?.value ?? 0,
    enabled?.interval?.[1] ?? 0,
  ]);
  return { most: Math.max(...ends) * 1.04 || 1, england: england.enabled?.value ?? null };
}

const along = (value: number, { most }: Strip): string => `${((value / most) * 100).toFixed(2)}%`;

const englandLine = (strip: Strip) =>
  strip.england === null
    ? ''
    : svg`<line class="strip__england" x1=${along(strip.england, strip)} x2=${along(strip.england, strip)} y1="-70" y2="100"></line>`;

const stripHeading = (strip: Strip): TemplateResult => html`<th scope="col" class="strip__cell">
  ${
    strip.england === null
      ? 'Set up'
      : html`<span class="unseen">Set up, compared with England</span>
          <svg class="strip strip--heading" aria-hidden="true" focusable="false">
            <text class="strip__name" x=${along(strip.england, strip)} y="30%" text-anchor=${strip.england > strip.most * 0.4 ? 'end' : 'start'}>England ${formatPercent(strip.england)}</text>
            ${englandLine(strip)}
          </svg>`
  }
</th>`;

/**
 * A verdict, if there is one. For places that are not compared, such as a few regions, the note under the table says
 * so.
 */
const verdictText = (verdict: Verdict | undefined, level: PlaceLevel): string =>
  verdict && verdict !== 'not compared' ? `${verdictShort(verdict, level)},` : '';

/** A place's share set up as a dot with its confidence interval, beside England's line, and the verdict in words. */
function stripCell({ parts: { enabled }, level }: Place, strip: Strip): TemplateResult {
  const { value = null, interval } = enabled ?? {};
  if (value === null) return html`<td class="strip__cell">${'[x]'}</td>`;
  return html`<td class="strip__cell">
    <svg class="strip" aria-hidden="true" focusable="false">
      ${englandLine(strip)}
      ${interval ? svg`<line class="strip__range" x1=${along(interval[0], strip)} x2=${along(interval[1], strip)} y1="50%" y2="50%"></line>` : ''}
      <circle class="strip__dot" cx=${along(value, strip)} cy="50%" r="5"></circle>
    </svg>
    <span class="table__of">
      ${verdictText(enabled?.verdict, level)} ${interval ? formatRange(interval) : ''}
    </span>
  </td>`;
}

function numberCells(
  parts: Parts,
  known: readonly Shown[],
  service: ServiceChoice,
  isPractice = false,
): TemplateResult[] {
  const patients = (parts.offered ?? parts.enabled)?.denominator;
  return [
    html`<td class="table__number table__roomy">${patients == null ? '[x]' : formatCount(patients)}</td>`,
    ...known.map((part) => {
      const figure = parts[part];
      if (!figure) return html`<td class=${columnClass(part)}>${'[x]'}</td>`;
      if (isPractice && part === 'offered') return switchCell(figure);
      const measure = measureOf(`${service}_${part}`);
      const counts = countsWithOddity(figure, measure);
      return html`<td class=${columnClass(part)}>
        ${figure.value === null ? (figure.marker ?? '[x]') : peopleOrValue({ ...figure, value: figure.value }, measure)}${counts && html`<span class="table__of">${counts}</span>`}
      </td>`;
    }),
  ];
}

/** A practice has switched the service on for all its patients, or for none. */
const switchCell = ({ value, marker }: Figure) => html`<td class="table__number table__roomy">
  ${value === null ? (marker ?? '[x]') : value > 0 ? 'yes' : 'no'}
</td>`;
