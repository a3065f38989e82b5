import type { TemplateResult } from 'lit';
import { viewOf } from '../../web/parts.ts';
import { type Given, withPlaces } from '../../web/placed.ts';
import { htmlOf } from './htmlOf.ts';

/**
 * A template as HTML, with drawn parts in its places. The Lit markers of parts get a prefix, so that hydrating the page
 * skips them.
 */
export function filled(
  template: TemplateResult | '',
  places: readonly Given[],
  comment = '<!--',
): string {
  const page = htmlOf(template, comment);
  const insides = new Map<string, string>();
  for (const one of places) {
    const { made, given } = withPlaces(() => viewOf(one));
    insides.set(one.id, filled(made, given, `${comment}later:`));
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
