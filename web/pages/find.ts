import { html } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { Ask, Meta } from '../ask.ts';
import { searchForm } from '../controls/search-form.ts';
import { stateNote } from '../controls/state-note.ts';
import { type FoundRow, placeDetail } from '../foundPlace.ts';
import type { Address, Page } from '../page.ts';
import { placeLink } from '../placeLink.ts';

interface Find {
  /** With how many a search found in all. */
  meta: Meta & { found?: number };
  found: FoundRow[];
  /** Regions and what lies below them, to begin from without a word to look for. */
  areas: { level: PlaceLevel; code: string; name: string; region: string | null }[];
}

const most = '50';

async function load(ask: Ask, { query }: Address): Promise<Find> {
  const { q, release } = query;
  if (q) {
    const { data, meta } = await ask('/search', {
      q: q.slice(0, 100),
      limit: most,
      release,
    });
    return { meta, found: data, areas: [] };
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
  return { meta, found: [], areas };
}

function view(data: Find, address: Address) {
  const { q } = address.query;
  return html`
    <h1 class="headline" tabindex="-1">${q ? `Practices and places: “${q}”` : 'Find a practice or place'}</h1>
    ${searchForm('find-here', 'Name or code, or part of a name', `${address.prefix}/find`, { q, along: address.along })}
    ${q ? results(data, q, address) : browse(data, address)}
  `;
}

function results({ found, meta }: Find, q: string, address: Address) {
  if (!found.length) {
    return stateNote(
      'Nothing found',
      html`No practice or place is called “${q}” or has such a code. Try fewer letters, or
        <a href=${address.link('/find')}>begin from the regions</a>.`,
    );
  }
  const all = meta.found ?? found.length;
  return html`<p class="section__lead">
      ${
        all > found.length
          ? `The ${found.length} nearest of ${formatCount(all)} found. More letters find fewer.`
          : `${formatCount(all)} found.`
      }
    </p>
    <ol class="found">
      ${found.map(
        (one) => html`<li class="found__item">
          <a class="found__name" href=${placeLink(address, one.level, one.area_code)}
            >${readableName(one.area_name)}</a
          >
          <span class="found__detail">${placeDetail(one)}</span>
        </li>`,
      )}
    </ol>`;
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

/** Practices and places by name or code; without a word, where to begin. */
export const findPage: Page<Find> = {
  pattern: '/find',
  load,
  meta: ({ meta }) => meta,
  title: (_, { query }) =>
    query.q ? `“${query.q}”: practices and places` : 'Find a practice or place',
  description: () =>
    'Find any general practice, CCG or region in England by name or code, and how many of its patients use online services.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};
