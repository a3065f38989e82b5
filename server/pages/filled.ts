import { viewOf } from '../../web/parts.ts';
import { type Given, withPlaces } from '../../web/placed.ts';
import { htmlOf } from './htmlOf.ts';

/**
 * Puts drawn parts into their places in a page. Their Lit markers get a prefix, so that hydrating the page skips them.
 */
export function filled(page: string, places: readonly Given[]): string {
  const insides = new Map<string, string>();
  for (const one of places) {
    const { made, given } = withPlaces(() => viewOf(one));
    const drawn = filled(htmlOf(made), given);
    insides.set(one.id, drawn.replaceAll('<!--', '<!--later:'));
  }
  const whole = page.replace(place, (there, start: string, id: string, end: string) => {
    const inside = insides.get(id);
    if (inside === undefined) return there;
    insides.delete(id);
    return start + inside + end;
  });
  for (const id of insides.keys()) throw new Error(`no place in the page for its part: ${id}`);
  return whole;
}

const place = /(data-part="([^"]*)"\s*>)(<\/page-part>)/g;
