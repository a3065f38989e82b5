/** Texts that extracts have for an unknown supplier. */
export const unknownSuppliers: readonly string[] = ['NK', 'UNKNOWN', 'NULL', ''];

/** The ending of a supplier's name for practices that sent two returns in a month. The system is the same. */
export const twoReturns = ' (I)';

/**
 * Registrations rarely survive a change of supplier. A fall of at least this many percentage points, or of at least
 * this share of the former value, is called a loss.
 */
export const registrationsLost = { points: 5, share: 0.5 } as const;

/** The months studied around a change of supplier; 0 is the first on the new system. */
export const monthsAround = [-3, -2, -1, 0, 1, 2, 3, 4, 5] as const;
