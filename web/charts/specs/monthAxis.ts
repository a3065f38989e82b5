import { formatShortMonth } from '../../../data/definitions/months.ts';
import type { Palette } from './palette.ts';

/** Months to label on an axis of this width in pixels: the last, and back from it at even steps. */
export function namedMonths(months: readonly string[], width: number): string[] {
  const room = Math.max(2, Math.floor(width / 84));
  const step = [1, 2, 3, 6, 12, 24, 36, 60].find((by) => months.length / by <= room) ?? 120;
  return months.filter((_, i) => (months.length - 1 - i) % step === 0);
}

/** The months' scale for a plot of this width in pixels; `padding` is left free at both edges, in steps of a month. */
export const monthAxis = (
  months: readonly string[],
  { width, palette, padding = 0 }: { width: number; palette: Palette; padding?: number },
) => ({
  field: 'month',
  type: 'ordinal',
  scale: { type: 'point', padding, domain: months.map(formatShortMonth) },
  axis: {
    title: null,
    values: namedMonths(months, width).map(formatShortMonth),
    labelAngle: 0,
    labelOverlap: false,
    domain: true,
    grid: false,
    domainColor: palette.quiet,
  },
});
