import type { FoldedFile } from './foldedFile.ts';
import { readHeader } from './readHeader.ts';
import { RowFolder } from './rowFolder.ts';
import { TextTally } from './textTally.ts';

/** Counts the rows of a text as `TextTally` does and, if it is a long file, folds them on the way (see `RowFolder`). */
export class FoldingTally extends TextTally {
  /** Undefined before the first bytes; null if the text is not folded, or no longer. */
  private folder: RowFolder | null | undefined;
  /** Whether all rows were folded; false before the end. */
  isFolded = false;

  constructor(private readonly file: FoldedFile) {
    super();
  }

  override add(chunk: Buffer): void {
    if (this.folder === undefined) this.begin(chunk);
    else if (this.folder) this.fold(this.folder, chunk);
    else super.add(chunk);
  }

  /** Ends the text. */
  end(): void {
    if (!this.folder) return;
    const unended = this.folder.finish();
    super.add(unended);
    this.isFolded = unended.length === 0;
  }

  private begin(chunk: Buffer): void {
    const header = readHeader('', chunk.subarray(0, 1 << 16));
    const end = chunk.indexOf('\n') + 1;
    this.folder = 'message' in header || end === 0 ? null : RowFolder.into(this.file, header);
    super.add(this.folder ? chunk.subarray(0, end) : chunk);
    if (this.folder) this.fold(this.folder, chunk.subarray(end));
  }

  private fold(folder: RowFolder, chunk: Buffer): void {
    const { rows, bytes } = folder;
    const unfolded = folder.fold(chunk);
    this.addRows(folder.rows - rows, folder.bytes - bytes, folder.longest);
    if (unfolded === null) return;
    this.folder = null;
    super.add(unfolded);
  }
}
