import { html, type TemplateResult } from 'lit';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { Address, Query } from '../page.ts';
import { arrangedRows, boundedColumn, nextOrder, orderOf, ownTitles } from './arrangedTable.ts';
import type { ChartCell, ChartRows, ChartTable } from './kind.ts';
import { codesOf } from './rows.ts';
import { shownExtensions } from './shownFiles.ts';
import { chartTable, type Heading, type LinkTo } from './table.ts';

/** With fewer rows than this there is nothing to search. */
const few = 8;

type Extension = (typeof shownExtensions)[number];

const fileNames: Record<Extension, string> = { csv: 'CSV', xlsx: 'Excel', parquet: 'Parquet' };

interface GridOptions {
  linkTo?: LinkTo;
  /** The address of its rows as a file, and the file's name. */
  fileAs: (extension: Extension) => { href: string; name: string };
  /** Whether its places can be kept. */
  keeps: boolean;
}

/** A chart's table, which can be sorted by its headings, filtered, and downloaded as shown. */
export function grid(
  table: ChartTable,
  address: Address,
  { linkTo, fileAs, keeps }: GridOptions,
): TemplateResult {
  const rows = arrangedRows(table, address.query);
  const order = orderOf(address.query, table);
  const heading = (column: number): Heading => ({
    id: `grid-sort-${column + 1}`,
    href: address.href({ sort: nextOrder(order, column, Boolean(table.columns[column]!.numeric)) }),
    sorted: order?.column === column ? (order.descending ? 'descending' : 'ascending') : null,
  });
  const kept = address.query.area?.toUpperCase().split(',') ?? [];
  const keepTo = (code: string) => {
    const others = kept.filter((one) => one !== code);
    const isKept = others.length < kept.length;
    const area = (isKept ? others : [...kept, code]).join(',') || undefined;
    return { href: address.href({ area, q: undefined }), kept: isKept };
  };
  return html`<div class="grid">
    ${table.rows.length > few ? narrowing(table, address, rows.length) : ''}
    ${chartTable({ ...table, rows }, address, {
      linkTo,
      heading,
      inPieces: true,
      total: totalOf(table, rows),
      ...(keeps && { keepTo }),
    })}
    <p class="grid__save">Download these rows:
      ${shownExtensions.map((extension) => {
        const { href, name } = fileAs(extension);
        return html`<a href=${href} download=${name} data-leave><span class="unseen">These rows as </span>${fileNames[extension]}</a> `;
      })}
    </p>
  </div>`;
}

/** The total of the places in rows, without England; undefined for fewer than two. */
function totalOf({ total }: ChartTable, rows: ChartRows): ChartCell[] | undefined {
  if (!total) return undefined;
  const codes = new Set(codesOf(rows));
  codes.delete(ENGLAND);
  return codes.size > 1 ? total(codes) : undefined;
}

/** A form that filters rows by name and by number: with script while typing, without it by its button. */
function narrowing(table: ChartTable, { query, prefix, path }: Address, shown: number) {
  const { filter, column: _, least, most, rows: __, ...others } = query as Query;
  const all = table.rows.length;
  const bounded = boundedColumn(query, table);
  const titles = ownTitles(table);
  const numbers = table.columns.flatMap(({ numeric }, i) =>
    numeric ? { title: titles[i]!, i } : [],
  );
  const field = (name: 'least' | 'most', label: string, value: string | undefined) => html`<span
      class="narrow__field"><label for=${`grid-${name}`}>${label}</label>
    <input class="find__input grid__number" id=${`grid-${name}`} name=${name} inputmode="decimal" autocomplete="off" .value=${value ?? ''} /></span>`;
  return html`<form class="narrow" method="get" action=${`${prefix}${path}#explored`} data-filter role="search" aria-label="Narrow the table">
    ${Object.entries(others).map(([name, value]) =>
      value ? html`<input type="hidden" name=${name} value=${value} />` : '',
    )}
    <span class="narrow__field"><label for="grid-filter">Name or code</label>
    <input class="find__input narrow__input" id="grid-filter" name="filter" type="search" autocomplete="off" spellcheck="false" maxlength="100" .value=${filter ?? ''} /></span>
    <span class="narrow__field"><label for="grid-column">Where</label>
    <select class="month__select grid__column" id="grid-column" name="column" .value=${String(bounded + 1)}>
      ${numbers.map(
        ({ title, i }) =>
          html`<option value=${String(i + 1)} ?selected=${i === bounded}>${title}</option>`,
      )}
    </select></span>
    ${field('least', 'is at least', least)} ${field('most', 'and at most', most)}
    <button class="button narrow__button" type="submit">Narrow</button>
    <p class="narrow__count" role="status">
      ${shown === all ? `All ${formatCount(all)} rows` : `${formatCount(shown)} of ${formatCount(all)} rows`}
    </p>
  </form>`;
}
