/**
 * The share of Student's t distribution between -t and t, by the finite sum for whole degrees of freedom. Source: M.
 * Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
 */
function between(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = df % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= df - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/**
 * The two-sided quantile of Student's t distribution with `df` degrees of freedom: the t for which the share
 * `confidence` is between -t and t. Throws a RangeError unless `df` is a whole number from 1.
 */
export function studentQuantile(df: number, confidence = 0.95): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`not degrees of freedom: ${df}`);
  let [low, high] = [0, 2];
  while (between(high, df) < confidence) high *= 2;
  while (high - low > 1e-15 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (between(middle, df) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
