import { ordered, parseOrdering } from '../charts/ordering.ts';
import type { Place } from '../figures.ts';
import type { Query } from '../page.ts';

/** Places as an address asks for them: kept ones, and the filtered others, both sorted. */
export interface Arranged {
  kept: Place[];
  others: Place[];
}

/** The codes of the places that an address keeps in view. */
export const keptCodes = ({ keep }: Query): string[] => (keep ? keep.toUpperCase().split(',') : []);

/** The codes to keep after adding one or, if it is kept already, removing it; undefined for none. */
export function keptWith(query: Query, code: string): string | undefined {
  const kept = keptCodes(query);
  const now = kept.includes(code) ? kept.filter((one) => one !== code) : [...kept, code];
  return now.join(',') || undefined;
}

/** Whether a place has every word in its name or its code. */
function has({ name, code }: Place, words: readonly string[]): boolean {
  const text = `${name} ${code}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Sorts and filters places, and separates kept ones, as an address asks for. */
export function arranged(places: readonly Place[], query: Query): Arranged {
  const kept = keptCodes(query);
  const words = query.filter?.toLowerCase().split(/\s+/) ?? [];
  const below = query.only === 'below';
  const inOrder = ordered(places, parseOrdering(query.sort));
  return {
    kept: inOrder.filter(({ code }) => kept.includes(code)),
    others: inOrder.filter(
      (place) =>
        !kept.includes(place.code) &&
        has(place, words) &&
        (!below || place.parts.enabled?.verdict === 'lower'),
    ),
  };
}
