/** How many are done per step; takes less than a millisecond. */
const ofOneStep = 256;

/** Does something with each of many things, some hundreds per step. */
export function* eachInSteps<T>(all: readonly T[], work: (one: T) => void): Generator<undefined> {
  for (let from = 0; from < all.length; from += ofOneStep) {
    const to = Math.min(from + ofOneStep, all.length);
    for (let i = from; i < to; i++) work(all[i]!);
    yield;
  }
}

/** A stable sort in steps: sorts one part per step, then merges a few hundred per step. */
export function* sortInSteps<T>(
  all: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<undefined, T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < all.length; from += ofOneStep) {
    runs.push(all.slice(from, from + ofOneStep).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      longer.push(yield* merge(runs[i]!, runs[i + 1] ?? [], compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<undefined, T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const takesFirst =
      j === second.length || (i < first.length && compare(first[i]!, second[j]!) <= 0);
    merged.push(takesFirst ? first[i++]! : second[j++]!);
    if (merged.length % ofOneStep === 0) yield;
  }
  return merged;
}
