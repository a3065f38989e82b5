import { html, type TemplateResult } from 'lit';
import { type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { capital } from '../../data/words/english.ts';
import { absentFinding } from '../../data/words/headlines.ts';
import { type Held, notHeldSentence } from '../../data/words/whereabouts.ts';
import type { Meta } from '../ask.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import type { Whereabouts } from '../questions/whereabouts.ts';
import { placeHeading } from './placeHeading.ts';

/** An area in a month whose extracts do not contain it, because it has ended or begins later. */
export interface AreaAbsent {
  absent: true;
  meta: Meta;
  period: string;
  level: LevelId;
  code: string;
  name: string;
  held: Held;
  whereabouts: Whereabouts;
}

/** Why there is nothing to show, as sentences, with where its practices are. */
export const absentSentence = ({ level, name, held, period, whereabouts }: AreaAbsent): string =>
  [
    notHeldSentence({ level, name }, held, { first: period, last: period }),
    whereabouts.sentence,
  ].join(' ');

/** The page of an area in a month without it: since when, where its practices are, and its own nearest month. */
export function absentView(data: AreaAbsent, address: Address): TemplateResult {
  const { level, code, name, period, whereabouts } = data;
  const { heldPeriod, places } = whereabouts;
  return html`
    <p class="kicker">${capital(levelOf(level).one)} ${code}, ${formatMonth(period)}</p>
    ${placeHeading(name, absentFinding(data.held, period))}
    <p class="lead">${absentSentence(data)}</p>
    <ul class="contents">
      <li><a href=${address.href({ period: heldPeriod })}>${name} in ${formatMonth(heldPeriod)}</a></li>
      ${places.map(
        (place) =>
          html`<li><a href=${placeLink(address, level, place.code)}>${place.name} in ${formatMonth(period)}</a></li>`,
      )}
    </ul>
  `;
}
