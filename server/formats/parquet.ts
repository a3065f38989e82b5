import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column } from '../table.ts';
import type { Format } from './format.ts';

/** Rows of one row group: large enough for readers, small enough to be encoded without holding up others. */
const groupRows = 20_000;

const types = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const;

/**
 * Apache Parquet with Snappy compression, a row group at a time. Integers are 64 bits wide, numbers are
 * doubles; the release and its kind stand in the key-value metadata of the file.
 */
export const parquet: Format = {
  name: 'parquet',
  type: 'application/vnd.apache.parquet',
  extension: 'parquet',
  async *write(table, { columns, meta }) {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(({ name, type, nullable }) => ({
          name,
          repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
          ...types[type],
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
    const write = (rows: object[]): Uint8Array => {
      const columnData = columns.map((column) => ({
        name: column.name,
        data: rows.map((row) => cell(row as Record<string, unknown>, column)),
      }));
      writer.write({ columnData, rowGroupSize: rows.length });
      return taken();
    };
    let group: object[] = [];
    for await (const rows of table.chunks) {
      for (const row of rows) {
        if (group.push(row) < groupRows) continue;
        yield write(group);
        group = [];
      }
    }
    if (group.length) yield write(group);
    writer.finish();
    yield taken();
  },
};

function cell(row: Record<string, unknown>, { name, type }: Column): unknown {
  const value = row[name] ?? null;
  return type === 'integer' && value !== null ? BigInt(value as number) : value;
}
