import { html, type TemplateResult } from 'lit';
import { ENGLAND, type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import type { Verdict } from '../../data/statistics/verdict.ts';
import { atPlace, capital, counted, listed, plural } from '../../data/words/english.ts';
import { intervalPlainly } from '../../data/words/interval.ts';
import { manyAtOnce } from '../../data/words/standing.ts';
import type { Ask, Meta } from '../ask.ts';
import { imageHref } from '../charts/imageHref.ts';
import { ordered } from '../charts/ordering.ts';
import { choices } from '../controls/choices.ts';
import { stateNote } from '../controls/state-note.ts';
import { fetchPlaces, type Parts, type Place } from '../figures.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { PageProblem } from '../problem.ts';
import { paired } from '../sections/paired.ts';
import { placesTable } from '../sections/placesTable.ts';

/** The level of places that an address asks for within its own, or the first; throws a 404 for another. */
function withinLevel({ query }: Address, levels: readonly LevelId[]): LevelId {
  const level = query.within ?? levels[0]!;
  if (!levels.includes(level as LevelId)) {
    throw new PageProblem(404, `no such level of places here: ${level}`);
  }
  return level as LevelId;
}

/**
 * The places within an area, of the level that an address asks for or else of the first level with several. A single
 * place would be the area itself, like the subregion of London.
 */
export async function fetchWithin(
  ask: Ask,
  address: Address,
  levels: readonly LevelId[],
  asked: Omit<Parameters<typeof fetchPlaces>[1], 'level'>,
): Promise<{ level: LevelId; places: Place[] }> {
  const first = withinLevel(address, levels);
  const place = async (level: LevelId) => ({
    level,
    places: await fetchPlaces(ask, { level, ...asked }),
  });
  const found = await place(first);
  if (address.query.within || found.places.length > 1) return found;
  for (const level of levels.slice(levels.indexOf(first) + 1)) {
    const next = await place(level);
    if (next.places.length > 1) return next;
  }
  return found;
}

export interface Within {
  service: ServiceChoice;
  period: string;
  level: LevelId;
  levels: readonly LevelId[];
  where: string;
  parent: { level: LevelId; code: string; name: string };
  places: readonly Place[];
  england: Parts;
  meta: Meta;
}

/** Those in the month's extracts. */
const reporting = ({ places }: Within) =>
  places.filter(({ parts }) => (parts.offered ?? parts.enabled)?.practices);

/** How the places within a place differ, as a sentence and in brief; empty if nothing is known about any. */
export function withinWords(shown: Within): { sentence: string; gist: string } {
  const known = reporting(shown);
  return known.length ? spreadWords(known, shown) : { sentence: '', gist: '' };
}

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
      { format: 'svg', width: 400, theme },
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
        ${areTooFew(known, level) ? `Too few ${many} to tell unusual from usual.` : ''}
        ${intervalPlainly} ${manyAtOnce(known.length, many)} ${methodLink(address, 'comparison')}
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

/** How many practices have a higher, about the same and a lower share of patients set up than the rest of England. */
function besideEngland(
  all: readonly Place[],
  { service, where, england }: { service: ServiceChoice; where: string; england: number },
): { sentence: string; gist: string } {
  const known = all.filter(({ parts }) => parts.enabled?.value != null);
  const count = (verdict: Verdict) =>
    known.filter(({ parts }) => parts.enabled!.verdict === verdict).length;
  const [higher, same, lower] = [count('higher'), count('about the same'), count('lower')];
  const sides = [
    { practices: higher, side: 'higher' },
    { practices: same, side: 'about the same' },
    { practices: lower, side: 'lower' },
    { practices: known.length - higher - same - lower, side: 'without a clear difference' },
  ].filter(({ practices }) => practices > 0);
  const parts = sides.map(({ practices, side }, i) => {
    const some = practices === known.length ? 'all' : formatCount(practices);
    return `${some}${i ? '' : ` ${plural(practices, 'is', 'are')}`} ${side}`;
  });
  const share = `In the share of patients set up to ${serviceWords[service].does}`;
  const beside = `against England’s ${formatPercent(england)}.`;
  if (known.length === 1) {
    const told = `is ${sides[0]!.side}, ${beside}`;
    return {
      sentence: `${share}, the one practice ${where} that reported ${told}`,
      gist: `The one practice that reported ${told}`,
    };
  }
  const told = `${listed(parts)}, ${beside}`;
  return {
    sentence: `${share}, of the ${counted(known.length, 'practice')} ${where} that reported, ${told}`,
    gist: `Of ${counted(known.length, 'practice')}, ${told}`,
  };
}

/**
 * How places differ in the share set up or, if nobody reported that, in the share who could. Areas at the ends are
 * named. Practices are counted against England, and none is singled out.
 */
function spreadWords(
  places: readonly Place[],
  { service, level, where, england: all }: Within,
): { sentence: string; gist: string } {
  const alike = (sentence: string) => ({ sentence, gist: sentence });
  const { many } = levelOf(level);
  const part = places.some(({ parts }) => parts.enabled?.value != null) ? 'enabled' : 'offered';
  const did = { enabled: 'set up to', offered: 'registered where patients can' }[part];
  const { does } = serviceWords[service];
  const known = ordered(places, { by: part, descending: true }).flatMap(({ name, parts }) => {
    const value = parts[part]?.value ?? null;
    return value === null ? [] : [{ name, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return alike(`No figures were reported for ${many} ${where}.`);
  const england = all[part]?.value;
  if (level === 'practice' && england != null) {
    return part === 'enabled'
      ? besideEngland(places, { service, where, england })
      : alike(
          `${formatCount(known.filter(({ value }) => value > 0).length)} of ${formatCount(known.length)} practices ${where} let patients ${does}.`,
        );
  }
  const share = (place: typeof first) =>
    `${formatPercent(place.value)} ${atPlace(level, place.name)}`;
  if (known.length === 1) return alike(`The share of patients ${did} ${does} is ${share(first)}.`);
  const range = `from ${share(last)} to ${share(first)}.`;
  return {
    sentence: `The share of patients ${did} ${does} ranges ${range}`,
    gist: capital(range),
  };
}
