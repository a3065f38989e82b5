import type { Measure } from '../../data/definitions/measures.ts';

const noPlaces = (level: string): string | null =>
  level === 'england' || level === 'group'
    ? 'there is only one, so nothing to put side by side'
    : null;

/** Why places of a level cannot be compared by a measure; null if they can. */
export const placesFit = (measure: Measure, level: string): string | null =>
  noPlaces(level) ??
  (level === 'practice' && measure.allOrNone ? 'a practice offers a service or it does not' : null);
