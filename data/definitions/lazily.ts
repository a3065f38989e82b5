/** A value that is made when it is first asked for: formatters of dates take up to 20 ms to make. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
