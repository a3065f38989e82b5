import { EventEmitter, once } from 'node:events';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';

const pieceBytes = 64 << 10;

type Piece = string | Uint8Array;

/** A file being written, which any number of readers can meanwhile read from its beginning. */
export class GrowingFile {
  /** Its size in bytes, once it is complete and in place; rejects if it could not be made. */
  readonly whole: Promise<number>;
  private readonly file: Promise<FileHandle>;
  private readonly news = new EventEmitter().setMaxListeners(0);
  private readonly left = new AbortController();
  private readonly ended: Promise<unknown>;
  private written = 0;
  private waiting = 0;
  /** Its writer and readers. The last of them closes it. */
  private holders = 1;

  /**
   * Writes what `make` yields to a draft, then moves it into place. The signal says that nobody is waiting any more.
   */
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

  /** Counts someone who waits for it. It is cancelled when the last of them has gone. */
  join(gone: AbortSignal): void {
    this.waiting++;
    const leave = () => {
      if (--this.waiting === 0) this.left.abort(gone.reason);
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
  }

  /** Whether it was cancelled because nobody was waiting for it. */
  get isBrokenOff(): boolean {
    return this.left.signal.aborted;
  }

  /** Its bytes from first to last, as they are written; fails if writing does. */
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
