import type { Ask } from './ask.ts';
import type { Address, ChartCard, Dataset, Page } from './page.ts';
import { isPassing, type Problem, problemTitle, problemView } from './pages/problem.ts';
import { problemOf } from './problem.ts';
import { addressOf, matchPage } from './route.ts';
import { type Framed, siteName } from './site.ts';

/** A page with everything needed to draw it again without asking, as the server sends it to the browser. */
export interface Loaded {
  /** The result of the page's `load`; null if it failed. */
  data: unknown;
  problem: Problem | null;
}

/** Loads the page at a URL; a failure is a result too. Rejects only when aborted. */
export async function loadPage(url: URL, prefix: string, ask: Ask): Promise<Loaded> {
  const match = matchPage(url, prefix);
  if (!match)
    return { data: null, problem: { status: 404, detail: `nothing is at ${url.pathname}` } };
  try {
    return { data: await match.page.load(ask, match.address), problem: null };
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    return { data: null, problem: problemOf(error) };
  }
}

/** Where a loaded page redirects to instead of being shown; null if it is shown. */
export function elsewhere(url: URL, prefix: string, { data, problem }: Loaded): string | null {
  const match = matchPage(url, prefix);
  return match && !problem ? (match.page.elsewhere?.(data, match.address) ?? null) : null;
}

export interface Drawn extends Framed {
  title: string;
  description: string;
  dataset: Dataset | null;
  /** The page's main chart, or England's thousand patients; null if there is no page. */
  card: ChartCard | null;
  /** Loads the elements that only this page uses, once it is drawn in a browser. */
  enliven?(): void;
}

/** Draws a loaded page, with its title and description. */
export function draw(url: URL, prefix: string, { data, problem }: Loaded): Drawn {
  const match = matchPage(url, prefix);
  if (match && !problem) return drawPage(match.page, match.address, data);
  const address = addressOf(url, prefix);
  const shown = problem ?? { status: 404, detail: `nothing is at ${url.pathname}` };
  const title = problemTitle(shown);
  return {
    address,
    meta: null,
    crumbs: [],
    view: problemView(shown, address),
    title: `${title} – ${siteName}`,
    description: title,
    dataset: null,
    card: null,
    hasOwnSearch: !isPassing(shown.status),
  };
}

function drawPage(page: Page, address: Address, data: unknown): Drawn {
  return {
    address,
    meta: page.meta(data),
    crumbs: page.crumbs(data, address),
    view: page.view(data, address),
    title: `${page.title(data, address)} – ${siteName}`,
    description: page.description(data, address),
    dataset: page.dataset?.(data, address) ?? null,
    card: page.card?.(data, address) ?? null,
    enliven: () => page.enliven?.(),
    hasOwnSearch: address.path === '/find',
  };
}
