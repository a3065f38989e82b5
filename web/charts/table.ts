import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { escaped } from '../../data/definitions/markup.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { withMarks } from '../marks.ts';
import { markup } from '../markup.ts';
import type { Address } from '../page.ts';
import type { ChartCell, ChartTable } from './kind.ts';

/** Rows of a long table that are shown at first. */
const first = 100;

/** Rows in each section of a table that comes in sections: about as many as are seen at once. */
const piece = 20;

export type LinkTo = (level: PlaceLevel, code: string) => string;

/** Links of the rows' places. */
export interface RowLinks {
  /** To a place's own page. */
  linkTo?: LinkTo;
  /** To the same page with a place kept, or without one that is kept. */
  keepTo?: (code: string) => { href: string; kept: boolean };
}

interface TableOptions extends RowLinks {
  heading?: (column: number) => Heading;
  /** Whether a short table comes in sections too, which takes a browser a fraction of the time. */
  inPieces?: boolean;
  /** The total of the rows, below them. */
  total?: ChartCell[];
}

/**
 * A chart's table with links to places and an explanation of its markers. A long table shows its first rows, and all
 * rows come in sections, so that a browser needs to lay out only those that are seen.
 */
export function chartTable(
  { caption, columns, rows }: ChartTable,
  address: Address,
  { heading, inPieces, total, ...links }: TableOptions = {},
): TemplateResult {
  const all = address.query.rows === 'all' || rows.length <= first;
  const shown = all ? rows.length : first;
  const long = shown > first || (inPieces && shown > piece);
  const step = long ? piece : first;
  const pieces = [];
  for (let i = 0; i < shown; i += step) pieces.push(rows.slice(i, Math.min(i + step, shown)));
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="The figures as a table">
      <table class=${`table table--figure${long ? ' table--long' : ''}`}>
        <caption class="table__caption"><span class="table__caption-text">${caption}</span></caption>
        <thead>
          <tr>
            ${columns.map(({ title, numeric }, i) => headingCell(title, Boolean(numeric), heading?.(i)))}
          </tr>
        </thead>
        ${pieces.map(
          (some) =>
            html`<tbody>${markup(some.map((row) => rowMarkup(row, columns, links)).join(''))}</tbody>`,
        )}
        ${total ? html`<tfoot>${markup(rowMarkup(total, columns, {}))}</tfoot>` : ''}
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

/** The link of a heading, and how the rows are sorted by its column now. */
export interface Heading {
  id: string;
  href: string;
  sorted: 'ascending' | 'descending' | null;
}

function headingCell(title: string, numeric: boolean, heading?: Heading) {
  const kind = numeric ? 'table__number' : '';
  return heading
    ? html`<th scope="col" class=${kind} aria-sort=${heading.sorted ?? 'none'}>
        <a class="table__sort" id=${heading.id} href=${heading.href}>${title}<span class="table__arrow" aria-hidden="true"></span></a>
      </th>`
    : html`<th scope="col" class=${kind}>${title}</th>`;
}

function rowMarkup(
  [first, ...cells]: readonly ChartCell[],
  columns: ChartTable['columns'],
  links: RowLinks,
): string {
  const others = cells.map((cell, i) => {
    const kind = columns[i + 1]!.numeric ? ' class="table__number"' : '';
    return `<td${kind}>${cellMarkup(cell, links)}</td>`;
  });
  const code = first!.place ? ` data-code="${escaped(first!.place.code)}"` : '';
  const keep = keepMarkup(first!, links);
  return `<tr${code}><th scope="row">${cellMarkup(first!, links)}${keep}</th>${others.join('')}</tr>`;
}

function cellMarkup({ text, of, place, spark }: ChartCell, { linkTo }: RowLinks): string {
  if (spark) return `${spark}<span class="table__of">${escaped(text)}</span>`;
  const name =
    place && linkTo && place.level !== 'group'
      ? `<a href="${escaped(linkTo(place.level, place.code))}">${escaped(text)}</a>`
      : escaped(text);
  return of ? `${name}<span class="table__of">${escaped(of)}</span>` : name;
}

function keepMarkup({ text, place }: ChartCell, { keepTo }: RowLinks): string {
  if (!place || !keepTo || place.level === 'england') return '';
  const { href, kept } = keepTo(place.code);
  const [id, words] = [`keep-${escaped(place.code)}`, kept ? 'Let go' : 'Keep'];
  return ` <a class="table__keep" id="${id}" href="${escaped(href)}">${words}<span class="unseen"> ${escaped(text)}</span></a>`;
}
