import { fileStem } from '../../data/definitions/fileStem.ts';
import { escaped } from '../../data/definitions/markup.ts';
import { citeAt } from '../../data/words/source.ts';
import type { Address } from '../page.ts';
import { placePath } from '../placeLink.ts';
import { isFiltered } from './filters.ts';
import { headingOf, headingText } from './heading.ts';
import type { ChartData, ChartForms, ChartKind, ChartQuery } from './kind.ts';
import { chartQueryString } from './question.ts';

export type Site = Pick<Address, 'origin' | 'prefix'>;

/** The question of a chart with the release that answered it, so that its address gives the same answer next year. */
export const keptQuery = ({ query, meta }: ChartData): ChartQuery => ({
  ...query,
  release: meta.release,
});

/** Address of the page to frame in another site. */
export const embedHref = ({ prefix }: Pick<Site, 'prefix'>, kind: ChartForms, data: ChartData) =>
  `${prefix}/embed/${kind.id}${chartQueryString(keptQuery(data))}`;

/** Address of the CSV with a chart's numbers. */
export function csvHref({ prefix }: Pick<Site, 'prefix'>, kind: ChartForms, data: ChartData) {
  const { path, params } = kind.csv(data);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  search.set('release', data.meta.release);
  search.set('format', 'csv');
  return `${prefix}/api/v1${path}?${search.toString().replaceAll('%2C', ',')}`;
}

/** Address of the page where a chart can be changed. For a thousand patients that is the place's own page. */
export function chartPageHref({ prefix }: Pick<Site, 'prefix'>, kind: ChartForms, data: ChartData) {
  const { release, service, area, period, ...query } = keptQuery(data);
  const place = kind.placeOf?.(data);
  if (!place) {
    const asked = chartQueryString({ ...query, service, area, period, release });
    return `${prefix}/explore?chart=${kind.id}${asked.replace('?', '&')}`;
  }
  const asked = chartQueryString({ service, period, release });
  return `${prefix}${placePath(place.level, place.code)}${asked}`;
}

/** The most height around the drawing of an embedded chart, and around an image, in pixels. */
const aroundEmbedded = { drawing: 400, image: 560 };

/** HTML that embeds a chart of this release in another site's page. */
export function embedCode(site: Site, kind: ChartKind, data: ChartData): string {
  const address = `${site.origin}${embedHref(site, kind, data)}`;
  return frameOf(address, headingText(headingOf(kind, data)), embedHeight(kind, data));
}

/** The height of a frame for a chart until the chart itself reports it, in pixels. */
export function embedHeight(kind: ChartKind, data: ChartData): number {
  const { wide, narrow } = kind.height(data);
  return Math.max(wide, narrow) + aroundEmbedded[kind.picture ? 'image' : 'drawing'];
}

/** HTML of a frame as wide as the room it has. */
export const frameOf = (address: string, title: string, height: number): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;

/** A script for pages with embedded charts, needed once, that gives each the height it reports. */
export const embedScript = ({ origin }: Pick<Site, 'origin'>): string => `<script>
addEventListener("message", function (event) {
  if (event.origin !== "${origin}" || !event.data || event.data.type !== "uptake-height") return;
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow === event.source) frame.style.height = event.data.height + "px";
  });
});
</script>`;

/** The citation of a chart: publisher, title, who computed it, release, and permanent address. */
export const citation = (site: Site, kind: ChartForms, data: ChartData): string =>
  citeAt(
    data.meta,
    `${kind.title(data)}: ${kind.subtitle(data)}`,
    `${site.origin}${chartPageHref(site, kind, data)}`,
  );

/** The file name of a chart's image, without its extension: "gp-online-records-enabled-places-region-2019-03". */
export function chartFileStem({ id }: Pick<ChartForms, 'id'>, { query, meta }: ChartData): string {
  const { measure, service, level, area, parent, period, from, to } = query;
  const when = period ?? [from, to].filter(Boolean).join('-to-');
  return fileStem(meta.kind, [
    measure ?? service,
    id,
    level,
    area ?? parent,
    isFiltered(query) ? 'of-chosen-practices' : undefined,
    when || meta.last_period,
  ]);
}
