import type { PlaceLevel } from '../data/definitions/levels.ts';
import type { Address } from './page.ts';

/** The address of a place's own page. */
export function placeLink(address: Address, level: PlaceLevel, code: string): string {
  if (level === 'england') return address.link('/');
  return address.link(
    `/${level === 'practice' ? 'practices' : 'areas'}/${encodeURIComponent(code)}`,
  );
}
