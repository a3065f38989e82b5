import { html } from 'lit';
import { counted } from '../../../data/words/english.ts';
import type { Address } from '../../page.ts';
import { type Choice, type Form, formOf, takes } from './choice.ts';
import type { NamedPlace } from './comparing.ts';

/** The places of an address that a form can show, in its order. */
export function shownPlaces({ kind }: Form, here: readonly NamedPlace[]): readonly NamedPlace[] {
  const { shows, most } = kind;
  const fits = ({ level }: NamedPlace) =>
    !shows || (level === 'practice') === (shows === 'practices');
  return here.filter(fits).slice(0, most);
}

/** Up to this many places that are not shown are named. */
const mostNamed = 5;

/** Which places of an address a form does not show, each with the way to show it first; empty if it shows all. */
export function leftOut(address: Address, { form: id }: Choice, here: readonly NamedPlace[]) {
  const form = formOf(id);
  const shown = shownPlaces(form, here);
  const out = here.filter((one) => !shown.includes(one));
  const { shows = 'places', most } = form.kind;
  if (!out.length || !most || !takes(id, 'area')) return '';
  const more = out.length - mostNamed;
  const named = out.slice(0, mostNamed).map((place, i) => {
    const codes = [place, ...here.filter((other) => other !== place)].map(({ code }) => code);
    const before = i === 0 ? '' : ', ';
    return shownPlaces(form, [place]).length
      ? html`${before}<a href=${address.href({ area: codes.join(), q: undefined })}>${place.name}</a>`
      : html`${before}${place.name}`;
  });
  return html`<p class="told" role="status">“${form.name}” shows ${counted(most, shows.slice(0, -1))} at a time. Kept, but not shown: ${named}${more > 0 ? ` and ${more} more` : ''}.</p>`;
}
