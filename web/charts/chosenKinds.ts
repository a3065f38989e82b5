import { choices } from './choices.ts';
import type { PlacesData } from './kinds/places.ts';
import { type LaterKind, later } from './laterKinds.ts';

export const laterPlaces = later<PlacesData>(choices.places);

/** Every kind that readers choose from. */
export const laterKinds: readonly LaterKind[] = Object.values(choices).map((one) => later(one));
