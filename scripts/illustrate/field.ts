import type { Service } from '../../data/definitions/measures.ts';
import type { Gaps } from './gaps.ts';
import type { Practice } from './practices.ts';

/** The practices of an illustration, by position, with their data month by month. */
export interface Field {
  seed: number;
  /** Practices in March 2015. */
  size: number;
  practices: readonly Practice[];
  /** Positions of the open practices by month, for at least the first year. */
  open: readonly (readonly number[])[];
  /** List sizes by month and practice, zero if it is not open. */
  lists: readonly Int32Array[];
  gaps: Gaps;
}

/** The practices with a row in a service's extract of a month, in order of code. */
export const rowsOf = ({ open, gaps }: Field, service: Service, month: number): number[] =>
  open[month]!.filter((i) => gaps.hasRow(service, i, month));

/** Those of them with a known status. */
export function knownOf(field: Field, service: Service, month: number): number[] {
  const unknown = field.gaps.unknown(month);
  return rowsOf(field, service, month).filter((i) => !unknown.has(i));
}
