import { appendFileSync } from 'node:fs';

/** A new file for folded rows, which are kept in memory until its place is known. */
export class FoldedFile {
  private readonly kept: Buffer[] = [];
  private path: string | null = null;

  /** `path` is its place if that is known already. */
  constructor(path?: string) {
    if (path !== undefined) this.place(path);
  }

  get keptBytes(): number {
    return this.kept.reduce((bytes, one) => bytes + one.length, 0);
  }

  place(path: string): void {
    this.path = path;
    for (const bytes of this.kept.splice(0)) appendFileSync(path, bytes);
  }

  /** Adds bytes, which may change afterwards. */
  add(bytes: Buffer): void {
    if (this.path === null) this.kept.push(Buffer.from(bytes));
    else appendFileSync(this.path, bytes);
  }
}
