import { measureOf } from '../definitions/measures.ts';

/** The remark on more than the whole. */
export const excess = ' More are counted than there are: it was published so.';

/** A remark after a figure that should be impossible, such as more than all; empty otherwise. */
export function oddity({
  measure,
  numerator,
  denominator,
}: {
  measure: string;
  numerator: number | null;
  denominator: number | null;
}): string {
  if (numerator! < 0) return ' Fewer than none are counted: it was published so.';
  return measureOf(measure).form === 'share' && numerator! > denominator! ? excess : '';
}
