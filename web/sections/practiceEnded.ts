import { html, type TemplateResult } from 'lit';
import { stateNote } from '../controls/state-note.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import type { Ending } from '../questions/ending.ts';

/** Says that a practice has closed or left the extracts, with a link to where its patients may be. */
export const practiceEndedNote = (
  address: Address,
  { title, sentence, heir }: Ending,
): TemplateResult =>
  stateNote(
    title,
    html`${sentence}
      ${heir ? html`<a href=${placeLink(address, 'practice', heir.code, { period: undefined })}>See ${heir.name}</a>` : ''}`,
  );
