import { EventEmitter, once } from 'node:events';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';

const pieceBytes = 64 << 10;

type Piece = string | Uint8Array;

/** A file that is being written, and that any number of readers can read from its beginning meanwhile. */
export class GrowingFile {
  /** Its size in bytes, once all of it is in its place; rejects where it could not be made. */
  readonly whole: Promise<number>;
  private readonly file: Promise<FileHandle>;
  private readonly news = new EventEmitter().setMaxListeners(0);
  private readonly left = new AbortController();
  private readonly ended: Promise<unknown>;
  private written = 0;
  private waiting = 0;
  /** Those who write and read it: the last of them closes it. */
  private holders = 1;

  /** Writes what `make` gives to a draft, and puts it in its place; the signal says that nobody waits any more. */
  constructor(
    private readonly draft: string,
    private readonly path: string,
    make: (left: AbortSignal) => AsyncIterable<Piece>,
  ) {
    this.file = open(draft, 'wx+', 0o644);
    this.whole = this.write(make);
    this.ended = this.whole.then(
      () => null,
      (error: unknown) => error,
    );
    this.ended.then(() => this.news.emit('news'));
  }

  /** Counts one who waits for it; when the last of them is gone, it is broken off. */
  join(gone: AbortSignal): void {
    this.waiting++;
    const leave = () => {
      if (--this.waiting === 0) this.left.abort(gone.reason);
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
  }

  /** Whether nobody waited for it any more before it was whole. */
  get isBrokenOff(): boolean {
    return this.left.signal.aborted;
  }

  /** Its bytes from the first to the last, as they are written; fails where they cannot be. */
  async *follow(): AsyncGenerator<Uint8Array> {
    this.holders++;
    try {
      const file = await this.file;
      let isOver = false;
      this.ended.then(() => {
        isOver = true;
      });
      for (let at = 0; ; ) {
        if (at < this.written) {
          const piece = Buffer.allocUnsafe(Math.min(pieceBytes, this.written - at));
          const { bytesRead } = await file.read(piece, 0, piece.length, at);
          at += bytesRead;
          yield piece.subarray(0, bytesRead);
        } else if (isOver) {
          const error = await this.ended;
          if (error) throw error;
          return;
        } else {
          await once(this.news, 'news');
        }
      }
    } finally {
      await this.letGo();
    }
  }

  private async write(make: (left: AbortSignal) => AsyncIterable<Piece>): Promise<number> {
    try {
      const file = await this.file;
      for await (const piece of make(this.left.signal)) {
        await file.appendFile(piece);
        this.written += Buffer.byteLength(piece);
        this.news.emit('news');
      }
      await file.sync();
      await rename(this.draft, this.path);
      return this.written;
    } catch (error) {
      await rm(this.draft, { force: true });
      throw error;
    } finally {
      await this.letGo();
    }
  }

  private async letGo(): Promise<void> {
    if (--this.holders === 0) await (await this.file.catch(() => null))?.close();
  }
}
