import type { TemplateResult } from 'lit';
import type { Ask, Meta } from './ask.ts';
import type { ChartId, ChartQuery } from './charts/kind.ts';

/** What an address may hold after its question mark: what charts are asked by, and more. */
export interface Query extends ChartQuery {
  within?: string;
  sort?: string;
  /** `all` shows every row of a long table. */
  rows?: string;
  /** Words that the places of a table must have in their name or code. */
  filter?: string;
  /** The column of a table whose numbers are bounded, from 1, and its bounds. */
  column?: string;
  least?: string;
  most?: string;
  /** `below` shows only places whose figure is below England's. */
  only?: string;
  /** Codes of places, by commas, that stay at the top of a table. */
  keep?: string;
  q?: string;
  /** The kind of chart to explore figures by. */
  chart?: string;
  /** Code of the area to look within. */
  parent?: string;
  /** Codes of places to look at, by commas. */
  area?: string;
  /** Whether places are as `published` each month, or like for like as the `lookup` makes them up. */
  boundaries?: string;
  /** Whether a funnel's limits are `adjusted` or `plain`. */
  limits?: string;
  /** Codes of the practices of a reader's own group, by commas. */
  group?: string;
  /** Which choice stays where not all can be shown together, as the one made last: `chart`, `measure`, `level` or `period`. */
  held?: string;
  /** What a reader calls a view, and notes of it. */
  title?: string;
  note?: string;
  /** A list of codes as it was pasted, before it is checked. */
  codes?: string;
}

/** Where a page is, parsed, with the links that lead on from it. */
export interface Address {
  /** Path without the site's prefix: `/practices/A81001`. */
  path: string;
  /** The part of the path that the page's pattern names: `code`. */
  params: Record<string, string>;
  query: Query;
  prefix: string;
  /** Scheme and host of the site, for links that must be whole. */
  origin: string;
  /** The choices that come along to other pages. */
  along: Query;
  /** This page with another choice; an undefined value takes the choice back. */
  href(changes: Query): string;
  /** Another page; service, month and release come along, other choices do not. */
  link(path: string, changes?: Query): string;
  /** A file of the API, such as `/figures`, in the release that this address names. */
  api(path: string, params: Record<string, string | undefined>): string;
}

/** A file of a dataset: its form, its path, and its size and checksum where they are known before it is made. */
export interface Download {
  format: 'csv' | 'json' | 'parquet' | 'xlsx' | 'zip' | 'duckdb';
  href: string;
  name?: string;
  bytes?: number;
  sha256?: string | null;
}

/** What a page has to take away, for catalogues of data and those who search them. */
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

/** What is at one address of the site: pure functions, run by the server and again by the browser. */
export interface Page<Data = unknown> {
  /** Everything the page shows, as plain JSON. */
  load(ask: Ask, address: Address): Promise<Data>;
  /** Of the release shown, for the frame around the page. */
  meta(data: Data): Meta | null;
  title(data: Data, address: Address): string;
  /** One sentence that says what the page says, for those who meet it elsewhere. */
  description(data: Data, address: Address): string;
  crumbs(data: Data, address: Address): Crumb[];
  view(data: Data, address: Address): TemplateResult;
  /** Another page to go to instead, as where a search finds one place alone; null to stay. */
  elsewhere?(data: Data, address: Address): string | null;
  dataset?(data: Data, address: Address): Dataset | null;
  /** The page's main chart, for those who are sent a link. */
  card?(data: Data, address: Address): ChartCard | null;
  /** Brings the page's code where it comes on its own, and what only such data needs; until then, or `load`, nothing else may be asked of it. */
  ready?(data?: Data): Promise<void>;
  /** In the browser, once the page is drawn: loads the elements that it alone uses. */
  enliven?(): void;
}

/** A page and the addresses it is at: `/practices/:code`. */
export interface PlacedPage<Data = unknown> extends Page<Data> {
  pattern: string;
}
