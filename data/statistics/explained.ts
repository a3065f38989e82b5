/** What values are to be explained by: groups, each with a level of its own, and numbers, each with a linear effect. */
export interface Explaining {
  /** The group of each value, by number; null for none. */
  groups: readonly number[] | null;
  columns: readonly (readonly number[])[];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** The values less the mean of their group, or of all. */
function centred(values: readonly number[], groups: readonly number[] | null): number[] {
  const of = (i: number) => groups?.[i] ?? 0;
  const sums = new Map<number, { sum: number; count: number }>();
  values.forEach((value, i) => {
    const group = sums.get(of(i)) ?? { sum: 0, count: 0 };
    group.sum += value;
    group.count += 1;
    sums.set(of(i), group);
  });
  return values.map((value, i) => {
    const { sum, count } = sums.get(of(i))!;
    return value - sum / count;
  });
}

/** A column without its component along another (the residual of a regression). */
function without(values: readonly number[], column: readonly number[]): number[] {
  const size = dot(column, column);
  const share = size > 0 ? dot(values, column) / size : 0;
  return values.map((value, i) => value - share * column[i]!);
}

/** If less than this part of a column remains, the others determine it. */
const negligible = 1e-9;

/**
 * The share of the variance of values that groups and columns explain together, by ordinary least squares (R², 0 to 1),
 * each value counting once. Null with fewer than three values or if they do not differ. Computed by the theorem of R.
 * Frisch and F. Waugh, Econometrica 1 (1933), 387-401: each column less the means of its groups and the columns before
 * it.
 */
export function shareExplained(
  values: readonly number[],
  { groups, columns }: Explaining,
): number | null {
  const around = centred(values, null);
  const total = dot(around, around);
  if (values.length < 3 || !(total > 0)) return null;
  let left = centred(values, groups);
  const used: number[][] = [];
  for (const column of columns) {
    const own = centred(column, groups);
    const apart = used.reduce(without, own);
    if (dot(apart, apart) <= negligible * dot(own, own)) continue;
    left = without(left, apart);
    used.push(apart);
  }
  return Math.min(1, Math.max(0, 1 - dot(left, left) / total));
}
