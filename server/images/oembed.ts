import type { Ask } from '../../web/ask.ts';
import { headingOf, headingText } from '../../web/charts/heading.ts';
import type { ChartData, ChartKind } from '../../web/charts/kind.ts';
import { embedHeight, embedHref, frameOf } from '../../web/charts/taking.ts';
import { matchPage } from '../../web/route.ts';
import { siteName } from '../../web/site.ts';
import { badParameter, notFound } from '../errors.ts';
import type { PageSettings } from '../pages/shell.ts';
import { kindOf, loaded, ofCaller } from './images.ts';

/** The width of a chart in pixels if none is asked for. */
const usualWidth = 800;
const leastWidth = 320;

/** An oEmbed 1.0 response. */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  provider_name: string;
  provider_url: string;
  title: string;
  html: string;
  width: number;
  height: number;
}

/**
 * The chart at an address of this site, for programs that show it in place of a link: that of an embed, or the main
 * chart of a page. Throws a 400 for bad requests, including any format other than JSON, and a 404 for an address
 * without a chart.
 */
export async function oembed(
  search: URLSearchParams,
  ask: Ask,
  { origin, prefix }: Pick<PageSettings, 'origin' | 'prefix'>,
): Promise<Oembed> {
  for (const name of search.keys()) {
    if (!['url', 'format', 'maxwidth', 'maxheight'].includes(name))
      throw badParameter(name, search.get(name)!, `oEmbed takes no such parameter: ${name}`);
  }
  const format = search.get('format') ?? 'json';
  if (format !== 'json')
    throw badParameter('format', format, `oEmbed is answered as json, not: ${format}`);
  const asked = search.get('url');
  if (!asked) throw badParameter('url', '', 'url is missing: the address of a page with a chart');
  const url = URL.canParse(asked) ? new URL(asked) : null;
  if (!url || url.origin !== origin || !`${url.pathname}/`.startsWith(`${prefix}/`)) {
    throw notFound(`not an address of this site: ${asked}`);
  }
  const { kind, data } = await chartAt(url, ask, prefix);
  const most = { width: pixels(search, 'maxwidth'), height: pixels(search, 'maxheight') };
  const width = Math.max(leastWidth, Math.min(usualWidth, most.width));
  const height = Math.min(embedHeight(kind, data), most.height);
  const title = headingText(headingOf(kind, data));
  return {
    version: '1.0',
    type: 'rich',
    provider_name: siteName,
    provider_url: `${origin}${prefix}/`,
    title,
    html: frameOf(`${origin}${embedHref({ prefix }, kind, data)}`, title, height),
    width,
    height,
  };
}

/** The chart of an embed's address, or the main chart of a page. */
async function chartAt(
  url: URL,
  ask: Ask,
  prefix: string,
): Promise<{ kind: ChartKind; data: ChartData }> {
  const [, id] = /^\/embed\/([\w-]+)$/.exec(url.pathname.slice(prefix.length)) ?? [];
  if (id) {
    const kind = kindOf(id);
    const search = new URLSearchParams(url.search);
    search.delete('rows');
    return { kind, data: await loaded(kind, ask, search) };
  }
  const match = matchPage(url, prefix);
  if (!match) throw notFound(`no page is at this address: ${url.href}`);
  const data = await ofCaller(() => match.page.load(ask, match.address));
  const card = match.page.card?.(data, match.address);
  if (!card) throw notFound(`this page has no chart: ${url.href}`);
  const kind = kindOf(card.kind);
  const release = match.address.query.release;
  return { kind, data: await kind.load(ask, { ...card.query, release }) };
}

/** A size in pixels from the query; unlimited if not given. */
function pixels(search: URLSearchParams, name: string): number {
  const text = search.get(name);
  if (text === null) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw badParameter(name, text, `not a size in pixels: ${text}`);
  return Number(text);
}
