/** What stands for a supplier where it is not known. */
export const unknownSuppliers: readonly string[] = ['NK', 'UNKNOWN', 'NULL', ''];

/** How a supplier ends whose practices sent two returns in a month; the system is the same one. */
export const twoReturns = ' (I)';

/**
 * What a change of supplier is followed by: registrations rarely survive one. Falls of at least so many percentage
 * points, or of at least this share of what was, are called a loss.
 */
export const registrationsLost = { points: 5, share: 0.5 } as const;

/** The months around a change of supplier that are looked at; 0 is the first on the new system. */
export const monthsAround = [-3, -2, -1, 0, 1, 2, 3, 4, 5] as const;
