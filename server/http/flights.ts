/** Work for one key that several callers wait for. */
interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  left: AbortController;
}

/** Does work once for all who ask for the same thing at the same time. */
export class Flights<T> {
  private readonly flying = new Map<string, Flight<T>>();

  /**
   * The result of the work for a key: of work already under way, or else of this call. The work is cancelled through
   * its signal when the last of those waiting has gone.
   */
  join(key: string, gone: AbortSignal, work: (left: AbortSignal) => Promise<T>): Promise<T> {
    const flight = this.flying.get(key) ?? this.begin(key, work);
    flight.waiting++;
    const leave = () => {
      if (--flight.waiting > 0) return;
      this.end(key, flight);
      flight.left.abort(gone.reason);
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
    return flight.result;
  }

  private begin(key: string, work: (left: AbortSignal) => Promise<T>): Flight<T> {
    const left = new AbortController();
    const flight: Flight<T> = { result: work(left.signal), waiting: 0, left };
    this.flying.set(key, flight);
    const end = () => this.end(key, flight);
    flight.result.then(end, end);
    return flight;
  }

  private end(key: string, flight: Flight<T>): void {
    if (this.flying.get(key) === flight) this.flying.delete(key);
  }
}
