/** Room for numbers that grows: whole numbers of less than 2^31 while all are, any numbers from then on. */
export class Numbers {
  private held: Int32Array | Float64Array;

  /** Has none in each place at first. */
  constructor(length = 1024) {
    this.held = new Int32Array(length).fill(none);
  }

  /** Puts a number, or none, in a place. */
  set(at: number, value: number | null): void {
    if (at >= this.held.length) this.grow(at + 1);
    if (value !== null && (!Number.isInteger(value) || Math.abs(value) > largest)) this.widen();
    this.held[at] = value ?? none;
  }

  get(at: number): number | null {
    const value = this.held[at]!;
    return value === none ? null : value;
  }

  /** Lets go of the room that is not needed. */
  trim(length: number): void {
    this.held = this.held.slice(0, length);
  }

  private grow(least: number): void {
    const length = Math.max(least, this.held.length * 2);
    const wider =
      this.held instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
    wider.set(this.held);
    this.held = wider.fill(none, this.held.length);
  }

  private widen(): void {
    if (this.held instanceof Int32Array) this.held = Float64Array.from(this.held);
  }
}

const largest = 2 ** 31 - 1;
/** What stands where there is no number; nothing is counted to this. */
const none = -(2 ** 31);
