import { html, type TemplateResult } from 'lit';
import { ENGLAND, type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { capital } from '../../data/words/english.ts';
import { intervalPlainly } from '../../data/words/interval.ts';
import { dividedRule } from '../../data/words/places.ts';
import { manyAtOnce } from '../../data/words/standing.ts';
import { imageHref } from '../charts/imageHref.ts';
import { choices } from '../controls/choices.ts';
import { stateNote } from '../controls/state-note.ts';
import type { Place } from '../figures.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { paired } from '../sections/paired.ts';
import { placesTable } from '../sections/placesTable.ts';
import { reporting, type Within, withinWords } from './withinWords.ts';

/**
 * The section about the places within a place, at the level chosen: areas as a map beside the table that ranks them,
 * practices as the table only. The table has a picture too.
 */
export function within(address: Address, shown: Within): TemplateResult {
  const words = html`<p class="section__lead">${withinWords(shown).sentence}</p>
    ${levelChoices(address, shown)}`;
  if (shown.level !== 'practice' && reporting(shown).length > 1)
    return paired(
      'places',
      'Where',
      html`${words} ${placesMap(address, shown)}`,
      list(address, shown),
    );
  return html`<section class="section" aria-labelledby="places">
    <h2 class="section__title" id="places">Where</h2>
    ${words} ${list(address, shown)}
  </section>`;
}

const levelChoices = (address: Address, { level, levels }: Within) =>
  levels.length > 1
    ? choices(
        'Kind of place',
        levels.map((id) => ({
          text: capital(levelOf(id).many),
          href: address.href({
            within: id,
            sort: undefined,
            rows: undefined,
            filter: undefined,
            keep: undefined,
          }),
          current: id === level,
        })),
      )
    : '';

/** How wide the small map is drawn and shown, in pixels; the style sheet gives it as much room. */
const mapWidth = 320;

/** Areas as tiles on a map, with a link to the interactive map. */
function placesMap(address: Address, shown: Within): TemplateResult {
  const { service, level, parent, period, meta } = shown;
  const question = {
    measure: `${service}_enabled`,
    level,
    parent: parent.code === ENGLAND ? undefined : parent.code,
    period,
  };
  const href = address.link('/explore', { ...question, chart: 'map' });
  const image = (theme?: 'dark') =>
    imageHref(
      address,
      { id: 'map' },
      { ...question, release: meta.release },
      { format: 'svg', width: mapWidth, theme, shape: 'bare' },
    );
  return html`<a class="placesmap" href=${href}
      ><picture
        ><source media="screen and (prefers-color-scheme: dark)" srcset=${image('dark')} /><img
          src=${image()} alt=${`Map. ${withinWords(shown).sentence}`} loading="lazy" /></picture
    ></a>
    <p class="small"><a href=${href}>Open the map</a></p>`;
}

/** The places as a table, with an explanation of its intervals. */
function list(address: Address, shown: Within): TemplateResult {
  const { service, period, level, where, meta } = shown;
  const parent = shown.parent.code === ENGLAND ? undefined : shown.parent.code;
  const { one, many } = levelOf(level);
  const known = reporting(shown);
  const tooFew = areTooFew(known, level);
  return known.length
    ? html`${placesTable(address, {
        service,
        period,
        many,
        one,
        where,
        places: known,
        england: shown.england,
        linkTo: (place) => placeLink(address, place.level, place.code),
        csv: address.api('/figures', {
          level,
          parent,
          period,
          release: meta.release,
          format: 'csv',
        }),
      })}
      <p class="small">
        ${tooFew ? `Too few ${many} to tell unusual from usual.` : ''}
        ${level === 'pcn' && shown.parent.level === 'stp' ? dividedRule : ''}
        ${intervalPlainly} ${tooFew || level === 'practice' ? '' : manyAtOnce(known.length, many)} ${methodLink(address, 'comparison')}
      </p>`
    : noneHere(shown);
}

/** Whether England has too few areas of a level to compare any; those listed may be few of many. */
function areTooFew(places: readonly Place[], level: LevelId): boolean {
  const verdicts = places.flatMap(({ parts: { enabled } }) =>
    enabled?.value == null ? [] : [enabled.verdict],
  );
  const noneCompared = verdicts.every((verdict) => verdict === 'not compared');
  return level !== 'practice' && verdicts.length > 0 && noneCompared;
}

/** Why no place is listed: nobody was asked about the service that month, or no such place is named. */
function noneHere({ service, period, level, where, england }: Within): TemplateResult {
  const month = formatMonth(period);
  const isCollected = Object.values(england).some(({ marker }) => marker !== '[z]');
  if (!isCollected)
    return stateNote(
      'No figures here',
      `${serviceWords[service].name} is not in the extracts of ${month}.`,
    );
  const { many } = levelOf(level);
  return stateNote(`No ${many} here`, `The extracts of ${month} name no ${many} ${where}.`);
}
