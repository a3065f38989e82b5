import { escaped } from '../../data/definitions/markup.ts';
import { madeWords } from '../../data/words/source.ts';
import type { Address } from '../page.ts';
import { placePath } from '../placeLink.ts';
import { siteName } from '../site.ts';
import { headingOf, headingText } from './heading.ts';
import type { ChartData, ChartForms, ChartKind, ChartQuery } from './kind.ts';
import { chartQueryString } from './question.ts';

type Site = Pick<Address, 'origin' | 'prefix'>;

/** The question of a chart with the release that answered it, so that its address says the same next year. */
export const keptQuery = ({ query, meta }: ChartData): ChartQuery => ({
  ...query,
  release: meta.release,
});

interface ImageAsked {
  format: 'svg' | 'png';
  /** In pixels; 1,200 without it. */
  width?: number;
  theme?: 'dark';
}

/** Address of a chart as an image. */
export function imageHref(
  { prefix }: Pick<Site, 'prefix'>,
  { id }: Pick<ChartForms, 'id'>,
  query: ChartQuery,
  { format, width, theme }: ImageAsked,
): string {
  const asked = [
    chartQueryString(query).slice(1),
    width ? `width=${width}` : '',
    theme ? `theme=${theme}` : '',
  ];
  const search = asked.filter(Boolean).join('&');
  return `${prefix}/charts/${id}.${format}${search ? `?${search}` : ''}`;
}

/** Address of the page for a frame of another site. */
const embedHref = ({ prefix }: Pick<Site, 'prefix'>, kind: ChartForms, data: ChartData) =>
  `${prefix}/embed/${kind.id}${chartQueryString(keptQuery(data))}`;

/** Address of the CSV that holds a chart's numbers. */
export function csvHref({ prefix }: Pick<Site, 'prefix'>, kind: ChartForms, data: ChartData) {
  const { path, params } = kind.csv(data);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
  search.set('release', data.meta.release);
  search.set('format', 'csv');
  return `${prefix}/api/v1${path}?${search.toString().replaceAll('%2C', ',')}`;
}

/** Address of the page on which a chart can be changed: the place's own for its thousand patients. */
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

/** What is around the drawing in an embedded chart, where a narrow frame breaks it into most lines. In pixels. */
const aroundEmbedded = 540;

/** HTML that puts a chart into another site's page, kept by its release. */
export function embedCode(site: Site, kind: ChartKind, data: ChartData): string {
  const address = `${site.origin}${embedHref(site, kind, data)}`;
  const title = headingText(headingOf(kind, data));
  const { wide, narrow } = kind.height(data);
  const height = Math.max(wide, narrow) + aroundEmbedded;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

/** A chart as one cites it, with its release and the address that keeps it. */
export function citation(site: Site, kind: ChartForms, data: ChartData): string {
  const { release, kind: of } = data.meta;
  const illustrative = of === 'illustrative' ? ', illustrative data' : '';
  return `${siteName}. ${kind.title(data)}: ${kind.subtitle(data)}. Release ${release} of ${madeWords(data.meta)}${illustrative}. ${site.origin}${chartPageHref(site, kind, data)}`;
}
