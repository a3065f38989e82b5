import { measureOf } from '../definitions/measures.ts';

/** The remark on more than the whole. */
export const excess = ' More are counted than there are: this is as published.';

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
  if (numerator! < 0) return ' Fewer than none are counted: this is as published.';
  return measureOf(measure).form === 'share' && numerator! > denominator! ? excess : '';
}
