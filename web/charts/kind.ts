import type { TemplateResult } from 'lit';
import { filterIds } from '../../data/definitions/filterIds.ts';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { Ask, Meta } from '../ask.ts';
import type { ChartHeight } from './specs/room.ts';

/** Every kind of chart that script draws, in the order in which they are chosen from. */
export const drawnIds = [
  'places',
  'map',
  'boundaries',
  'funnel',
  'spread',
  'scatter',
  'months',
  'change',
  'xmr',
  'multiples',
  'supplier',
] as const;
export type DrawnId = (typeof drawnIds)[number];

/** Every kind of chart: those, and the picture that pages draw themselves. */
export type ChartId = DrawnId | 'thousand';

/** What an address may say of a chart: names and values as the API takes them. */
export const chartParameters = [
  'measure',
  'service',
  'level',
  'area',
  'parent',
  'boundaries',
  'across',
  'period',
  'from',
  'to',
  'group',
  'limits',
  'restarts',
  'view',
  'columns',
  ...filterIds,
  'release',
] as const;
export type ChartParameter = (typeof chartParameters)[number];
export type ChartQuery = Partial<Record<ChartParameter, string>>;

/** What every chart is loaded with, besides its own figures. */
export interface ChartData {
  meta: Meta;
  /** The question with what it left open filled in (a month for `latest`), so that it asks for the same again. */
  query: ChartQuery;
}

/** A cell as people read it, with the number or code behind it. */
export interface ChartCell {
  text: string;
  value: string | number | null;
  /** What a share counts, in small letters next to it: "7,566 of 7,813". */
  of?: string;
  /** A small line before the text, as SVG. */
  spark?: string;
  /** The place that the cell names, for a link to its page. */
  place?: { level: PlaceLevel; code: string };
}

/** Rows of a table: a list, or what makes those that are taken of it. */
export interface ChartRows {
  readonly length: number;
  slice(from?: number, to?: number): ChartCell[][];
}

/** Rows that are made when they are taken: of thousands a page shows but the first. */
export const rowsOf = <Item>(
  items: readonly Item[],
  row: (item: Item) => ChartCell[],
): ChartRows => ({
  length: items.length,
  slice: (from, to) => items.slice(from, to).map(row),
});

export interface TableColumn {
  title: string;
  numeric?: boolean;
}

/** A chart as a table: the first cell of each row is its heading. */
export interface ChartTable {
  caption: string;
  columns: TableColumn[];
  rows: ChartRows;
  /** The places of these codes added up, as a row. */
  total?(codes: ReadonlySet<string>): ChartCell[];
}

/** What a chart says of figures that are at hand, and how it is taken along. */
export interface ChartForms<Data extends ChartData = ChartData> {
  id: ChartId;
  title(data: Data): string;
  /** Place, month and unit. */
  subtitle(data: Data): string;
  sentence(data: Data): string;
  table(data: Data): ChartTable;
  height(data: Data): ChartHeight;
  /** The question to the API whose CSV holds the numbers of the chart. */
  csv(data: Data): { path: string; params: Record<string, string | undefined> };
  /** The place on whose page it is shown; without it, Explore shows it. */
  placeOf?(data: Data): { level: PlaceLevel; code: string };
}

/** A kind of chart as far as it is asked for. */
export interface ChartLoader<Data extends ChartData = ChartData> {
  id: ChartId;
  /** Rejects with a problem of status 400 where the question makes no sense for this kind. */
  load(ask: Ask, query: ChartQuery): Promise<Data>;
}

/** A kind of chart as it is chosen. */
export interface KindChoice {
  id: ChartId;
  /** What it is called where kinds are chosen from: "Trend", "Ranking". */
  name: string;
  parameters: readonly ChartParameter[];
  /** Why this kind cannot show a measure at a level; null where it can. */
  fits(measure: Measure, level: PlaceLevel): string | null;
}

interface AnyKind<Data extends ChartData> extends ChartForms<Data>, KindChoice, ChartLoader<Data> {
  id: ChartId;
  /** What is seen, as one clause of at most 100 letters, of data that is not all missing; null where nothing is found. */
  finding(data: Data): string | null;
  /** What marks, bands and lines in the picture are, where it does not say so itself. */
  key?(data: Data): string[];
  /** What else is to be known of the figures. */
  notes?(data: Data): string[];
  /** What is missing, in words, and whether that is everything; null where nothing is. */
  lacks(data: Data): { all: boolean; text: string } | null;
}

/** A kind whose drawing is under the same id in `drawings.ts`, which pages load after they show. */
export interface DrawnKind<Data extends ChartData = ChartData> extends AnyKind<Data> {
  id: DrawnId;
  picture?: undefined;
}

/** A kind that is drawn by the page itself. */
export interface PicturedKind<Data extends ChartData = ChartData> extends AnyKind<Data> {
  /** `labelledBy` is the id of the sentence that says the same. */
  picture(data: Data, labelledBy: string): TemplateResult;
}

/** One kind of chart, declared once: what it asks for, and what it says as words and as a table. */
export type ChartKind<Data extends ChartData = ChartData> = DrawnKind<Data> | PicturedKind<Data>;
