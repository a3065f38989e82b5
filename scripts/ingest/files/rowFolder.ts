import { longFields } from '../../../data/definitions/extracts.ts';
import type { FoldedFile } from './foldedFile.ts';
import type { Header } from './readHeader.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;

/** Bytes of a part of the text, of its longest line, of the cells before the field, of a value, and written at once. */
const most = {
  part: 1 << 20,
  line: 1 << 16,
  place: 1 << 12,
  digits: 9,
  value: 10,
  written: 1 << 20,
};

/** A file of this many lines that fold fewer rows than this each, on average, is not worth folding. */
const leastFolded = { lines: 2_500, rows: 4 };

const fields = Object.keys(longFields);

/**
 * Folds the rows of a long file into a line for each practice and month, so that codes and names are read once instead
 * of once for each field. A line has the number of its first row (1 is the first under the header), how many rows it
 * folds, a bit for each field of `longFields` that has a row, the cells before the field as they are, and the value of
 * each field, blank if there is none.
 *
 * Only rows that are beyond doubt are folded: a line each, with every cell before the field, a known field that the
 * practice has not had yet, and a whole number in plain digits or nothing. The first other row ends the folding.
 */
export class RowFolder {
  /** Rows and bytes folded so far, and the bytes of the longest line with its row. */
  rows = 0;
  bytes = 0;
  longest = { bytes: 0, row: 0 };

  private readonly delimiter: number;
  private readonly fieldCells: Buffer[];
  private readonly ends: readonly number[];
  private readonly cellsBefore: number;

  /** The end of the text so far, up to `most.line`, and the part being read behind it. */
  private readonly text = Buffer.alloc(most.line + most.part + most.place);
  private readonly textView = viewOf(this.text);
  private pending = 0;

  /** The cells before the field of the rows being folded. */
  private readonly place = Buffer.alloc(most.place);
  private readonly placeView = viewOf(this.place);
  private placeBytes = 0;

  /** Their number, their values, and a bit for each field that has one. */
  private folding = 0;
  private readonly values = Buffer.alloc(fields.length * most.value);
  private readonly valueBytes = new Int32Array(fields.length);
  private known = 0;
  /** The field in each position among a practice's rows: mostly the same as that of the practice before. */
  private readonly usual: number[] = fields.map((_, i) => i);

  private lines = 0;
  private readonly written = Buffer.alloc(
    most.written + most.place + fields.length * most.value + 99,
  );
  private writtenBytes = 0;

  private constructor(
    private readonly file: FoldedFile,
    header: Header,
  ) {
    this.delimiter = header.delimiter.charCodeAt(0);
    this.fieldCells = fields.map((field) => Buffer.from(field + header.delimiter));
    this.ends = header.newline === '\n' ? [newline] : [carriageReturn, newline];
    this.cellsBefore = header.roles.length - 2;
  }

  /** A folder of the rows under a header into a new file; null if they are of another kind. */
  static into(file: FoldedFile, header: Header): RowFolder | null {
    const { layout, roles, newline, blankLinesBefore } = header;
    const isLong = layout.shape === 'long' && roles.at(-2) === 'field' && roles.at(-1) === 'value';
    const isPlain = newline !== '\r' && !blankLinesBefore && !roles.includes(null);
    return isLong && isPlain ? new RowFolder(file, header) : null;
  }

  /** Folds the lines of the next bytes under the header. Returns null, or all from the line that ends the folding. */
  fold(chunk: Buffer): Buffer | null {
    for (let from = 0; from < chunk.length; from += most.part) {
      const part = chunk.subarray(from, from + most.part);
      const end = most.line + part.copy(this.text, most.line);
      const start = most.line - this.pending;
      const whole = this.text.lastIndexOf(newline, end - 1) + 1;
      const at = whole > start ? this.foldLines(start, whole) : start;
      this.pending = end - at;
      if (at < whole || this.pending > most.line) {
        return Buffer.concat([this.text.subarray(at, end), chunk.subarray(from + most.part)]);
      }
      this.text.copyWithin(most.line - this.pending, at, end);
    }
    return null;
  }

  /** Writes what is left. Returns the bytes of a last line without an end. */
  finish(): Buffer {
    this.writeLine();
    this.write();
    return this.text.subarray(most.line - this.pending, most.line);
  }

  /** Folds lines from `at` to `end`; returns the start of the first that cannot be folded, or `end`. */
  private foldLines(at: number, end: number): number {
    while (at < end) {
      const field = this.isSamePlace(at) ? at + this.placeBytes : this.beginPlace(at);
      const next = field === null ? null : this.foldValue(field);
      if (next === null) break;
      this.rows++;
      this.bytes += next - at;
      const bytes = next - 1 - at;
      if (bytes > this.longest.bytes) this.longest = { bytes, row: this.rows };
      at = next;
    }
    return at;
  }

  private isSamePlace(at: number): boolean {
    const { textView, placeView, placeBytes } = this;
    let i = 0;
    for (; i + 8 <= placeBytes; i += 8) {
      const first = textView.getInt32(at + i, true) ^ placeView.getInt32(i, true);
      const second = textView.getInt32(at + i + 4, true) ^ placeView.getInt32(i + 4, true);
      if ((first | second) !== 0) return false;
    }
    for (; i < placeBytes; i++) {
      if (textView.getUint8(at + i) !== placeView.getUint8(i)) return false;
    }
    return placeBytes > 0;
  }

  /** Begins a line for the row at `at`; returns where its field begins, or null if the cells before it are not whole. */
  private beginPlace(at: number): number | null {
    this.writeLine();
    if (this.lines > leastFolded.lines && this.rows < this.lines * leastFolded.rows) return null;
    const { text, delimiter } = this;
    let cells = 0;
    let isQuoted = false;
    for (let i = at; text[i] !== newline; i++) {
      if (text[i] === quote) isQuoted = !isQuoted;
      if (text[i] !== delimiter || isQuoted || ++cells < this.cellsBefore) continue;
      this.placeBytes = i + 1 - at;
      return this.placeBytes > most.place ? null : at + text.copy(this.place, 0, at, i + 1);
    }
    return null;
  }

  /** Keeps the value of the row whose field begins at `at`; returns where the next row begins, or null. */
  private foldValue(at: number): number | null {
    const field = this.fieldAt(at);
    if (field === null || (this.known >> field) & 1) return null;
    const { text, values } = this;
    const from = at + this.fieldCells[field]!.length;
    const digits = text[from] === minus ? from + 1 : from;
    let end = digits;
    while (text[end]! >= zero && text[end]! <= nine && end - digits < most.digits) end++;
    const isPlain = text[digits] === zero ? end - from === 1 : end > digits || end === from;
    if (!isPlain) return null;
    for (let i = from, into = field * most.value; i < end; i++) values[into++] = text[i]!;
    for (const one of this.ends) if (text[end++] !== one) return null;
    this.valueBytes[field] = end - this.ends.length - from;
    this.known |= 1 << field;
    this.folding++;
    return end;
  }

  private fieldAt(at: number): number | null {
    const usual = this.usual[this.folding];
    if (usual !== undefined && this.isField(usual, at)) return usual;
    const field = fields.findIndex((_, i) => this.isField(i, at));
    if (field < 0) return null;
    this.usual[this.folding] = field;
    return field;
  }

  private isField(field: number, at: number): boolean {
    const { text } = this;
    const cell = this.fieldCells[field]!;
    for (let i = 0; i < cell.length; i++) if (text[at + i] !== cell[i]) return false;
    return true;
  }

  /** Writes the line of the rows folded since the last one. */
  private writeLine(): void {
    if (this.folding === 0) return;
    const { written, values, valueBytes, delimiter } = this;
    const separator = String.fromCharCode(delimiter);
    const numbers = [this.rows - this.folding + 1, this.folding, this.known, ''].join(separator);
    let end = this.writtenBytes;
    end += written.write(numbers, end, 'latin1');
    end += this.place.copy(written, end, 0, this.placeBytes);
    for (let field = 0; field < fields.length; field++) {
      if ((this.known >> field) & 1) {
        const from = field * most.value;
        for (let i = from; i < from + valueBytes[field]!; i++) written[end++] = values[i]!;
      }
      written[end++] = field < fields.length - 1 ? delimiter : newline;
    }
    this.writtenBytes = end;
    this.lines++;
    this.folding = 0;
    this.known = 0;
    if (end > most.written) this.write();
  }

  private write(): void {
    this.file.add(this.written.subarray(0, this.writtenBytes));
    this.writtenBytes = 0;
  }
}

const viewOf = ({ buffer, byteOffset, length }: Buffer): DataView =>
  new DataView(buffer, byteOffset, length);
