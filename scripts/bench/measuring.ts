/** Two things measured in one run, as a ratio, or a time in milliseconds; `atMost` or `atLeast` is its limit. */
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

/** The value that `percent` percent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil((ascending.length * percent) / 100) - 1)]!;
}

/** The duration of one run, in milliseconds. */
export async function once(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/**
 * The median time of each of several things, in milliseconds. They take turns, so that other load on the machine
 * affects them equally; the first turn is not counted.
 */
export async function inTurns<K extends string>(
  turns: number,
  runs: Record<K, () => Promise<unknown>>,
): Promise<Record<K, number>> {
  const names = Object.keys(runs) as K[];
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const name of names) {
      const time = await once(runs[name]);
      if (turn > 0) taken.get(name)!.push(time);
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, median(times)])) as Record<
    K,
    number
  >;
}

/** Ratios as lines of a table: the value, whether it is within its limit, what was measured. */
export function formatRatios(ratios: readonly Ratio[]): string[] {
  const width = Math.max(...ratios.map(({ name }) => name.length));
  return ratios.map(({ name, value, detail, atMost, atLeast }) => {
    const limit = atMost !== undefined ? `at most ${atMost}` : atLeast ? `at least ${atLeast}` : '';
    const kept = value <= (atMost ?? value) && value >= (atLeast ?? value);
    const verdict = limit && `${limit}: ${kept ? 'kept' : 'MISSED'}`;
    return `${value.toFixed(2).padStart(8)}  ${verdict.padEnd(20)}  ${name.padEnd(width)}  ${detail}`;
  });
}

/** Milliseconds as text. */
export const inMs = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** Bytes as text. */
export const inMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
