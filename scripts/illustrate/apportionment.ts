/**
 * Divides a whole number by weights into whole numbers that add up to it exactly (largest remainder method, ties to the
 * first). All zero if no weight is above zero.
 */
export function apportion(total: number, weights: ArrayLike<number>): number[] {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  if (sum === 0) return Array.from(weights, () => 0);
  return roundTo(
    total,
    Array.from(weights, (weight) => (total * weight) / sum),
  );
}

/**
 * Rounds amounts down or up to whole numbers that add up to a total: the largest remainders up, ties to the first.
 * Throws if the total differs more than rounding explains.
 */
export function roundTo(total: number, amounts: ArrayLike<number>): number[] {
  const rounded: number[] = [];
  const remainders = new Float64Array(amounts.length);
  let short = total;
  for (let i = 0; i < amounts.length; i++) {
    const whole = Math.floor(amounts[i]!);
    rounded.push(whole);
    remainders[i] = amounts[i]! - whole;
    short -= whole;
  }
  if (short < 0 || short > remainders.length) {
    throw new Error(`amounts cannot be rounded to their total: ${short} left over`);
  }
  const threshold = remainders.slice().sort()[remainders.length - short] ?? 1;
  let ties = short;
  for (const remainder of remainders) if (remainder > threshold) ties--;
  for (let i = 0; i < rounded.length; i++) {
    const remainder = remainders[i]!;
    if (remainder > threshold || (remainder === threshold && ties-- > 0)) rounded[i]!++;
  }
  return rounded;
}

/**
 * Whole numbers, none above its ceiling, that add up to a total. Each ceiling is taken at the odds `weight × k`, with
 * one k for all, so a share rises with its weight but never exceeds the whole. Throws if the total exceeds the sum of
 * the ceilings with a weight.
 */
export function fill(
  total: number,
  ceilings: ArrayLike<number>,
  weights: ArrayLike<number>,
): number[] {
  const amounts = new Float64Array(ceilings.length);
  const takeAt = (k: number): number => {
    let sum = 0;
    for (let i = 0; i < amounts.length; i++) {
      const odds = k * weights[i]!;
      sum += amounts[i] = (ceilings[i]! * odds) / (1 + odds);
    }
    return sum;
  };
  let room = 0;
  for (let i = 0; i < amounts.length; i++) if (weights[i]! > 0) room += ceilings[i]!;
  if (total > 0 && total >= room) {
    throw new Error(`total does not fit under the ceilings (${room}): ${total}`);
  }
  let high = 1;
  while (takeAt(high) < total) high *= 2;
  let low = 0;
  // Halving ends at two neighbouring numbers at the latest, and mostly far sooner.
  for (let off = 1; off > 1e-3; ) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const sum = takeAt(middle);
    off = Math.abs(sum - total);
    if (sum < total) low = middle;
    else high = middle;
  }
  return roundTo(total, amounts);
}
