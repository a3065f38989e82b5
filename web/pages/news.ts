import { html } from 'lit';
import { ENGLAND, GROUP } from '../../data/definitions/levels.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { isOfReleases, newsKinds } from '../../data/definitions/news.ts';
import { atPlace, counted } from '../../data/words/english.ts';
import type { AreasRow, NewsRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address, Crumb, Page } from '../page.ts';
import { placeLink, placePath } from '../placeLink.ts';
import { fold } from '../sections/fold.ts';

interface Data {
  meta: Meta & { total?: number };
  /** The place whose news it is; null for a reader's own group. */
  place: Pick<AreasRow, 'level' | 'area_code' | 'area_name'> | null;
  news: NewsRow[];
}

/** The number of entries shown; the file has all. */
const shown = '100';

/** The parameters for the API: a place, a group, or England. */
const askedBy = ({ query: { area, group, measure } }: Address) => ({ area, group, measure });

async function load(ask: Ask, address: Address): Promise<Data> {
  const { release } = address.query;
  const asked = askedBy(address);
  const [{ meta, data }, place] = await Promise.all([
    ask('/news', { ...asked, release, limit: shown }),
    isOfGroup(address)
      ? null
      : ask('/areas', { area: asked.area ?? ENGLAND, release }).then(({ data }) => data[0]!),
  ]);
  return { meta, place, news: data };
}

const isOfGroup = ({ query: { area, group } }: Address): boolean =>
  Boolean(group) && (!area || area === GROUP);

/** The place, to follow "What is new": "in England", "at your group of 3 practices". */
function whereOf({ place }: Data, { query }: Address): string {
  if (place) return atPlace(place.level, place.area_name);
  const practices = new Set(query.group!.split(',')).size;
  return `at your group of ${counted(practices, 'practice')}`;
}

const titleOf = (data: Data, address: Address): string => `What is new ${whereOf(data, address)}`;

function view(data: Data, address: Address) {
  const { news, meta } = data;
  const months = [...new Set(news.map(({ period }) => period))];
  const more = (meta.total ?? news.length) - news.length;
  return html`
    <h1 class="headline" tabindex="-1">${titleOf(data, address)}</h1>
    <p class="lead">
      ${
        news.length
          ? 'Each entry is told once, and only where a change is not usual.'
          : 'Nothing that is told here happened in the months of this release.'
      }
    </p>
    ${follow(data, address)}
    ${months.map(
      (period) => html`<section class="section" aria-labelledby=${`of-${period}`}>
        <h2 class="section__title" id=${`of-${period}`}>${formatMonth(period)}</h2>
        ${news.filter((one) => one.period === period).map((one) => entry(one, address))}
      </section>`,
    )}
    ${more > 0 ? html`<p>${counted(more, 'earlier entry', 'earlier entries')}: in the file.</p>` : ''}
    ${fold(
      'what',
      'What is told, and when',
      '',
      html`<dl class="facts">${newsKinds.map(
        ({ title, description }) =>
          html`<div class="facts__row"><dt>${title}</dt><dd>${description}</dd></div>`,
      )}</dl>`,
    )}
  `;
}

/** How to follow a place, in two sentences and an address. */
function follow({ place }: Data, address: Address) {
  const what = !place ? 'this group' : place.level === 'practice' ? 'this practice' : 'this place';
  const feed = (path: string) =>
    address.link(path, {
      ...askedBy(address),
      service: undefined,
      period: undefined,
      release: undefined,
    });
  return html`<section class="section" aria-labelledby="follow">
    <h2 class="section__title" id="follow">Follow ${what}</h2>
    <p>
      Paste this address into a feed reader, or into a service that sends feeds by email. It tells you of each
      new entry once, and you need no account here.
    </p>
    ${copyable('Address of the feed', `${address.origin}${feed('/feed.atom')}`)}
    <p class="small">
      <a href=${feed('/feed.json')} data-leave>The same as JSON Feed</a> ·
      <a href=${address.api('/news', { ...askedBy(address), format: 'csv' })} download>All entries as CSV</a>
    </p>
  </section>`;
}

const entry = (row: NewsRow, address: Address) => html`<article class="news">
  <h3 class="news__title"><a href=${hrefOf(row, address)}>${row.title}</a></h3>
  <p>${row.sentence}</p>
  ${
    row.follow_on_code
      ? html`<p class="small"><a href=${address.link('/news', { area: row.follow_on_code })}>Follow ${row.follow_on_code} from now on</a></p>`
      : ''
  }
</article>`;

const hrefOf = (row: NewsRow, address: Address): string =>
  isOfReleases(row.kind)
    ? address.link('/releases')
    : placeLink(address, row.level, row.area_code, { period: row.period });

/** News of a place or of a reader's own group of practices, and how to follow it. */
export const newsPage: Page<Data> = {
  load,
  meta: ({ meta }) => meta,
  title: titleOf,
  description: (data, address) =>
    data.news[0]
      ? `${data.news[0].title}.`
      : `${titleOf(data, address)}: nothing so far. How to be told when there is.`,
  crumbs: ({ place }, address): Crumb[] => [
    { text: 'England', href: address.link('/') },
    ...(place && place.level !== 'england'
      ? [
          {
            text: readableName(place.area_name),
            href: address.link(placePath(place.level, place.area_code)),
          },
        ]
      : []),
  ],
  view,
  enliven: () => void import('../controls/copy-text.ts'),
};
