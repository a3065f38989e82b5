import { html, type TemplateResult } from 'lit';
import {
  type Measure,
  measureOf,
  type Service,
  serviceWords,
} from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatPercent, formatRate } from '../../data/definitions/numbers.ts';
import { countsOf } from '../../server/words.ts';
import { kindOf, type Part, type ReportedFigure, type Series } from '../figures.ts';
import { chart } from './chart.ts';
import type { Line } from './specs/lines.ts';
import type { Role } from './specs/palette.ts';
import { linesHeight } from './specs/room.ts';

export interface MonthsShown {
  service: Service;
  /** The place looked at, then those it is held against, nearest first. */
  places: readonly Series[];
  /** Where the same numbers are as CSV. */
  csv: string;
}

const roles: Record<Shown, Role> = {
  offered: 'offered',
  enabled: 'place',
  accessed: 'used',
  use: 'place',
};

const stageNames: Partial<Record<Part, string>> = {
  offered: 'could',
  enabled: 'set up',
  accessed: 'did',
};

const shown = ['offered', 'enabled', 'accessed', 'use'] as const;
type Shown = (typeof shown)[number];

const formats: Record<Shown, (value: number) => string> = {
  offered: formatPercent,
  enabled: formatPercent,
  accessed: formatPercent,
  use: formatRate,
};

function lineOf(series: Series, part: Shown, name: string, role: Line['role']): Line {
  return {
    name,
    role,
    months: Object.entries(series.months).map(([period, figures]) => {
      const figure = figures[part];
      const value = figure?.value ?? null;
      return {
        period,
        value,
        text: value === null ? (figure?.marker ?? '[x]') : formats[part](value),
      };
    }),
  };
}

const hasAny = (series: Series, part: Part): boolean =>
  Object.values(series.months).some((figures) => figures[part] && figures[part].value !== null);

/** The months of a service at a place: all stages on one scale, each on its own, and all as a table. */
export function months(what: MonthsShown): TemplateResult {
  const { service, places } = what;
  const [here, ...others] = places;
  if (!here) return html``;
  const known = shown.filter((part) => hasAny(here, part));
  const stages = known.filter((part) => part !== 'use');
  const together = stages.map((part) => lineOf(here, part, stageNames[part]!, roles[part]));
  const { does } = serviceWords[service];
  return html`<div class="panels">
      ${
        stages.length
          ? html`<figure class="panel">
              <figcaption class="panel__title">
                Percent of patients who ${listed(stages.map((part) => did[part]!(does)))}, on one scale
              </figcaption>
              ${chart('lines', { lines: together, top: 100, unit: '%' }, { wide: linesHeight, label: 'All stages by month' })}
            </figure>`
          : ''
      }
      ${known
        .filter((part) => part !== 'offered' || others.length > 0)
        .map((part) => panel(here, others, part))}
    </div>
    ${table(what, known)}`;
}

const did: Partial<Record<Shown, (does: string) => string>> = {
  offered: (does) => `could ${does}`,
  enabled: () => 'were set up to',
  accessed: () => 'did',
};

const listed = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');

const panelTitles: Record<Shown, string> = {
  offered: 'Percent who could',
  enabled: 'Percent set up, on its own scale',
  accessed: 'Percent who did in the month, on its own scale',
  use: 'Transactions in the month per 1,000 patients (not people)',
};

function panel(here: Series, others: readonly Series[], part: Shown): TemplateResult {
  const lines = [
    lineOf(here, part, others.length ? `this ${kindOf(here.level)}` : '', roles[part]),
    ...others.map((series) => lineOf(series, part, kindOf(series.level), 'rest')),
  ];
  const options = { top: part === 'offered' ? 100 : undefined, unit: part === 'use' ? '' : '%' };
  return html`<figure class="panel">
    <figcaption class="panel__title">${panelTitles[part]}</figcaption>
    ${chart('lines', { lines, ...options }, { wide: linesHeight, label: `${panelTitles[part]}, by month` })}
  </figure>`;
}

const columnTitles: Record<Shown, string> = {
  offered: 'Could',
  enabled: 'Set up',
  accessed: 'Did in the month',
  use: 'Transactions per 1,000 patients',
};

function table({ service, places, csv }: MonthsShown, known: readonly Shown[]): TemplateResult {
  const [here, ...others] = places;
  const periods = Object.keys(here!.months).sort().reverse();
  return html`<details class="more">
    <summary class="more__summary">These months as a table</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Months as a table">
      <table class="table table--months">
        <caption class="table__caption"><span class="table__caption-text">${serviceWords[service].name}: ${here!.name} by month</span></caption>
        <thead>
          ${others.length ? doubleHead(places, known) : singleHead(known)}
        </thead>
        <tbody>
          ${periods.map(
            (period) => html`<tr>
              <th scope="row">${formatMonth(period)}</th>
              ${known.flatMap((part) =>
                places.map((series) =>
                  cell(series.months[period]?.[part], part, series === here ? service : null),
                ),
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p><a href=${csv} download>Download as CSV</a></p>
  </details>`;
}

const singleHead = (known: readonly Shown[]) => html`<tr>
  <th scope="col">Month</th>
  ${known.map((part) => html`<th scope="col" class="table__number">${columnTitles[part]}</th>`)}
</tr>`;

const doubleHead = (places: readonly Series[], known: readonly Shown[]) => html`<tr>
    <td></td>
    ${known.map(
      (part) =>
        html`<th scope="colgroup" class="table__number" colspan=${places.length}>
          ${columnTitles[part]}
        </th>`,
    )}
  </tr>
  <tr>
    <th scope="col">Month</th>
    ${known.flatMap(() =>
      places.map(
        ({ level }, i) =>
          html`<th scope="col" class="table__number">
            ${i === 0 ? `this ${kindOf(level)}` : kindOf(level)}
          </th>`,
      ),
    )}
  </tr>`;

function cell(
  figure: ReportedFigure | undefined,
  part: Shown,
  counted: Service | null,
): TemplateResult {
  if (!figure || figure.value === null) {
    return html`<td class="table__number">${figure?.marker ?? '[x]'}</td>`;
  }
  return html`<td class="table__number">
    ${formats[part](figure.value)}${counted ? countsCell(figure, measureOf(`${counted}_${part}`)) : ''}
  </td>`;
}

const countsCell = (figure: ReportedFigure, measure: Measure) =>
  html`<span class="table__of">${countsOf(figure, measure)}</span>`;
