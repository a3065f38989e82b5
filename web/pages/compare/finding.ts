import { html, type TemplateResult } from 'lit';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { measureOf, type ServiceChoice, serviceWords } from '../../../data/definitions/measures.ts';
import { groupHeldSentence } from '../../../data/words/group.ts';
import { absentFinding } from '../../../data/words/headlines.ts';
import {
  type Side,
  type SidesAlike,
  sidesAlike,
  sidesHeading,
  sidesRule,
  sidesSentence,
} from '../../../data/words/sides.ts';
import { dotOf } from '../../charts/thousand.ts';
import type { Parts } from '../../figures.ts';
import type { Compared, ComparedPlace } from './question.ts';
import type { AgainstEngland } from './table.ts';

type Place = ComparedPlace & { parts: Parts };

interface Found {
  service: ServiceChoice;
  period: string;
  /** The places compared, England last. */
  places: readonly Place[];
  against: readonly AgainstEngland[];
  compared: Pick<Compared, 'group'>;
}

const missing = { numerator: null, denominator: null, value: null, marker: '[x]' };

const englandIn = (places: readonly Place[]): number | null =>
  places.find(({ code }) => code === ENGLAND)?.parts.enabled?.value ?? null;

/** Why a place has no figures in a month outside its own months; null if the month is inside. */
export const absentIn = ({ held }: ComparedPlace, period: string): string | null =>
  held && (period > held.last || period < held.first) ? absentFinding(held, period) : null;

/** Their shares of patients set up, each with its comparison with England. */
function sidesOf({
  places,
  against,
  period,
}: Pick<Found, 'places' | 'against' | 'period'>): Side[] {
  return places
    .filter(({ code }) => code !== ENGLAND)
    .map((place) => {
      const { level, code, name, parts } = place;
      const beside = against.find((one) => one.code === code && one.part === 'enabled');
      return {
        ...(parts.enabled ?? missing),
        level,
        name,
        word: beside?.word ?? 'not compared',
        reason: beside ? beside.reason : (absentIn(place, period) ?? 'not reported'),
      };
    });
}

/** How many of a group's practices the month has, if not all, as a sentence. */
function groupRemark({ places, period, compared: { group } }: Omit<Found, 'service'>): string {
  const parts = places.find(({ level }) => level === 'group')?.parts;
  const held = (parts?.offered ?? parts?.enabled)?.practices;
  if (held === undefined) return '';
  return groupHeldSentence({ members: group.split(',').length, held }, period);
}

/** What the comparison shows, in a few sentences. */
export const findingSentence = (found: Found): string =>
  [
    sidesSentence(
      sidesOf(found),
      englandIn(found.places),
      measureOf(`${found.service}_enabled`),
      found.period,
    ),
    groupRemark(found),
  ]
    .filter(Boolean)
    .join(' ');

/** What the comparison shows: the finding once, then the places grouped by how they compare with England. */
export function comparedFinding(found: Found): TemplateResult {
  const measure = measureOf(`${found.service}_enabled`);
  const sides = sidesOf(found);
  const rule = sidesRule(sides);
  return html`<section class="section" aria-labelledby="finding">
    <h2 class="section__title" id="finding">Patients set up: ${sidesHeading(sides)}</h2>
    <p class="section__lead">${findingSentence(found)}</p>
    ${
      // For one or two places the sentence has said everything.
      sides.length > 2 || sides.some(({ word }) => word === 'not compared')
        ? alike(sidesAlike(sides, measure))
        : ''
    }
    ${rule ? html`<p class="small">${rule}</p>` : ''}
  </section>`;
}

const alike = (groups: readonly SidesAlike[]) => html`<dl class="facts sides">
  ${groups.map(
    ({ title, places }) => html`<div class="facts__row">
      <dt>${title}</dt>
      <dd>
        <ul class="sides__places">
          ${places.map((text) => html`<li>${text}</li>`)}
        </ul>
      </dd>
    </div>`,
  )}
</dl>`;

/** What the dots of the pictures mean, as far as they occur. */
export function stagesKey(service: ServiceChoice, places: readonly Place[]): TemplateResult {
  const said = [
    ['offered', `registered where patients can ${serviceWords[service].does}`],
    ['enabled', 'set up for it'],
    ['accessed', 'did so in the month'],
  ] as const;
  return html`<ul class="pictures__key">
    ${said
      .filter(([stage]) => places.some(({ parts }) => parts[stage]?.value != null))
      .map(([stage, text]) => html`<li>${dotOf(stage)} ${text}</li>`)}
  </ul>`;
}
