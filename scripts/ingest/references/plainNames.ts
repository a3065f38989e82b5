import { formatCount } from '../../../data/definitions/numbers.ts';
import { plainText, seen } from '../rows/hidden.ts';

/** Reads the names of one reference file as those of extracts are read, and remembers which it changed. */
export class PlainNames {
  private changed = 0;
  private first = '';

  /** A name of a row (1 is the first) without hidden characters, in plain width. */
  read(row: number, column: string, name: string): string {
    const plain = plainText(name);
    if (plain !== name.trim()) {
      this.changed++;
      this.first ||= `${column} in row ${row}: ${seen(name)}`;
    }
    return plain;
  }

  /** What it changed, as a sentence for those who gave the file; none if nothing. */
  notes(): string[] {
    if (!this.changed) return [];
    return this.changed === 1
      ? [
          `A name contains hidden or full-width characters and is read in plain letters, ${this.first}.`,
        ]
      : [
          `${formatCount(this.changed)} names contain hidden or full-width characters and are read in plain letters, first ${this.first}.`,
        ];
  }
}
