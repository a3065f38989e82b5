/** Rows by column: a list for each, or the single value that all rows have. */
interface Columns {
  $rows: number;
  $columns: Record<string, unknown[] | { $all: unknown }>;
}

/** From this many rows, columns are shorter. */
const worthIt = 8;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field names that all rows have in common; null if rows have different ones. */
function commonNames(rows: readonly unknown[]): string[] | null {
  const [first] = rows;
  if (rows.length < worthIt || !isObject(first)) return null;
  const names = Object.keys(first);
  const alike = (row: unknown) => {
    if (!isObject(row)) return false;
    let more = -names.length;
    for (const _ in row) more++;
    return more === 0 && names.every((name) => row[name] !== undefined);
  };
  return names.length && rows.every(alike) ? names : null;
}

/** Turns long lists of similar rows in plain data into columns, to be sent; `fromColumns` reverses it. */
export function toColumns(value: unknown): unknown {
  if (Array.isArray(value)) {
    const names = commonNames(value);
    if (!names) return value.map(toColumns);
    const columns = names.map((name) => [name, columnOf(value.map((row) => row[name]))]);
    return { $rows: value.length, $columns: Object.fromEntries(columns) };
  }
  if (!isObject(value)) return value;
  const copy = { ...value };
  for (const name in copy) copy[name] = toColumns(copy[name]);
  return copy;
}

function columnOf(values: unknown[]): unknown {
  const [first] = values;
  return typeof first !== 'object' || first === null
    ? values.every((one) => one === first)
      ? { $all: first }
      : values
    : toColumns(values);
}

/** Reverses `toColumns`. */
export function fromColumns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromColumns);
  if (!isObject(value)) return value;
  if ('$columns' in value) return rowsOf(value as unknown as Columns);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fromColumns(one)]));
}

function rowsOf({ $rows, $columns }: Columns): unknown[] {
  const columns = Object.entries($columns).map(
    ([name, column]): [string, unknown[] | null, unknown] =>
      '$all' in column ? [name, null, column.$all] : [name, fromColumns(column) as unknown[], null],
  );
  return Array.from({ length: $rows }, (_, i) => {
    const row: Record<string, unknown> = {};
    for (const [name, values, all] of columns) row[name] = values ? values[i] : all;
    return row;
  });
}
