import type { TemplateResult } from 'lit';
import type { Ask, Meta } from './ask.ts';
import type { ChartId, ChartQuery } from './charts/kind.ts';

/** The query parameters of addresses: those of charts, and more. */
export interface Query extends ChartQuery {
  within?: string;
  sort?: string;
  /** `all` shows every row of a long table. */
  rows?: string;
  /** Words that places in a table must have in their name or code. */
  filter?: string;
  /** The column of a table whose numbers are limited, from 1, and its limits. */
  column?: string;
  least?: string;
  most?: string;
  /** `below` shows only places with a figure below England's. */
  only?: string;
  /** Codes of places, separated by commas, that stay at the top of a table. */
  keep?: string;
  q?: string;
  /** The kind of chart in Explore. */
  chart?: string;
  /** Code of the area to look within. */
  parent?: string;
  /** Codes of places to look at, separated by commas. */
  area?: string;
  /** Whether places are as `published` each month, or like for like as in the `lookup`. */
  boundaries?: string;
  /** Whether a funnel's limits are `adjusted` or `plain`. */
  limits?: string;
  /** Codes of the practices of a reader's own group, separated by commas. */
  group?: string;
  /**
   * Which choice has priority if not all can be shown together, because it was made last: `chart`, `measure`, `level`
   * or `period`.
   */
  held?: string;
  /** A reader's name for a view, and a note about it. */
  title?: string;
  note?: string;
  /** A pasted list of codes, before it is checked. */
  codes?: string;
}

/** The parsed address of a page, with methods to make links from it. */
export interface Address {
  /** Path without the site's prefix: `/practices/A81001`. */
  path: string;
  /** The parts of the path named in the page's pattern: `code`. */
  params: Record<string, string>;
  query: Query;
  prefix: string;
  /** Scheme and host of the site, for absolute links. */
  origin: string;
  /** The parameters that are passed on to other pages. */
  along: Query;
  /** This page with another choice; undefined removes one. */
  href(changes: Query): string;
  /** Another page. Service, month and release are passed on, other choices are not. */
  link(path: string, changes?: Query): string;
  /** A file of the API, such as `/figures`, for the release that this address names. */
  api(path: string, params: Record<string, string | undefined>): string;
}

/** A file of a dataset: its format and path, and its size and checksum if they are known before it is made. */
export interface Download {
  format: 'csv' | 'json' | 'parquet' | 'xlsx' | 'zip' | 'duckdb';
  href: string;
  name?: string;
  bytes?: number;
  sha256?: string | null;
}

/** The downloads of a page, for data catalogues and search engines. */
export interface Dataset {
  name: string;
  description: string;
  place: { code: string; name: string };
  downloads: readonly Download[];
}

/** A chart by its kind and its question, without the release. */
export interface ChartCard {
  kind: ChartId;
  query: ChartQuery;
}

export interface Crumb {
  text: string;
  href: string;
}

/** What is at one kind of address of the site: pure functions, run by the server and again by the browser. */
export interface Page<Data = unknown> {
  /** Everything the page shows, as plain JSON. */
  load(ask: Ask, address: Address): Promise<Data>;
  /** Of the release shown, for the frame around the page. */
  meta(data: Data): Meta | null;
  title(data: Data, address: Address): string;
  /** One sentence that sums up the page, shown where it is linked. */
  description(data: Data, address: Address): string;
  crumbs(data: Data, address: Address): Crumb[];
  view(data: Data, address: Address): TemplateResult;
  /** Another page to redirect to, as when a search finds a single place; null to stay. */
  elsewhere?(data: Data, address: Address): string | null;
  dataset?(data: Data, address: Address): Dataset | null;
  /** The page's main chart, for link previews. */
  card?(data: Data, address: Address): ChartCard | null;
  /**
   * Loads the page's code if it is in a file of its own, and what only such data needs. Until this or `load` has
   * finished, nothing else may be called.
   */
  ready?(data?: Data): Promise<void>;
  /** In the browser, once the page is drawn: loads the elements that only this page uses. */
  enliven?(): void;
}

/** A page and the pattern of its addresses: `/practices/:code`. */
export interface PlacedPage<Data = unknown> extends Page<Data> {
  pattern: string;
}
