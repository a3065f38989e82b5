import type { PlaceLevel } from '../data/definitions/levels.ts';
import type { Address, Query } from './page.ts';

/** The path of a place's own page, without the site's prefix. A reader's own group has England's. */
export function placePath(level: PlaceLevel, code: string): string {
  if (level === 'england' || level === 'group') return '/';
  return `/${level === 'practice' ? 'practices' : 'areas'}/${encodeURIComponent(code)}`;
}

/** The path of a practice's page for a meeting. */
export const reportPath = (practice: string): string => `${placePath('practice', practice)}/report`;

/** The address of a place's own page, with choices in addition to those passed on. */
export const placeLink = (
  address: Address,
  level: PlaceLevel,
  code: string,
  changes: Query = {},
): string => address.link(placePath(level, code), changes);
