import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../../data/definitions/levels.ts';
import { chart } from '../../charts/chart.ts';
import type { DrawingName } from '../../charts/drawings.ts';
import type { ChartCell, ChartData, ChartTable } from '../../charts/kind.ts';
import type { Address } from '../../page.ts';
import { placeLink } from '../within.ts';
import type { Form } from './choice.ts';

/** Rows of a long table before all are asked for. */
const firstRows = 250;

/** What is chosen, as its words and its table. */
export function exploreFigure(
  { id, kind }: Form,
  data: ChartData,
  address: Address,
): TemplateResult {
  const lacks = kind.lacks(data);
  return html`<section class="section" aria-labelledby="shown">
    <h2 class="section__title" id="shown">${kind.title(data)}</h2>
    <p>${kind.subtitle(data)}</p>
    <p class="section__lead">${kind.sentence(data)}</p>
    ${id === 'table' || lacks?.all ? '' : chart(kind.id as DrawingName, data as never, { ...kind.height(data), label: kind.title(data) })}
    ${lacks && !lacks.all ? html`<p class="small">${lacks.text}</p>` : ''}
    ${(kind.notes?.(data) ?? []).map((note) => html`<p class="small">${note}</p>`)}
    ${lacks?.all ? '' : figuresTable(kind.table(data), address)}
    ${download(kind.csv(data), address)}
  </section>`;
}

const download = (
  { path, params }: { path: string; params: Record<string, string | undefined> },
  address: Address,
) => html`<p>
  <a href=${address.api(path, { ...params, format: 'csv' })} download>Download as CSV</a>
</p>`;

function figuresTable({ caption, columns, rows }: ChartTable, address: Address) {
  const all = address.query.rows === 'all' || rows.length <= firstRows;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The figures as a table">
      <table class="table">
        <caption class="table__caption"><span class="table__caption-text">${caption}</span></caption>
        <thead>
          <tr>
            ${columns.map(
              ({ title, numeric }) =>
                html`<th scope="col" class=${numeric ? 'table__number' : ''}>${title}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${(all ? rows : rows.slice(0, firstRows)).map(
            ([first, ...cells]) => html`<tr>
              <th scope="row">${cellText(first!, address)}</th>
              ${cells.map(
                (cell, i) =>
                  html`<td class=${columns[i + 1]!.numeric ? 'table__number' : ''}>${cellText(cell, address)}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${all ? '' : html`<p><a href=${address.href({ rows: 'all' })}>Show all ${rows.length} rows</a></p>`}`;
}

const cellText = ({ text, of, place }: ChartCell, address: Address) =>
  html`${place && place.level !== 'group' ? html`<a href=${placeLink(address, place.level as PlaceLevel, place.code)}>${text}</a>` : text}${of ? html`<span class="table__of">${of}</span>` : ''}`;
