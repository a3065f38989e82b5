import { html, type TemplateResult } from 'lit';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatOf, formatPercent, formatRate } from '../../data/definitions/numbers.ts';
import { formatValue } from '../../server/words.ts';
import type { Part, Series } from '../figures.ts';
import { chart } from './chart.ts';
import { type Line, linesHeight, linesSpec } from './specs/lines.ts';

export interface MonthsShown {
  service: Service;
  /** The place looked at, then those it is held against, nearest first. */
  places: readonly Series[];
  /** Where the same numbers are as CSV. */
  csv: string;
}

const stageNames: Partial<Record<Part, string>> = {
  offered: 'could',
  enabled: 'set up',
  accessed: 'did',
};

const shown = ['offered', 'enabled', 'accessed', 'use'] as const;

function lineOf(series: Series, part: Part, name: string, role: Line['role']): Line {
  const format = part === 'use' ? formatRate : formatPercent;
  return {
    name,
    role,
    months: Object.entries(series.months).map(([period, figures]) => {
      const figure = figures[part];
      const value = figure?.value ?? null;
      return { period, value, text: value === null ? (figure?.marker ?? '[x]') : format(value) };
    }),
  };
}

const hasAny = (series: Series, part: Part): boolean =>
  Object.values(series.months).some((figures) => figures[part] && figures[part].value !== null);

/** The months of a service at a place: all stages on one scale, each on its own, and all as a table. */
export function months({ service, places, csv }: MonthsShown): TemplateResult {
  const [here, ...others] = places;
  if (!here) return html``;
  const known = shown.filter((part) => hasAny(here, part));
  const stages = known.filter((part) => part !== 'use');
  const together = stages.map((part) =>
    lineOf(
      here,
      part,
      stageNames[part]!,
      part === 'accessed' ? 'used' : part === 'offered' ? 'rest' : 'place',
    ),
  );
  const { does } = serviceWords[service];
  return html`<div class="panels">
      ${
        stages.length
          ? html`<figure class="panel panel--lead">
              <figcaption class="panel__title">
                Percent of patients who could ${does}, were set up to, and did, on one scale
              </figcaption>
              ${chart((room) => linesSpec(together, room, { top: 100, unit: '%' }), linesHeight)}
            </figure>`
          : ''
      }
      ${known
        .filter((part) => part !== 'offered' || others.length > 0)
        .map((part) => panel(here, others, part))}
    </div>
    ${table(here, known, service, csv)}`;
}

const panelTitles: Record<(typeof shown)[number], string> = {
  offered: 'Percent who could',
  enabled: 'Percent set up, on its own scale',
  accessed: 'Percent who did in the month, on its own scale',
  use: 'Transactions in the month per 1,000 patients (not people)',
};

function panel(
  here: Series,
  others: readonly Series[],
  part: (typeof shown)[number],
): TemplateResult {
  const role = part === 'accessed' ? 'used' : 'place';
  const lines = [
    lineOf(here, part, others.length ? here.name : '', role),
    ...others.map((series) => lineOf(series, part, series.name, 'rest')),
  ];
  const options = { top: part === 'offered' ? 100 : undefined, unit: part === 'use' ? '' : '%' };
  return html`<figure class="panel">
    <figcaption class="panel__title">${panelTitles[part]}</figcaption>
    ${chart((room) => linesSpec(lines, room, options), linesHeight)}
  </figure>`;
}

const columnTitles: Record<(typeof shown)[number], string> = {
  offered: 'Could',
  enabled: 'Set up',
  accessed: 'Did',
  use: 'Transactions',
};

function table(
  here: Series,
  known: readonly (typeof shown)[number][],
  service: Service,
  csv: string,
): TemplateResult {
  const periods = Object.keys(here.months).sort().reverse();
  return html`<details class="more">
    <summary class="more__summary">These months as a table</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Months as a table">
      <table class="table">
        <caption class="table__caption">
          ${serviceWords[service].name}: ${here.name} by month
        </caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            ${known.map((part) => html`<th scope="col" class="table__number">${columnTitles[part]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${periods.map(
            (period) => html`<tr>
              <th scope="row">${formatMonth(period)}</th>
              ${known.map((part) => {
                const figure = here.months[period]?.[part];
                if (!figure) return html`<td class="table__number">[x]</td>`;
                return html`<td class="table__number">
                  ${formatValue(figure, measureOf(`${service}_${part}`))}
                  ${
                    figure.value === null
                      ? ''
                      : html`<span class="table__of">${formatOf(
                          figure.numerator ?? 0,
                          figure.denominator ?? 0,
                        )}</span>`
                  }
                </td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p><a href=${csv} download>Download as CSV</a></p>
  </details>`;
}
