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
  /** Loads the elements that only this page uses, once it is drawn in a browser. */
  enliven?(): void;
}

/** Draws a loaded page, with its title. */
export function draw(url: URL, prefix: string, { data, problem }: Loaded): Drawn {
  const match = matchPage(url, prefix);
  if (match && !problem) return drawPage(match.page, match.address, data);
  const address = addressOf(url, prefix);
  const shown = shownProblem(url, problem);
  return {
    address,
    meta: null,
    crumbs: [],
    view: problemView(shown, address),
    title: `${problemTitle(shown)} – ${siteName}`,
    hasOwnSearch: !isPassing(shown.status),
  };
}

const shownProblem = ({ pathname }: URL, problem: Problem | null): Problem =>
  problem ?? { status: 404, detail: `nothing is at ${pathname}` };

function drawPage(page: Page, address: Address, data: unknown): Drawn {
  return {
    address,
    meta: page.meta(data),
    crumbs: page.crumbs(data, address),
    view: page.view(data, address),
    title: `${page.title(data, address)} – ${siteName}`,
    enliven: () => page.enliven?.(),
    hasOwnSearch: address.path === '/find',
  };
}

/** What a page tells search engines and those who link to it. */
export interface Described {
  description: string;
  dataset: Dataset | null;
  /** The page's main chart; null for England's thousand patients. */
  card: ChartCard | null;
}

/** Describes a loaded page. Only on the server: browsers load pages without what this needs. */
export function describe(url: URL, prefix: string, { data, problem }: Loaded): Described {
  const match = matchPage(url, prefix);
  if (!match || problem) {
    return { description: problemTitle(shownProblem(url, problem)), dataset: null, card: null };
  }
  const { page, address } = match;
  return {
    description: page.description(data, address),
    dataset: page.dataset?.(data, address) ?? null,
    card: page.card?.(data, address) ?? null,
  };
}
