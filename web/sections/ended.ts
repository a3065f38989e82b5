import { html, type TemplateResult } from 'lit';
import { type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { endedSentence } from '../../data/words/whereabouts.ts';
import { stateNote } from '../controls/state-note.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import type { Whereabouts } from '../questions/whereabouts.ts';

/** Says on the page of an area's own month that the area has ended: since when, and where its practices are now. */
export const endedNote = (
  address: Address,
  { level, name, ended }: { level: LevelId; name: string; ended: Whereabouts },
): TemplateResult =>
  stateNote(
    `This ${levelOf(level).one} has ended`,
    html`${endedSentence({ level, name }, ended.heldPeriod)} ${ended.sentence}
      ${ended.places.map(
        ({ code, name: now }) =>
          html`<a href=${placeLink(address, level, code, { period: undefined })}>${now}</a> `,
      )}`,
  );
