import type { Marker } from '../data/definitions/markers.ts';

/** A column of a table: its name is the CSV header, the JSON key and the name in the description. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  description: string;
  nullable?: boolean;
  /** All the values it can have, where they are few. */
  enum?: readonly string[];
  /** What an empty cell means where its row has no marker. */
  missing?: Marker;
  /** What its texts are, where its name does not say so. */
  holds?: 'time';
}

/** What the values of a column are: months and days are texts, known by the names that such columns have everywhere. */
export const holds = ({ name, type, holds }: Column): 'month' | 'day' | 'time' | Column['type'] => {
  if (holds) return holds;
  if (/(^|_)period$/.test(name)) return 'month';
  if (/(^|_)date$/.test(name)) return 'day';
  return /_at$/.test(name) ? 'time' : type;
};

/** What an object holds under a name: a plain value as in a column, an object, or a list of either. */
export interface Field extends Omit<Column, 'type' | 'missing' | 'holds'> {
  type: Column['type'] | 'object';
  /** What an object holds in turn. */
  fields?: readonly Field[];
  /** Whether it is a list. */
  many?: boolean;
  /** Whether it is kept only for those who read it by this name already. */
  deprecated?: boolean;
}

/** The marker for an empty cell: its row's, its column's, or by type: numbers not available, texts not applicable. */
export const missingIn = ({ missing, type }: Column, row: { marker?: Marker | null }): Marker =>
  row.marker ?? missing ?? (type === 'integer' || type === 'number' ? '[x]' : '[z]');

/** Rows in order, in chunks, and where to go on when a limit cut them off. */
export interface Table {
  chunks: AsyncIterable<object[]> | Iterable<object[]>;
  /** Known once the chunks have been read. */
  next?: () => string | null;
  /** Rows of the whole answer, where not all are here and they can be counted; known once the chunks have been read. */
  total?: () => number | undefined | Promise<number | undefined>;
  /** What the answer says of itself besides its rows, such as how many there are. */
  meta?: object;
}

/** Rows that are made and written at once: more would hold up everybody else. */
const rowsAtOnce = 128;

/** The same rows, so few at a time that they hold up nobody. */
export function* sliced<T>(rows: readonly T[], most = rowsAtOnce): Generator<T[]> {
  for (let i = 0; i < rows.length; i += most) yield rows.slice(i, i + most);
}

/** A table whose rows are all at hand. */
export const whole = (rows: object[], meta?: object): Table => ({
  chunks: sliced(rows),
  total: () => rows.length,
  meta,
});

/** A table of many things at hand, whose rows are made as they are asked for. */
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
