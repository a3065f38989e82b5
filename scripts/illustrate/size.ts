/** Practices in the extract of March 2015, in England as it was. */
export const ENGLAND_PRACTICES = 7813;

/** Patients registered with them, before the lists of practices just opened fill. */
export const ENGLAND_PATIENTS = 56_680_000;

/** A count said of all England, for an illustration of so many practices: a whole number. */
export const scaled = (count: number, practices: number): number =>
  Math.round((count * practices) / ENGLAND_PRACTICES);
