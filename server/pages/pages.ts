import { ENGLAND } from '../../data/definitions/levels.ts';
import { escaped } from '../../data/definitions/markup.ts';
import type { Ask } from '../../web/ask.ts';
import { cardSize, imageHref } from '../../web/charts/imageHref.ts';
import {
  type Described,
  type Drawn,
  describe,
  draw,
  elsewhere,
  loadPage,
} from '../../web/frame.ts';
import type { Address, ChartCard, Dataset, Download } from '../../web/page.ts';
import type { Problem } from '../../web/pages/problem.ts';
import { withPlaces } from '../../web/placed.ts';
import { arranging, matchPage } from '../../web/route.ts';
import { type Framed, site, siteName } from '../../web/site.ts';
import { discovery } from './discovery.ts';
import { filled } from './filled.ts';
import { holdingsOf, ofTheWhole } from './holdings.ts';
import { nearby } from './nearby.ts';
import { dataScript, inScript, type PageSettings, shellAround } from './shell.ts';
import { mediaTypes, structuredData } from './structuredData.ts';

export interface RenderedPage {
  status: number;
  html: string;
  /** The page to redirect to. */
  location?: string;
}

/**
 * The page at a URL as HTML with its figures, and the same data for the browser to continue with. A page that does not
 * exist is a page too, with its status. Rejects with whatever `ask` failed with, unless that was a mistake in the
 * address.
 */
export async function renderPage(
  url: URL,
  ask: Ask,
  settings: PageSettings,
): Promise<RenderedPage> {
  let failure: unknown;
  const watched: Ask = async (path, params) => {
    try {
      return await ask(path, params);
    } catch (error) {
      if (!((error as { status?: number }).status! < 500)) failure = error;
      throw error;
    }
  };
  const loaded = await loadPage(url, settings.prefix, watched);
  if (failure) throw failure;
  const location = elsewhere(url, settings.prefix, loaded);
  if (location) return { status: 302, html: '', location };
  if (loaded.problem?.status === 404) {
    loaded.problem = {
      ...loaded.problem,
      near: await nearby(url, { prefix: settings.prefix, detail: loaded.problem.detail }, ask),
    };
  }
  // The release of the page, because another may have become current since.
  const match = loaded.problem ? null : matchPage(url, settings.prefix);
  const holdings =
    match && ofTheWhole.includes(match.address.path)
      ? await holdingsOf(ask, settings.prefix, match.page.meta(loaded.data)?.release)
      : null;
  const html = inShell(url, loaded, settings, holdings?.whole);
  return { status: loaded.problem?.status ?? 200, html };
}

/** The error page. For faults on our side it gives no details. */
export function renderProblem(
  url: URL,
  settings: PageSettings,
  { status, detail }: Pick<Problem, 'status' | 'detail'>,
): string {
  const shown = status === 500 ? 'the figures could not be read' : detail;
  return inShell(url, { data: null, problem: { status, detail: shown } }, settings);
}

function inShell(
  url: URL,
  loaded: Awaited<ReturnType<typeof loadPage>>,
  { prefix, shell, origin }: PageSettings,
  whole?: Dataset,
): string {
  const { made, given } = withPlaces(() => {
    const drawn = draw(url, prefix, loaded);
    return { drawn, page: site(drawn as Framed) };
  });
  const { drawn } = made;
  const described = describe(url, prefix, loaded);
  const page = filled(made.page, given);
  const own = `${origin}${drawn.address.href(arranging)}`;
  const canonical = `${origin}${drawn.address.href({ ...arranging, release: undefined })}`;
  const dataset = whole ?? described.dataset;
  const alternates = described.dataset?.downloads ?? [];
  const feed = feedHref(drawn.address, described.dataset?.place.code);
  const head = headOf(
    { ...drawn, ...described, dataset, alternates, feed },
    { origin, prefix },
    { own, canonical },
  );
  const data = dataScript({ prefix, ...loaded });
  return shellAround({ prefix, shell }, { head, page, data });
}

function headOf(
  {
    title,
    description,
    dataset,
    alternates,
    feed,
    meta,
    card,
  }: Drawn & Described & { alternates: readonly Download[]; feed: string },
  { origin, prefix }: Pick<PageSettings, 'origin' | 'prefix'>,
  { own, canonical }: { own: string; canonical: string },
): string {
  const picture = card ?? englandsCard;
  return [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    `<link rel="canonical" href="${escaped(canonical)}">`,
    `<link rel="search" type="application/opensearchdescription+xml" title="${siteName}" href="${prefix}/opensearch.xml">`,
    `<link rel="service-desc" type="application/vnd.oai.openapi+json" href="${prefix}/api/v1/openapi.json">`,
    `<link rel="alternate" type="application/ld+json" title="All data, as a catalogue" href="${prefix}/data.json">`,
    `<link rel="alternate" type="application/atom+xml" title="What is new" href="${escaped(feed)}">`,
    ...(card && meta ? [discovery(new URL(own), { origin, prefix })] : []),
    ...alternates.map(alternate),
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:description" content="${escaped(description)}">`,
    ...(meta
      ? pictureOf(
          `${origin}${imageHref({ prefix }, { id: picture.kind }, { ...picture.query, release: meta.release }, { format: 'png', shape: 'card' })}`,
          description,
        )
      : []),
    ...(dataset && meta
      ? [
          `<script type="application/ld+json">${inScript(structuredData(dataset, meta, { origin, prefix, canonical }))}</script>`,
        ]
      : []),
  ].join('\n    ');
}

/**
 * The feed of the place that a page is about, or for the page of news of what it was asked for; otherwise England's.
 */
function feedHref({ path, query, prefix }: Address, place: string | undefined): string {
  const isNews = path === '/news';
  const { group } = query;
  const area = isNews ? query.area : place;
  const measure = isNews ? query.measure : undefined;
  const asked = Object.entries({ area: area === ENGLAND ? undefined : area, group, measure });
  const search = new URLSearchParams(
    asked.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return `${prefix}/feed.atom${search.size ? `?${search}` : ''}`;
}

/** A link to a file with the figures of the page. */
const alternate = ({ format, href, name }: Download): string =>
  `<link rel="alternate" type="${mediaTypes[format]}"${name ? ` title="${escaped(name)}"` : ''} href="${escaped(href)}">`;

/** The chart of England that stands for a page without a chart of its own. */
const englandsCard: ChartCard = { kind: 'thousand', query: {} };

/** The picture that link previews show: the page's main chart, whole. */
const pictureOf = (image: string, words: string): string[] => [
  `<meta property="og:type" content="website">`,
  `<meta property="og:image" content="${escaped(image)}">`,
  `<meta property="og:image:type" content="image/png">`,
  `<meta property="og:image:width" content="${cardSize.width}">`,
  `<meta property="og:image:height" content="${cardSize.height}">`,
  `<meta property="og:image:alt" content="${escaped(words)}">`,
  `<meta name="twitter:card" content="summary_large_image">`,
];
