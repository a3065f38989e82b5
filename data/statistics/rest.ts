interface Counts {
  numerator: number | null;
  denominator: number | null;
}

/**
 * The counts of a place without one of its parts, with which that part can be compared; null if either has no counts or
 * nobody else is counted.
 */
export function restOf(
  whole: Counts,
  part: Counts,
): { numerator: number; denominator: number } | null {
  if (whole.numerator === null || whole.denominator === null) return null;
  if (part.numerator === null || part.denominator === null) return null;
  const denominator = whole.denominator - part.denominator;
  return denominator > 0 ? { numerator: whole.numerator - part.numerator, denominator } : null;
}
