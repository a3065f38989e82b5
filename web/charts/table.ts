import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { escaped } from '../../data/definitions/markup.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { withMarks } from '../marks.ts';
import { markup } from '../markup.ts';
import type { Address } from '../page.ts';
import type { ChartCell, ChartTable } from './kind.ts';

/** Rows of a long table before all are asked for. */
const first = 100;

/** Rows in each piece of a long table: few enough to be laid out while it is scrolled. */
const piece = 50;

type LinkTo = (level: PlaceLevel, code: string) => string;

/**
 * A chart's table, its first rows where it is long, with the names of places as links and what its marks mean. All
 * rows of a long one come in pieces, so that a browser needs to lay out only those near the screen.
 */
export function chartTable(
  { caption, columns, rows }: ChartTable,
  address: Address,
  { linkTo }: { linkTo?: LinkTo } = {},
): TemplateResult {
  const all = address.query.rows === 'all' || rows.length <= first;
  const long = all && rows.length > first;
  const step = long ? piece : first;
  const pieces = [];
  for (let i = 0; i < (all ? rows.length : 1); i += step) pieces.push(rows.slice(i, i + step));
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="The figures as a table">
      <table class=${`table table--figure${long ? ' table--long' : ''}`}>
        <caption class="table__caption"><span class="table__caption-text">${caption}</span></caption>
        <thead>
          <tr>
            ${columns.map(
              ({ title, numeric }) =>
                html`<th scope="col" class=${numeric ? 'table__number' : ''}>${title}</th>`,
            )}
          </tr>
        </thead>
        ${pieces.map(
          (some) =>
            html`<tbody>${markup(some.map((row) => rowMarkup(row, columns, linkTo)).join(''))}</tbody>`,
        )}
      </table>
    </div>`;
  const texts = pieces.flat().map((row) => row.map(({ text }) => text));
  return html`${withMarks(table, texts)}
    ${
      all
        ? ''
        : html`<p class="figure__more">
            The first ${formatCount(first)} of ${formatCount(rows.length)} rows.
            <a href=${address.href({ rows: 'all' })}>Show all</a>
          </p>`
    }`;
}

function rowMarkup(
  [first, ...cells]: readonly ChartCell[],
  columns: ChartTable['columns'],
  linkTo?: LinkTo,
): string {
  const others = cells.map((cell, i) => {
    const kind = columns[i + 1]!.numeric ? ' class="table__number"' : '';
    return `<td${kind}>${cellMarkup(cell, linkTo)}</td>`;
  });
  return `<tr><th scope="row">${cellMarkup(first!, linkTo)}</th>${others.join('')}</tr>`;
}

function cellMarkup({ text, of, place }: ChartCell, linkTo?: LinkTo): string {
  const name =
    place && linkTo && place.level !== 'group'
      ? `<a href="${escaped(linkTo(place.level, place.code))}">${escaped(text)}</a>`
      : escaped(text);
  return of ? `${name}<span class="table__of">${escaped(of)}</span>` : name;
}
