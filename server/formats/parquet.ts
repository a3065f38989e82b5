import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { LRUCache } from 'lru-cache';
import { unpaced } from '../pace.ts';
import { holds } from '../table.ts';
import type { Format } from './format.ts';

/** Rows per row group: large enough for readers, small enough to encode one column in milliseconds. */
const groupRows = 10_000;

const types = {
  month: { type: 'INT32', converted_type: 'DATE' },
  day: { type: 'INT32', converted_type: 'DATE' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const;

/**
 * Apache Parquet with Snappy compression, a row group at a time. Integers are 64 bits wide, numbers are doubles, months
 * are the date of their first day. Every column has its minimum, maximum and count of nulls, so that readers can skip
 * row groups. The release and its kind are in the file's key-value metadata.
 */
export const parquet: Format = {
  name: 'parquet',
  type: 'application/vnd.apache.parquet',
  extension: 'parquet',
  async *write(table, { columns, meta }, { turn } = unpaced) {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map((column) => ({
          name: column.name,
          repetition_type: column.nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
          ...types[holds(column)],
        })),
      ],
      kvMetadata: ['release', 'kind', 'note', 'made_at'].flatMap((key) => {
        const value = meta[key as 'release' | 'kind' | 'note' | 'made_at'];
        return value === null ? [] : [{ key, value }];
      }),
      createdBy: 'gp-online-uptake',
    });
    const taken = (): Uint8Array => {
      const piece = bytes.getBytes().slice();
      bytes.index = 0;
      return piece;
    };
    async function* write(rows: object[]): AsyncGenerator<Uint8Array> {
      const before = writer.row_groups.length;
      for (const column of columns) {
        yield await turn(() => {
          const write = writers[holds(column)];
          const data = rows.map((row) => {
            const value = (row as Record<string, unknown>)[column.name] ?? null;
            return value === null ? null : write(value);
          });
          writer.write({ columnData: [{ name: column.name, data }], rowGroupSize: rows.length });
          return taken();
        });
      }
      joinGroups(writer, before);
    }
    let group: object[] = [];
    for await (const rows of table.chunks) {
      for (const row of rows) {
        if (group.push(row) < groupRows) continue;
        yield* write(group);
        group = [];
      }
    }
    if (group.length) yield* write(group);
    writer.finish();
    yield taken();
  },
};

/** Makes one row group of those from `first` on, which have the same rows but one column each. */
function joinGroups(writer: ParquetWriter, first: number): void {
  const parts = writer.row_groups.splice(first);
  const sum = (of: (part: (typeof parts)[0]) => bigint | undefined) =>
    parts.reduce((total, part) => total + (of(part) ?? 0n), 0n);
  const { num_rows } = parts[0]!;
  writer.num_rows -= num_rows * BigInt(parts.length - 1);
  writer.row_groups.push({
    columns: parts.flatMap(({ columns }) => columns),
    num_rows,
    total_byte_size: sum((part) => part.total_byte_size),
    total_compressed_size: sum((part) => part.total_compressed_size),
  });
}

const same = (value: unknown): unknown => value;

/** Dates and times repeat a few values. */
const dates = new LRUCache<string, Date>({ max: 1000 });
function date(text: string): Date {
  const known = dates.get(text);
  if (known) return known;
  const made = new Date(text);
  dates.set(text, made);
  return made;
}

/** Converts values that are not null to what the writer expects. */
const writers: Record<keyof typeof types, (value: unknown) => unknown> = {
  month: (value) => date(`${value}-01`),
  day: (value) => date(value as string),
  time: (value) => date(value as string),
  integer: (value) => BigInt(value as number),
  string: same,
  number: same,
  boolean: same,
};
