/** What a text came to, byte by byte, whoever reads its cells. */
export interface Tally {
  bytes: number;
  /** Rows that hold anything, the header among them; a quoted cell may go over several lines. */
  rows: number;
  /** The bytes of the longest line, and its data row. */
  longest: { bytes: number; row: number };
}

/** A text as a file of its own, and what it comes to. */
export interface TextFile {
  path: string;
  tally(): Promise<Tally>;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** Counts the rows of a text as its bytes come, apart from whoever reads its cells, so that one checks the other. */
export class TextTally {
  private bytes = 0;
  private rows = 0;
  private longest = { bytes: 0, row: 0 };
  /** Whether a lone carriage return ends lines, as it does where it ends the first. */
  private returns: boolean | null = null;
  private quoted = false;
  /** Of the line underway: its bytes, and whether any is not blank. */
  private length = 0;
  private inked = false;
  /** Whether an earlier line of the row underway is not blank. */
  private begun = false;

  /** Takes the next bytes; the first of them hold the end of the first line, where it is a carriage return. */
  add(chunk: Buffer): void {
    this.returns ??= endsInReturn(chunk);
    let from = 0;
    let quoteAt = chunk.indexOf(quote);
    for (let at = this.endFrom(chunk, 0); at >= 0; at = this.endFrom(chunk, from)) {
      for (; quoteAt >= 0 && quoteAt < at; quoteAt = chunk.indexOf(quote, quoteAt + 1)) {
        this.quoted = !this.quoted;
      }
      this.goOn(chunk, from, at);
      this.endLine();
      from = at + 1;
    }
    for (; quoteAt >= 0; quoteAt = chunk.indexOf(quote, quoteAt + 1)) this.quoted = !this.quoted;
    this.goOn(chunk, from, chunk.length);
    this.bytes += chunk.length;
  }

  /** What has come so far, as if nothing more did. */
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
    for (let at = from; !this.inked && at < to; at++) this.inked = chunk[at]! > 0x20;
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

/** Whether a lone carriage return ends the first line of a text; null where its end is not to be seen. */
function endsInReturn(chunk: Buffer): boolean | null {
  const feed = chunk.indexOf(newline);
  const back = chunk.indexOf(carriageReturn);
  if (back >= 0 && back < chunk.length - 1 && (feed < 0 || back < feed - 1)) return true;
  return feed >= 0 ? false : null;
}
