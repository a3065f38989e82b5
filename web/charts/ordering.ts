import type { Part, Place } from '../figures.ts';

/** What a table of places can be sorted by: name, patients, or the value of a part. */
export type SortKey = 'name' | 'patients' | Exclude<Part, 'offered_practices'>;

export interface Ordering {
  by: SortKey;
  descending: boolean;
}

const keys: readonly SortKey[] = ['name', 'patients', 'offered', 'enabled', 'accessed', 'use'];

/** The sorting in an address, as `enabled` or `-enabled`; by default the share set up, highest first. */
export function parseOrdering(sort: string | undefined): Ordering {
  const by = sort?.replace(/^-/, '') as SortKey | undefined;
  return by && keys.includes(by)
    ? { by, descending: sort!.startsWith('-') }
    : { by: 'enabled', descending: true };
}

/**
 * The sorting that a column's heading links to: reversed if it is sorted by already, else names from A and numbers from
 * the highest.
 */
export function nextOrdering(now: Ordering, by: SortKey): string {
  const descending = now.by === by ? !now.descending : by !== 'name';
  return `${descending ? '-' : ''}${by}`;
}

function numberOf({ parts }: Place, by: Exclude<SortKey, 'name'>): number | null {
  return by === 'patients'
    ? ((parts.offered ?? parts.enabled)?.denominator ?? null)
    : (parts[by]?.value ?? null);
}

/** Sorted places, those without a value last, ties by name. */
export function ordered(places: readonly Place[], { by, descending }: Ordering): Place[] {
  const byName = (a: Place, b: Place) => a.name.localeCompare(b.name, 'en');
  const sign = descending ? -1 : 1;
  return [...places].sort((a, b) => {
    if (by === 'name') return sign * byName(a, b);
    const [one, other] = [numberOf(a, by), numberOf(b, by)];
    if (one === null || other === null) {
      return one === other ? byName(a, b) : one === null ? 1 : -1;
    }
    return sign * (one - other) || byName(a, b);
  });
}
