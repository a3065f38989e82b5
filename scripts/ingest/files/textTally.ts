/** What was counted in a text byte by byte, independently of the CSV reader. */
export interface Tally {
  bytes: number;
  /** Rows of more than blank cells, including the header. A quoted cell may span several lines. */
  rows: number;
  /** The bytes of the longest line, and its data row. */
  longest: { bytes: number; row: number };
}

/** A text as a file of its own, with its counts. */
export interface TextFile {
  path: string;
  /** Which part of it has been counted so far, from 0 to 1. */
  partCounted(): number;
  tally(): Promise<Tally>;
  /** The file with its rows folded (see `RowFolder`); null if they could not be. */
  folded(): Promise<string | null>;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const space = 0x20;
const delimiters = [...',;|'].map((one) => one.charCodeAt(0));
/** A row of nothing else is blank: spreadsheets and other programs write such rows. */
const blanks = new Set([quote, ...delimiters]);
const byteOrderMark = Buffer.from('\ufeff');
/** A byte order mark ends in the last of these. */
const beginsCell = new Set([newline, carriageReturn, 0x09, ...delimiters, byteOrderMark.at(-1)!]);

const startsWithMark = (chunk: Buffer): boolean =>
  chunk.subarray(0, byteOrderMark.length).equals(byteOrderMark);

/** Counts the rows of a text from its bytes, independently of the CSV reader, so that each checks the other. */
export class TextTally {
  private bytes = 0;
  private rows = 0;
  private longest = { bytes: 0, row: 0 };
  /** Whether a lone carriage return ends lines, as it does if it ends the first. */
  private returns: boolean | null = null;
  private quoted = false;
  /** Whether the last quote ended a quoted cell, unless another one follows it at once. */
  private closed = false;
  /** The current line: its bytes, and whether any is not blank. */
  private length = 0;
  private inked = false;
  /** Whether an earlier line of the current row is not blank. */
  private begun = false;
  /** The last byte so far; a text begins as if after a line. */
  private last = newline;

  /**
   * Adds the next bytes. The first call must include all of a byte order mark, and the end of the first line, if that is
   * a carriage return.
   */
  add(chunk: Buffer): void {
    this.returns ??= endsInReturn(chunk);
    let from = this.bytes === 0 && startsWithMark(chunk) ? byteOrderMark.length : 0;
    let quoteAt = chunk.indexOf(quote);
    for (let at = this.endFrom(chunk, 0); at >= 0; at = this.endFrom(chunk, from)) {
      for (; quoteAt >= 0 && quoteAt < at; quoteAt = chunk.indexOf(quote, quoteAt + 1)) {
        this.meetQuote(chunk, quoteAt);
      }
      this.goOn(chunk, from, at);
      this.endLine();
      from = at + 1;
    }
    for (; quoteAt >= 0; quoteAt = chunk.indexOf(quote, quoteAt + 1)) {
      this.meetQuote(chunk, quoteAt);
    }
    this.goOn(chunk, from, chunk.length);
    this.bytes += chunk.length;
    this.last = chunk[chunk.length - 1] ?? this.last;
  }

  /** Adds rows of a line each, between lines, that were counted elsewhere. */
  protected addRows(rows: number, bytes: number, longest: Tally['longest']): void {
    if (longest.bytes > this.longest.bytes) this.longest = { ...longest };
    this.rows += rows;
    this.bytes += bytes;
  }

  /** A quote begins a quoted cell only at the start of a cell; within one that is not quoted it is a part of the text. */
  private meetQuote(chunk: Buffer, at: number): void {
    const before = at > 0 ? chunk[at - 1]! : this.last;
    const isDoubled = before === quote && this.closed;
    this.closed = this.quoted;
    this.quoted = !this.quoted && (isDoubled || beginsCell.has(before));
  }

  /** The counts so far, as if the text ended here. */
  get sum(): Tally {
    const { bytes, rows, length, inked, begun } = this;
    return {
      bytes,
      rows: rows + (inked || begun ? 1 : 0),
      longest: length > this.longest.bytes ? { bytes: length, row: rows } : this.longest,
    };
  }

  private endFrom(chunk: Buffer, from: number): number {
    if (!this.returns) return chunk.indexOf(newline, from);
    let at = from;
    while (at < chunk.length && chunk[at] !== newline && chunk[at] !== carriageReturn) at++;
    return at < chunk.length ? at : -1;
  }

  private goOn(chunk: Buffer, from: number, to: number): void {
    this.length += to - from;
    for (let at = from; !this.inked && at < to; at++) {
      this.inked = chunk[at]! > space && !blanks.has(chunk[at]!);
    }
  }

  private endLine(): void {
    if (this.length > this.longest.bytes) this.longest = { bytes: this.length, row: this.rows };
    this.begun ||= this.inked;
    this.length = 0;
    this.inked = false;
    if (this.quoted) return;
    if (this.begun) this.rows++;
    this.begun = false;
  }
}

/** Whether a lone carriage return ends the first line of a text; null if its end is not in sight. */
function endsInReturn(chunk: Buffer): boolean | null {
  const feed = chunk.indexOf(newline);
  const back = chunk.indexOf(carriageReturn);
  if (back >= 0 && back < chunk.length - 1 && (feed < 0 || back < feed - 1)) return true;
  return feed >= 0 ? false : null;
}
