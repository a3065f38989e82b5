/**
 * Picks this many candidates, the first ones as far as possible, that together have about this many patients: exchanges
 * the first picks for later candidates until the sum is within 2,000, or no exchange brings it closer.
 */
export function pickHolding(
  candidates: readonly number[],
  count: number,
  patients: number,
  list: ArrayLike<number>,
): number[] {
  const picked = candidates.slice(0, count);
  const spare = candidates.slice(count, count * 4);
  let short = patients - picked.reduce((sum, one) => sum + list[one]!, 0);
  while (Math.abs(short) > 2000) {
    // Many small exchanges keep the mix of list sizes; one large one would not.
    const wanted = Math.max(-5000, Math.min(5000, short));
    let best = Math.abs(wanted);
    let exchange: [number, number] | null = null;
    for (let p = picked.length - 1; p >= 0; p--) {
      for (let s = 0; s < spare.length; s++) {
        const off = Math.abs(wanted - (list[spare[s]!]! - list[picked[p]!]!));
        if (off < best) {
          best = off;
          exchange = [p, s];
        }
      }
    }
    if (!exchange) break;
    const [p, s] = exchange;
    short -= list[spare[s]!]! - list[picked[p]!]!;
    [picked[p], spare[s]] = [spare[s]!, picked[p]!];
  }
  return picked;
}
