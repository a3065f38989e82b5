import { isMarker, type Marker } from '../../../data/definitions/markers.ts';
import { kindWords, monthsWords } from '../../../data/words/source.ts';
import { badParameter } from '../../errors.ts';
import { type Column, missingIn, sliced, type Table } from '../../table.ts';
import { columnTitle } from '../columnTitle.ts';
import type { About } from '../format.ts';
import {
  type Cell,
  cellXml,
  columnLetters,
  rowStart,
  rowXml,
  textWidth,
  wrappedHeight,
  wrappedRowXml,
} from './cell.ts';
import { askedWords, titleOf } from './cover.ts';
import type { Seen } from './notes.ts';
import { lineHeight } from './styles.ts';
import type { Sheet } from './workbook.ts';

/** Fills an empty table, because a marked-up table must have at least one row. */
const noRow = { marker: '[z]' } as const;

/** The most data rows on one sheet; a worksheet ends at row 1,048,576. */
export const mostRows = 1_048_000;

type Row = Record<string, unknown> & { marker?: Marker | null };

/**
 * The sheet with the table, with its title in A1 and remarks above the table. `begun` is the first rows, which set the
 * column widths; `seen` collects what the notes must explain. Throws a 400 beyond `most` rows.
 */
export function dataSheet(
  { begun, rest, columns, most }: DataRows,
  about: About,
  seen: Seen,
): Sheet {
  const above: Cell[] = [
    { value: titleOf(about), style: 'title' },
    ...(about.meta.note ? [{ value: about.meta.note, style: 'text' } as const] : []),
    {
      value: `Release ${about.meta.release}: ${kindWords(about.meta)}, ${monthsWords(about.meta)}. ${askedWords(about, 10)}`,
      style: 'text',
    },
    { value: 'This sheet contains one table.', style: 'text' },
    { value: 'Notes: columns, measures and markers in square brackets', style: 'link' },
  ];
  const widths = columns.map((column) => widthOf(column, begun));
  const wraps = columns.map(({ type }, i) => !isNumber(type) && widths[i] === widest);
  const letters = columns.map((_, i) => columnLetters(i));
  const first = above.length + 1;
  let last = first;
  const rowOf = (row: Row) => {
    if (row.measure) seen.measures.add(String(row.measure));
    last++;
    const high = wraps.includes(true) ? heightOf(row, columns, wraps) : undefined;
    let xml = rowStart(last, high);
    for (let i = 0; i < columns.length; i++) {
      xml += dataCell(columns[i]!, letters[i]!, last, row, seen, wraps[i] ? 'sentence' : 'cell');
    }
    return `${xml}</row>`;
  };
  return {
    name: sheetName(about),
    widths,
    links: [{ cell: `A${above.length}`, to: 'Notes' }],
    async *rows() {
      for (const [i, cell] of above.entries()) yield rowXml(i + 1, [cell], lineHeight(cell.style));
      const headings = columns.map(
        ({ name, type }): Cell => ({
          value: columnTitle(name),
          style: isNumber(type) ? 'columnOfNumbers' : 'columnOfText',
        }),
      );
      // Bold letters and the indent leave less room.
      const room = widths.map((width) => width - 3);
      yield wrappedRowXml(first, headings, room);
      for await (const rows of chunksOf(begun, rest)) {
        seen.rows += rows.length;
        if (seen.rows > most) throw tooLong(most);
        yield (rows as Row[]).map(rowOf).join('');
      }
      if (seen.rows === 0) yield rowOf(noRow);
    },
    table: () => ({ headings: columns.map(({ name }) => columnTitle(name)), first, last }),
  };
}

interface DataRows {
  begun: readonly object[];
  rest: AsyncIterator<object[]>;
  columns: readonly Column[];
  most: number;
}

/** Columns of a sheet. Markers are in the cells they explain, so the column of markers is left out. */
export const sheetColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.filter(({ name }) => name !== 'marker');

/** A sheet's name: letters, digits and underscores. */
const sheetName = ({ name }: About): string => name.replace(/\W+/g, '_').slice(0, 25);

/** How many rows set the column widths; tables up to this length are also laid out for reading. */
const measured = 500;
const inHand = 5_000;

/** The first few thousand rows of a table, and whether those are all. */
export async function begin(
  table: Table,
): Promise<{ begun: object[]; rest: AsyncIterator<object[]>; isWhole: boolean }> {
  const rest = iterate(table.chunks);
  const begun: object[] = [];
  while (begun.length < inHand) {
    const chunk = await rest.next();
    if (chunk.done) return { begun, rest, isWhole: true };
    for (const row of chunk.value) begun.push(row);
  }
  return { begun, rest, isWhole: false };
}

async function* iterate(chunks: Table['chunks']): AsyncGenerator<object[]> {
  yield* chunks;
}

async function* chunksOf(
  begun: readonly object[],
  rest: AsyncIterator<object[]>,
): AsyncGenerator<readonly object[]> {
  try {
    yield* sliced(begun);
    for (let chunk = await rest.next(); !chunk.done; chunk = await rest.next()) yield chunk.value;
  } finally {
    await rest.return?.();
  }
}

/** The cell of a column in a data row: its value, or the marker that says why there is none. */
function dataCell(
  column: Column,
  letters: string,
  number: number,
  row: Row,
  { markers }: Seen,
  textStyle: 'cell' | 'sentence',
): string {
  const value = row[column.name] ?? '';
  if (value === '') {
    const marker = missingIn(column, row);
    markers.add(marker);
    return cellXml(letters, number, marker, isNumber(column.type) ? 'marker' : textStyle);
  }
  if (isMarker(value)) markers.add(value);
  if (typeof value === 'number') {
    return cellXml(letters, number, value, column.type === 'integer' ? 'whole' : 'decimal');
  }
  return cellXml(letters, number, typeof value === 'boolean' ? value : String(value), textStyle);
}

const isNumber = (type: Column['type']) => type === 'integer' || type === 'number';

/** The height of a row whose longest texts wrap. */
const heightOf = (row: Row, columns: readonly Column[], wraps: readonly boolean[]): number =>
  Math.max(
    ...columns.map(({ name }, i) =>
      wraps[i] ? wrappedHeight(String(row[name] ?? ''), widest) : 0,
    ),
    lineHeight('cell'),
  );

/** The widest a text column can be, in characters; longer texts wrap. */
const widest = 70;

function widthOf({ name, type }: Column, begun: readonly object[]): number {
  const longest = begun
    .slice(0, measured)
    .map((row) => textWidth(String((row as Row)[name] ?? '')))
    .reduce((a, b) => Math.max(a, b), 0);
  const word = Math.max(
    ...columnTitle(name)
      .split(' ')
      .map((part) => part.length),
  );
  const least = Math.max(word + 3, 10);
  return isNumber(type)
    ? Math.max(least, 14)
    : Math.min(widest, Math.max(least, Math.ceil(longest) + 4));
}

const tooLong = (most: number) =>
  badParameter(
    'format',
    'xlsx',
    `more than ${most.toLocaleString('en-GB')} rows, which do not fit on one sheet: use format=csv or format=parquet, or ask for less`,
  );
