/** Practices in the real extract for England of March 2015. */
export const ENGLAND_PRACTICES = 7813;

/** Patients registered with them, before the lists of newly opened practices fill. */
export const ENGLAND_PATIENTS = 56_680_000;

/** A count for all of England scaled to an illustration with this many practices: a whole number. */
export const scaled = (count: number, practices: number): number =>
  Math.round((count * practices) / ENGLAND_PRACTICES);
