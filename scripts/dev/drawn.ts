import { drawImage, renderEmbed } from '../../server/images/images.ts';
import { oembed } from '../../server/images/oembed.ts';
import type { CatalogueSettings } from '../../server/pages/dcat.ts';
import { renderPage } from '../../server/pages/pages.ts';
import type { PageSettings } from '../../server/pages/shell.ts';
import { siteFiles } from '../../server/pages/siteFiles.ts';
import type { Ask } from '../../web/ask.ts';
import { problemOf } from '../../web/problem.ts';

/** What is sent for an address. */
interface Sent {
  status: number;
  type: string;
  body: string | Uint8Array;
  /** Where it redirects to instead. */
  location?: string;
}

/**
 * What the server sends at an address besides its API and its files: pages, charts, embeds, and descriptions for
 * programs.
 */
export async function drawn(
  url: URL,
  ask: Ask,
  settings: PageSettings & CatalogueSettings,
): Promise<Sent> {
  const [, folder, name = ''] = url.pathname.split('/');
  const file = siteFiles.find(({ path }) => path === url.pathname);
  if (file) return { status: 200, type: file.type, body: await file.text(ask, settings) };
  if (folder === 'charts') return chartOr(() => drawImage(name, url.searchParams, ask));
  if (url.pathname === '/oembed')
    return chartOr(async () => ({
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(await oembed(url.searchParams, ask, settings)),
    }));
  if (folder === 'embed') return chartOr(() => renderEmbed(name, url, ask, settings));
  const { status, html, location } = await renderPage(url, ask, settings);
  return { status, type: 'text/html; charset=utf-8', body: html, location };
}

/** A chart, or the problem with the request. */
async function chartOr(draw: () => Promise<Omit<Sent, 'status'>>): Promise<Sent> {
  try {
    return { status: 200, ...(await draw()) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500) throw error;
    return {
      status: problem.status,
      type: 'application/problem+json; charset=utf-8',
      body: JSON.stringify({ type: 'about:blank', ...problem }),
    };
  }
}
