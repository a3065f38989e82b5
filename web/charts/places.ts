import { html, type TemplateResult } from 'lit';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatPercent, formatRate } from '../../data/definitions/numbers.ts';
import { countsOf, formatValue } from '../../server/words.ts';
import type { Part, Parts, Place } from '../figures.ts';
import { chart } from './chart.ts';
import { nextOrdering, ordered, parseOrdering, type SortKey } from './ordering.ts';
import type { Panel } from './specs/dots.ts';
import { dotsHeight, stripHeight } from './specs/room.ts';

export interface PlacesShown {
  service: Service;
  period: string;
  /** What the places are: "regions", "practices". */
  many: string;
  one: string;
  /** Where they lie: "in England". */
  where: string;
  places: readonly Place[];
  benchmark: { name: string; parts: Parts } | null;
  sort: string | undefined;
  /** This page in another order. */
  sortedBy: (sort: string) => string;
  linkTo: (place: Place) => string;
  /** This page with every row; null where it shows them all already. */
  allRows: string | null;
  csv: string;
}

const shown = ['offered', 'enabled', 'accessed', 'use'] as const;
type Shown = (typeof shown)[number];

/** Up to so many places have a row each in the chart; more are drawn as a strip. */
const mostRows = 30;

/** Rows of a long table before all are asked for. */
const firstRows = 250;

const panelTitles: Record<Shown, string> = {
  offered: 'Could',
  enabled: 'Set up',
  accessed: 'Did in the month',
  use: 'Transactions per 1,000 patients',
};

/** Parts that at least one of the places has a value for. */
const knownParts = (places: readonly Place[]): Shown[] =>
  shown.filter((part) => places.some(({ parts }) => parts[part] && parts[part].value !== null));

/** A practice offers a service or it does not: as a share of its patients that says nothing to draw. */
const isTelling = (places: readonly Place[]) => (part: Shown) =>
  part !== 'offered' || places.some(({ level }) => level !== 'practice');

/** One panel a stage, with the places in their order and the benchmark's value. */
export function panelsOf(
  places: readonly Place[],
  benchmark: PlacesShown['benchmark'],
  known: readonly Shown[],
): Panel[] {
  return known.map((part) => {
    const format = part === 'use' ? formatRate : formatPercent;
    const text = (value: number | null) => (value === null ? '[x]' : format(value));
    const against = benchmark?.parts[part]?.value ?? null;
    return {
      title: panelTitles[part],
      role: part === 'accessed' ? 'used' : 'place',
      top: part === 'offered' ? 100 : undefined,
      unit: part === 'use' ? '' : '%',
      values: places.map(({ name, parts }) => {
        const value = parts[part]?.value ?? null;
        return { name, value, text: text(value) };
      }),
      benchmark:
        benchmark && against !== null
          ? { name: benchmark.name, value: against, text: format(against) }
          : null,
    };
  });
}

/** Places side by side: a chart with the benchmark's line, and the table that can be put in any order. */
export function places(what: PlacesShown): TemplateResult {
  const known = knownParts(what.places);
  const inOrder = ordered(what.places, parseOrdering(what.sort));
  const panels = panelsOf(inOrder, what.benchmark, known.filter(isTelling(what.places)));
  const rows = inOrder.length <= mostRows;
  const height = rows
    ? dotsHeight(inOrder.length, panels.length)
    : { wide: stripHeight(panels.length), narrow: stripHeight(panels.length) };
  return html`
    ${panels.length ? chart(rows ? 'dots' : 'strip', panels, { ...height, label: `${what.many} ${what.where}, ${formatMonth(what.period)}` }) : ''}
    ${table(what, inOrder, known)}
    <p><a href=${what.csv} download>Download these ${what.many} as CSV</a></p>
  `;
}

const columnTitles: Record<Shown, string> = {
  offered: 'Could',
  enabled: 'Set up',
  accessed: 'Did',
  use: 'Transactions',
};

function table(
  what: PlacesShown,
  inOrder: readonly Place[],
  known: readonly Shown[],
): TemplateResult {
  const { service, period, many, where, benchmark } = what;
  const { does, name } = serviceWords[service];
  const rows = what.allRows ? inOrder.slice(0, firstRows) : inOrder;
  const missing = rows.some(({ parts }) => known.some((part) => !hasValue(parts, part)));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of ${many}">
      <table class="table table--places">
        <caption class="table__caption"><span class="table__caption-text">${name}: ${formatCount(inOrder.length)} ${inOrder.length === 1 ? what.one : many} ${where},
          ${formatMonth(period)}
          <span class="table__note">${explanation(does, known)}</span></span></caption>
        <thead>
          <tr>
            ${heading(what, 'name', what.one.charAt(0).toUpperCase() + what.one.slice(1))}
            ${heading(what, 'patients', 'Patients')}
            ${known.map((part) => heading(what, part, columnTitles[part]))}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (place) => html`<tr>
              <th scope="row">
                <a href=${what.linkTo(place)}>${place.name}</a>
                ${place.level === 'practice' ? html`<span class="table__of">${place.code}</span>` : ''}
              </th>
              ${cells(place.parts, known, service)}
            </tr>`,
          )}
        </tbody>
        ${
          benchmark
            ? html`<tfoot>
                <tr>
                  <th scope="row">${benchmark.name}</th>
                  ${cells(benchmark.parts, known, service)}
                </tr>
              </tfoot>`
            : ''
        }
      </table>
    </div>
    ${
      rows.length < inOrder.length
        ? html`<p>
            The first ${formatCount(rows.length)} in this order.
            <a href=${what.allRows}>Show all ${formatCount(inOrder.length)} ${many}</a>
          </p>`
        : ''
    }
    ${missing ? html`<p class="small">[x]: not available, because no practice reported it.</p>` : ''}`;
}

function explanation(does: string, known: readonly Shown[]): string {
  const shares = known.includes('accessed')
    ? `Percent of patients who could ${does}, were set up to, and did so in the month.`
    : `Percent of patients who could ${does} and who were set up to.`;
  return known.includes('use') ? `${shares} Transactions are per 1,000 patients.` : shares;
}

const hasValue = (parts: Parts, part: Part): boolean => (parts[part]?.value ?? null) !== null;

function heading(what: PlacesShown, by: SortKey, title: string): TemplateResult {
  const now = parseOrdering(what.sort);
  const state = now.by === by ? (now.descending ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" class=${by === 'name' ? '' : 'table__number'} aria-sort=${state}>
    <a class="table__sort" href=${what.sortedBy(nextOrdering(now, by))}>${title}<span
      class="table__arrow" aria-hidden="true"></span></a>
  </th>`;
}

function cells(parts: Parts, known: readonly Shown[], service: Service): TemplateResult[] {
  const patients = parts.offered?.denominator;
  return [
    html`<td class="table__number">${patients == null ? '[x]' : formatCount(patients)}</td>`,
    ...known.map((part) => {
      const figure = parts[part];
      if (!figure) return html`<td class="table__number">[x]</td>`;
      const measure = measureOf(`${service}_${part}`);
      const counts = countsOf(figure, measure);
      return html`<td class="table__number">${formatValue(figure, measure).replace(
        ' per 1,000 patients',
        '',
      )}${counts && html`<span class="table__of">${counts}</span>`}</td>`;
    }),
  ];
}
