import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { viewOf } from '../../web/parts.ts';
import { type Given, withPlaces } from '../../web/placed.ts';

/** A page with what is drawn in its places. Marks in it are told apart from those of the page around it. */
export async function filled(page: string, places: readonly Given[]): Promise<string> {
  let whole = page;
  for (const one of places) {
    const { made, given } = withPlaces(() => viewOf(one));
    const drawn = await filled(await collectResult(render(made)), given);
    const inside = drawn.replaceAll('<!--', '<!--later:');
    const place = new RegExp(`(data-part="${one.id}"\\s*>)(</page-part>)`);
    if (!place.test(whole)) throw new Error(`no place in the page for its part: ${one.id}`);
    whole = whole.replace(place, (_, start, end) => start + inside + end);
  }
  return whole;
}
