/** Significant digits of a number. Later ones are binary rounding error, as in 28.15 = 28.1499999999999986. */
const digitsThatCount = 15;

/**
 * A number with this many decimal places, in code notation ("-0.5"). Halves are rounded away from zero, as calculators
 * and spreadsheets do, by the decimal digits of the number: 28.15 becomes 28.2.
 */
export function fixed(value: number, places: number): string {
  const rounded = roundedTo(Math.abs(value), places);
  return `${value < 0 && rounded > 0 ? '-' : ''}${rounded.toFixed(places)}`;
}

/** A non-negative number, rounded like `fixed`. */
function roundedTo(size: number, places: number): number {
  const scaled = size * 10 ** places;
  const near = Math.round(scaled);
  // Only close to a half do the digits decide.
  if (near < 1e9 && Math.abs(scaled - near) < 0.4999) return near / 10 ** places;
  const [digits, exponent] = size.toExponential(digitsThatCount - 1).split('e') as [string, string];
  const whole = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Number(`${whole}e${-places}`);
}

/** A whole number, rounded like `fixed`. */
export const whole = (value: number): number => Number(fixed(value, 0));

/** A whole number with thousands separators: 7,566. */
export function formatCount(count: number): string {
  const digits = fixed(Math.abs(count), 0);
  return `${count < 0 && digits !== '0' ? '−' : ''}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** One decimal place from 1 upwards, two significant figures below: 97.2, 4.5, 0.39, 0.0040. Exact zero is 0. */
function shortNumber(value: number): string {
  if (value < 0) return `−${shortNumber(-value)}`;
  if (value === 0) return '0';
  if (value >= 0.995) return fixed(value, 1);
  return fixed(value, Math.min(1 - Math.floor(Math.log10(value)), 20));
}

/**
 * A percentage as text: 97.2%, 4.5%, 0.39%. Only exactly none or all becomes 0% or 100%: a number that would round to
 * 100.0 keeps enough places to differ.
 */
export function formatPercent(value: number): string {
  if (value === 100) return '100%';
  if (value < 100 && value >= 99.95) {
    const places = -Math.floor(Math.log10(100 - value));
    return `${fixed(value, Math.min(places, 10))}%`;
  }
  return `${shortNumber(value)}%`;
}

/** More decimal places than this are rounding error. */
const mostPlaces = 10;

/** Two percentages, with more places if they would look the same: "29.97%" and "30.00%". */
export function formatApart(one: number, other: number): [string, string] {
  let texts: [string, string] = [formatPercent(one), formatPercent(other)];
  for (let places = 2; texts[0] === texts[1] && one !== other && places <= mostPlaces; places++) {
    texts = [`${fixed(one, places)}%`, `${fixed(other, places)}%`];
  }
  return texts;
}

/** A confidence interval as text: "2.2% to 2.9%", with more places if its ends would look the same. */
export const formatRange = ([lower, upper]: readonly [number, number]): string =>
  formatApart(lower, upper).join(' to ');

/** A rate without its unit: 134, 8.1, 0.39. */
export function formatRate(value: number): string {
  return Math.abs(value) >= 100 ? formatCount(value) : shortNumber(value);
}

/**
 * A part of a whole, in millions if they have any: "7,566 of 7,813", "55.0 of 56.6 million", "220,000 of 56.6 million".
 * Both have as many places as it takes to make the same percentage.
 */
export function formatOf(numerator: number, denominator: number): string {
  const counts = `${formatCount(numerator)} of ${formatCount(denominator)}`;
  if (denominator < 1_000_000) return counts;
  const percent = formatPercent((100 * numerator) / denominator);
  const least = denominator < 10_000_000 ? 2 : 1;
  const isFew = numerator < 1_000_000;
  for (let most = least; most < 6; most++) {
    const part = isFew ? numerator / 1_000_000 : fixed(numerator / 1_000_000, most);
    for (let places = least; places <= most; places++) {
      const whole = fixed(denominator / 1_000_000, places);
      if (formatPercent((100 * Number(part)) / Number(whole)) === percent)
        return `${isFew ? formatCount(numerator) : part} of ${whole} million`;
    }
  }
  return counts;
}

/** A number of people as text: 8,412, 55.0 million. */
export function formatPeople(count: number): string {
  return count < 1_000_000 ? formatCount(count) : `${fixed(count / 1_000_000, 1)} million`;
}

/**
 * A percentage as "about 1 in 22"; null if that would say little (none, or more than half), or would be more than a
 * twentieth off (40% is neither 1 in 2 nor 1 in 3).
 */
export function formatOneIn(percent: number): string | null {
  if (percent <= 0 || percent > 50) return null;
  const many = 100 / percent;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(many)) - 1);
  const nearest = whole(many / step) * step;
  if (Math.abs(100 / nearest - percent) > percent / 20) return null;
  return `about 1 in ${formatCount(nearest)}`;
}

/** A percentage as a number per thousand, at most 1,000; null stays null. */
export function perThousand(percent: number | null): number | null {
  return percent === null ? null : Math.max(0, Math.min(1000, whole(percent * 10)));
}
