/** The result of work in steps, after all of them are done. */
export function ended<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
