/** What measures count, and the word for one of them. */
export const things = {
  patients: 'patient',
  practices: 'practice',
  transactions: 'transaction',
} as const;
export type Thing = keyof typeof things;

/** What all measures with a unit have in common. */
export interface UnitKind {
  /**
   * A share is a part of a whole, each counted at most once, so it is between none and all and has an interval. A rate
   * is per a number of others. A count has no denominator.
   */
  form: 'share' | 'rate' | 'count';
  /** The whole of a share, or what a rate is per; null for a count. */
  of: 'patients' | 'practices' | null;
  /** The value of a ratio of 1: 100 for percent, 1,000 for rates. */
  scale: number;
}

/** Every unit of values, as the API names it. */
export const units = {
  'percent of patients': { form: 'share', of: 'patients', scale: 100 },
  'percent of practices': { form: 'share', of: 'practices', scale: 100 },
  'per 1,000 patients': { form: 'rate', of: 'patients', scale: 1000 },
  'per 1,000 patients and working day': { form: 'rate', of: 'patients', scale: 1000 },
  number: { form: 'count', of: null, scale: 1 },
} as const satisfies Record<string, UnitKind>;
export type Unit = keyof typeof units;

/**
 * The value of counts at full precision, in their unit; null without a numerator and, unless it is a count, without a
 * denominator.
 */
export function figureValue(
  { form, scale }: UnitKind,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (numerator === null) return null;
  if (form === 'count') return numerator;
  return denominator ? (numerator / denominator) * scale : null;
}
