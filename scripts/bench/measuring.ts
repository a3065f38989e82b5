/** Two things measured in one run, as a ratio; `atMost` or `atLeast` is what it should keep to. */
export interface Ratio {
  name: string;
  value: number;
  detail: string;
  atMost?: number;
  atLeast?: number;
}

export function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.floor(ascending.length / 2)]!;
}

/** Median time of one of `times` runs in milliseconds, after one that does not count. */
export async function timed(times: number, run: () => Promise<unknown>): Promise<number> {
  await run();
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await run();
    taken.push(performance.now() - began);
  }
  return median(taken);
}

/** A ratio as a line: its value, the limit, and whether it keeps to it. */
export function formatRatio({ name, value, detail, atMost, atLeast }: Ratio): string {
  const limit = atMost ? `at most ${atMost}` : atLeast ? `at least ${atLeast}` : '';
  const kept =
    (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  return `${value.toFixed(2).padStart(7)}  ${(limit && `${limit}: ${kept ? 'kept' : 'MISSED'}`).padEnd(20)} ${name}  (${detail})`;
}
