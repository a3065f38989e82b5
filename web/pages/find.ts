import { html } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { serviceWords } from '../../data/definitions/measures.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { Ask, Meta } from '../ask.ts';
import { searchForm } from '../controls/search-form.ts';
import { stateNote } from '../controls/state-note.ts';
import { type FoundRow, placeDetail } from '../foundPlace.ts';
import type { Address, Page } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { type FoundFigures, fetchFoundFigures } from '../questions/foundFigures.ts';
import { serviceOf } from '../service.ts';

interface Find {
  /** With the number of matches. */
  meta: Meta & { found?: number };
  found: FoundRow[];
  figures: FoundFigures;
  /** Without any matches: places that have one of the words. */
  nearest: FoundRow[];
  /** Regions and what is below them, to start from without a search. */
  areas: { level: PlaceLevel; code: string; name: string; region: string | null }[];
}

const most = '50';

async function load(ask: Ask, address: Address): Promise<Find> {
  const { q, release } = address.query;
  if (q) {
    const { data, meta } = await ask('/search', { q: q.slice(0, 100), limit: most, release });
    const nearest = data.length ? [] : await nearestTo(ask, q, release);
    const codes = [...data, ...nearest].map(({ area_code }) => area_code);
    const service = serviceOf(address);
    const figures = await fetchFoundFigures(ask, { codes, service, release: meta.release });
    return { meta, found: data, figures, nearest, areas: [] };
  }
  const { data, meta } = await ask('/areas', { level: 'region,subregion', release });
  const areas = data
    .filter(({ last_period }) => last_period === meta.last_period)
    .map((one) => ({
      level: one.level,
      code: one.area_code,
      name: readableName(one.area_name),
      region: one.region_code,
    }));
  return { meta, found: [], figures: {}, nearest: [], areas };
}

/** The number of places offered if nothing matches. */
const offered = '5';
const wordsTried = 3;

/** Places that match the longest of the typed words that any place has. */
async function nearestTo(ask: Ask, q: string, release: string | undefined): Promise<FoundRow[]> {
  const words = [...new Set(q.slice(0, 100).split(/[^\p{L}\p{N}]+/u))]
    .filter((word) => word.length > 2 && word !== q)
    .sort((a, b) => b.length - a.length);
  for (const word of words.slice(0, wordsTried)) {
    const { data } = await ask('/search', { q: word, limit: offered, release });
    if (data.length) return data;
  }
  return [];
}

function view(data: Find, address: Address) {
  const { q } = address.query;
  return html`
    <h1 class="headline" tabindex="-1">${q ? `Practices and places: “${q}”` : 'Find a practice or place'}</h1>
    ${searchForm('find-here', 'Name, code, town or postcode', `${address.prefix}/find`, { q, along: address.along })}
    ${q ? results(data, q, address) : browse(data, address)}
  `;
}

function results(data: Find, q: string, address: Address) {
  const { found, nearest, meta } = data;
  if (!found.length) {
    return html`${stateNote(
      'Nothing found',
      html`No practice or place has a name like “${q}”, such a code, or is at such a postcode. Try fewer words, or
        <a href=${address.link('/find')}>begin from the regions</a>.`,
    )}
    ${
      nearest.length
        ? html`<h2 class="section__subtitle">The nearest to it</h2>
            ${list(nearest, data, address)}`
        : ''
    }`;
  }
  const all = meta.found ?? found.length;
  const count =
    all > found.length
      ? `The first ${found.length} of ${formatCount(all)} found. Another word, such as the town, finds fewer.`
      : `${formatCount(all)} found.`;
  const onlyNear = found.every(isNear);
  return html`<p class="section__lead">
      ${onlyNear ? `No exact answer: these are the nearest. ${count}` : count}
    </p>
    ${list(found, data, address)}
    ${
      found.some(isNear)
        ? html`<p class="section__note">
            ${onlyNear ? 'They lack' : '“Near”: it lacks'} a word of “${q}”, or ${onlyNear ? 'are' : 'is'} near that
            code or postcode. Near a postcode are those in its sector or district, or in one with the next number.
          </p>`
        : ''
    }`;
}

/** Places that were found, each with what distinguishes it, its patients and its share set up. */
function list(rows: readonly FoundRow[], { figures, found }: Find, address: Address) {
  const marksNear = found.some((one) => !isNear(one));
  const { does } = serviceWords[serviceOf(address)];
  return html`<ol class="found">
      ${rows.map(
        (one) => html`<li class="found__item">
          <a class="found__name" href=${placeLink(address, one.level, one.area_code)}
            >${readableName(one.area_name)}</a
          >
          ${isNear(one) && marksNear ? html`<span class="found__mark">near</span>` : ''}
          <span class="found__detail">${placeDetail(one)}</span>
          ${figures[one.area_code] ? html`<span class="found__detail">${figures[one.area_code]} to ${does}</span>` : ''}
        </li>`,
      )}
    </ol>`;
}

const isNear = ({ match }: FoundRow): boolean => match === 'near';

/** The page of the only place that a search finds, unless it is just a near match. */
function elsewhere({ found, meta }: Find, address: Address): string | null {
  const [one] = found;
  return one && meta.found === 1 && !isNear(one)
    ? placeLink(address, one.level, one.area_code)
    : null;
}

function browse({ areas }: Find, address: Address) {
  const regions = areas.filter(({ level }) => level === 'region');
  return html`<section class="section" aria-labelledby="regions">
    <h2 class="section__title" id="regions">Or begin from a region</h2>
    <ul class="places">
      ${regions.map(
        (region) => html`<li class="places__item">
          <a class="places__name" href=${placeLink(address, 'region', region.code)}>${region.name}</a>
          <ul class="places__within">
            ${areas
              .filter((one) => one.level === 'subregion' && one.region === region.code)
              .map(
                (one) =>
                  html`<li><a href=${placeLink(address, 'subregion', one.code)}>${one.name}</a></li>`,
              )}
          </ul>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** Practices and places by name or code; without a word, where to start. */
export const findPage: Page<Find> = {
  load,
  meta: ({ meta }) => meta,
  title: (_, { query }) =>
    query.q ? `“${query.q}”: practices and places` : 'Find a practice or place',
  description: () =>
    'Find any general practice, CCG or region in England by name, code, town or postcode, and how many of its patients use online services.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
  elsewhere,
};
