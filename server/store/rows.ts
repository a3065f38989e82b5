export type Row = Record<string, unknown>;

/** Columns as rows. */
export function toRows<T>(
  columns: readonly (readonly unknown[])[],
  names: readonly string[],
  count: number,
): T[] {
  const rows: Row[] = new Array(count);
  for (let i = 0; i < count; i++) {
    const row: Row = {};
    for (let j = 0; j < names.length; j++) row[names[j]!] = columns[j]![i];
    rows[i] = row;
  }
  return rows as T[];
}
