import type { Query } from '../page.ts';
import type { ChartCell, ChartRows, ChartTable } from './kind.ts';

/** A column to sort by, from 0, and the direction. */
export interface ColumnOrder {
  column: number;
  descending: boolean;
}

/** The sorting in an address, as `2` or `-2` with columns from 1; null if it names none of the table's columns. */
export function orderOf(
  { sort }: Query,
  { columns }: Pick<ChartTable, 'columns'>,
): ColumnOrder | null {
  const found = /^(-?)(\d+)$/.exec(sort ?? '');
  const column = Number(found?.[2]) - 1;
  return found && columns[column] ? { column, descending: found[1] === '-' } : null;
}

/**
 * The sorting that a heading links to: reversed if it is sorted by already, else names from A and numbers from the
 * highest.
 */
export function nextOrder(now: ColumnOrder | null, column: number, numeric: boolean): string {
  const descending = now?.column === column ? !now.descending : numeric;
  return `${descending ? '-' : ''}${column + 1}`;
}

/** The column whose numbers an address limits: the one it names, or the first with numbers. */
export function boundedColumn({ column }: Query, { columns }: Pick<ChartTable, 'columns'>): number {
  const asked = Number(column) - 1;
  return columns[asked]?.numeric ? asked : columns.findIndex(({ numeric }) => numeric);
}

const bound = (text: string | undefined): number | null => {
  const number = Number(text?.replaceAll(',', ''));
  return text?.trim() && Number.isFinite(number) ? number : null;
};

/** The rows of a table that match the words and limits of an address, in its order. */
export function arrangedRows(table: ChartTable, query: Query): ChartRows {
  const words = query.filter?.toLowerCase().split(/\s+/) ?? [];
  const [least, most] = [bound(query.least), bound(query.most)];
  const order = orderOf(query, table);
  // Rows that are not rearranged need not all be made: a page shows few of thousands.
  if (!words.length && least === null && most === null && !order) return table.rows;
  const column = boundedColumn(query, table);
  const holds = (row: ChartCell[]) => {
    const { text, value } = row[0]!;
    const name = `${text} ${value ?? ''}`.toLowerCase();
    if (!words.every((word) => name.includes(word))) return false;
    if (least === null && most === null) return true;
    const number = row[column]!.value;
    return typeof number === 'number' && number >= (least ?? number) && number <= (most ?? number);
  };
  const rows = table.rows.slice().filter(holds);
  return order ? rows.sort((a, b) => compared(a[order.column]!, b[order.column]!, order)) : rows;
}

/** Cells without a value come last in either direction. */
function compared(a: ChartCell, b: ChartCell, { descending }: ColumnOrder): number {
  if (a.value === null || b.value === null) {
    return a.value === b.value ? 0 : a.value === null ? 1 : -1;
  }
  const ways =
    typeof a.value === 'number' && typeof b.value === 'number'
      ? a.value - b.value
      : a.text.localeCompare(b.text, 'en');
  return descending ? -ways : ways;
}

/** Complete column titles: "limits at 95% to" for one that continues "limits at 95% from". */
export const ownTitles = ({ columns }: Pick<ChartTable, 'columns'>): string[] =>
  columns.map(({ title }, i) =>
    title === 'to' ? (columns[i - 1]?.title ?? '').replace(/from$/, 'to') : title,
  );
