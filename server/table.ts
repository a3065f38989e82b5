import type { Marker } from '../data/definitions/markers.ts';

/** A column of a table. Its name is the CSV header, the JSON key and the name in the description. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  description: string;
  nullable?: boolean;
  /** All possible values, if there are few. */
  enum?: readonly string[];
  /** What an empty cell means if its row has no marker. */
  missing?: Marker;
  /** What its texts are, if its name does not tell. */
  holds?: 'time';
}

/**
 * What the values of a column are. Months and days are texts, recognised by the names that such columns have
 * everywhere.
 */
export const holds = ({ name, type, holds }: Column): 'month' | 'day' | 'time' | Column['type'] => {
  if (holds) return holds;
  if (/(^|_)period$/.test(name)) return 'month';
  if (/(^|_)date$/.test(name)) return 'day';
  return /_at$/.test(name) ? 'time' : type;
};

/** A field of an object: a plain value as in a column, an object, or a list of either. */
export interface Field extends Omit<Column, 'type' | 'missing' | 'holds'> {
  type: Column['type'] | 'object';
  /** The fields of an object. */
  fields?: readonly Field[];
  /** Whether it is a list. */
  many?: boolean;
  /** Whether it is kept only for those who already read it by this name. */
  deprecated?: boolean;
}

/**
 * The marker for an empty cell: that of its row, else of its column, else by type: numbers are not available, texts not
 * applicable.
 */
export const missingIn = ({ missing, type }: Column, row: { marker?: Marker | null }): Marker =>
  row.marker ?? missing ?? (type === 'integer' || type === 'number' ? '[x]' : '[z]');

/** Rows in order, in chunks, and a cursor to continue from if a limit cut them off. */
export interface Table {
  chunks: AsyncIterable<object[]> | Iterable<object[]>;
  /** Known once the chunks have been read. */
  next?: () => string | null;
  /**
   * The number of rows in the whole answer, if not all are here and they can be counted; known once the chunks have
   * been read.
   */
  total?: () => number | undefined | Promise<number | undefined>;
  /** What the answer says about itself besides its rows, such as their number. */
  meta?: object;
}

/** Rows made and written in one go; more would block other requests. */
const rowsAtOnce = 128;

/** The same rows in slices small enough not to block other requests. */
export function* sliced<T>(rows: readonly T[], most = rowsAtOnce): Generator<T[]> {
  for (let i = 0; i < rows.length; i += most) yield rows.slice(i, i + most);
}

/** A table whose rows are all in memory. */
export const whole = (rows: object[], meta?: object): Table => ({
  chunks: sliced(rows),
  total: () => rows.length,
  meta,
});

/** A table of many things in memory, whose rows are made when they are read. */
export const rowsOf = <T>(
  all: readonly T[],
  row: (one: T, index: number) => object,
  meta?: object,
): Table => ({
  chunks: made(all, row),
  total: () => all.length,
  meta,
});

function* made<T>(all: readonly T[], row: (one: T, index: number) => object): Generator<object[]> {
  let before = 0;
  for (const some of sliced(all)) {
    yield some.map((one, i) => row(one, before + i));
    before += some.length;
  }
}
