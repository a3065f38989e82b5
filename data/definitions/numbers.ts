/** A whole number with thousands separators: 7,566. */
export function formatCount(count: number): string {
  const digits = Math.abs(Math.round(count)).toString();
  return `${count < 0 ? '−' : ''}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** One place from 1 upwards, two meaningful figures below: 97.2, 4.5, 0.39, 0.0040. Exact zero is 0. */
function shortNumber(value: number): string {
  if (value < 0) return `−${shortNumber(-value)}`;
  if (value === 0) return '0';
  if (value >= 0.995) return value.toFixed(1);
  return value.toFixed(Math.min(1 - Math.floor(Math.log10(value)), 20));
}

/**
 * A percentage as people read it: 97.2%, 4.5%, 0.39%. Only what is exactly none or all reads 0% or 100%: what
 * would round to 100.0 keeps as many places as tell it apart.
 */
export function formatPercent(value: number): string {
  if (value === 100) return '100%';
  if (value < 100 && value >= 99.95) {
    const places = -Math.floor(Math.log10(100 - value));
    return `${value.toFixed(Math.min(places, 10))}%`;
  }
  return `${shortNumber(value)}%`;
}

/** A range of natural variation: "2.2% to 2.9%", with more places where its ends would read alike. */
export function formatRange([lower, upper]: readonly [number, number]): string {
  const ends = [lower, upper].map(formatPercent);
  if (ends[0] !== ends[1] || lower === upper) return ends.join(' to ');
  const places = lower.toFixed(2) === upper.toFixed(2) ? 3 : 2;
  return `${lower.toFixed(places)}% to ${upper.toFixed(places)}%`;
}

/** A rate without its unit: 134, 8.1, 0.39. */
export function formatRate(value: number): string {
  return Math.abs(value) >= 100 ? formatCount(value) : shortNumber(value);
}

/** Some among many, in millions where the many are millions: "7,566 of 7,813", "55.0 of 56.6 million". */
export function formatOf(numerator: number, denominator: number): string {
  if (denominator < 1_000_000) return `${formatCount(numerator)} of ${formatCount(denominator)}`;
  const places = denominator < 10_000_000 ? 2 : 1;
  const millions = numerator / 1_000_000;
  const some =
    millions < 0.1
      ? formatCount(numerator)
      : millions < 1
        ? shortNumber(millions)
        : millions.toFixed(places);
  return `${some} of ${(denominator / 1_000_000).toFixed(places)} million`;
}

/** People as a reader says them: 8,412, 55.0 million. */
export function formatPeople(count: number): string {
  return count < 1_000_000 ? formatCount(count) : `${(count / 1_000_000).toFixed(1)} million`;
}

/** A percentage as "about 1 in 22"; null where it would say nothing: none, or half and more. */
export function formatOneIn(percent: number): string | null {
  if (percent <= 0 || percent > 50) return null;
  const many = 100 / percent;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(many)) - 1);
  return `about 1 in ${formatCount(Math.round(many / step) * step)}`;
}

/** How many of every thousand a percentage is; null stays null, more than all is all. */
export function perThousand(percent: number | null): number | null {
  return percent === null ? null : Math.max(0, Math.min(1000, Math.round(percent * 10)));
}
