import {
  type DuckDBDataChunk,
  type DuckDBResult,
  type DuckDBValue,
  DuckDBTypeId as types,
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';

/** Reads the values of a column from one row up to another. */
export type ColumnReader = (from: number, to: number) => unknown[];

/**
 * Readers of a chunk's columns. Integers and big integers become numbers, dates and decimals text, what is missing
 * null. The common types are read from the chunk's memory: value by value, as the client library reads them, takes two
 * to nine times as long.
 */
export const columnReaders = (result: DuckDBResult, chunk: DuckDBDataChunk): ColumnReader[] =>
  Array.from({ length: chunk.columnCount }, (_, column) =>
    readerOf(chunk, column, result.columnTypeId(column)),
  );

function readerOf(chunk: DuckDBDataChunk, column: number, type: number): ColumnReader {
  const { rowCount } = chunk;
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
  const bits = duckdb.vector_get_validity(vector, Math.ceil(rowCount / 64) * 8) as Bits;
  const data = (width: number) => {
    const { buffer, byteOffset } = duckdb.vector_get_data(vector, rowCount * width);
    return [buffer, byteOffset] as const;
  };
  switch (type) {
    case types.INTEGER:
      return numbersIn(new Int32Array(...data(4), rowCount), bits);
    case types.DOUBLE:
      return numbersIn(new Float64Array(...data(8), rowCount), bits);
    case types.BIGINT:
      return bigNumbersIn(new DataView(...data(8)), bits);
    case types.VARCHAR:
      return textsIn(...data(16), rowCount, bits);
    default:
      return (from, to) => {
        const values = chunk.getColumnVector(column);
        return filled(from, to, null, (row) => plain(values.getItem(row)));
      };
  }
}

/** A bit for each row, 0 if it has no value; null if every row has one. */
type Bits = Uint8Array | null;

function filled(
  from: number,
  to: number,
  bits: Bits,
  valueAt: (row: number) => unknown,
): unknown[] {
  const values: unknown[] = new Array(to - from);
  for (let row = from; row < to; row++) {
    const isThere = bits === null || (bits[row >> 3]! & (1 << (row & 7))) !== 0;
    values[row - from] = isThere ? valueAt(row) : null;
  }
  return values;
}

const numbersIn =
  (numbers: Int32Array | Float64Array, bits: Bits): ColumnReader =>
  (from, to) =>
    filled(from, to, bits, (row) => numbers[row]);

const bigNumbersIn =
  (view: DataView, bits: Bits): ColumnReader =>
  (from, to) =>
    filled(
      from,
      to,
      bits,
      (row) => view.getInt32(8 * row + 4, true) * 2 ** 32 + view.getUint32(8 * row, true),
    );

/** Bytes that a text takes in its column, with its length; longer ones are elsewhere. */
const textBytes = 16;
const longestWithin = 12;

/**
 * Each text is its length in bytes, then itself or, if it is longer, where it is. One like that before it is not read
 * again.
 */
function textsIn(
  buffer: ArrayBufferLike,
  byteOffset: number,
  rowCount: number,
  bits: Bits,
): ColumnReader {
  const bytes = Buffer.from(buffer, byteOffset, rowCount * textBytes);
  const words = new Uint32Array(buffer, byteOffset, (rowCount * textBytes) / 4);
  let last = -1;
  let text = '';
  const isLast = (at: number) =>
    words[at] === words[last] &&
    words[at + 1] === words[last + 1] &&
    words[at + 2] === words[last + 2] &&
    words[at + 3] === words[last + 3];
  const read = (row: number) => {
    const at = (row * textBytes) / 4;
    if (isLast(at)) return text;
    const length = words[at]!;
    const start = row * textBytes + 4;
    if (length <= longestWithin) text = bytes.toString('utf8', start, start + length);
    else {
      const found = duckdb.get_data_from_pointer(
        buffer as ArrayBuffer,
        byteOffset + start + 4,
        length,
      );
      text = Buffer.from(found.buffer, found.byteOffset, length).toString('utf8');
    }
    last = at;
    return text;
  };
  return (from, to) => filled(from, to, bits, read);
}

function plain(value: DuckDBValue): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value;
  return String(value);
}
