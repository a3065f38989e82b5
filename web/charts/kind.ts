import type { TemplateResult } from 'lit';
import { filterIds } from '../../data/definitions/filterIds.ts';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { Ask, Meta } from '../ask.ts';
import type { ChartHeight } from './specs/room.ts';

/** Every kind of chart that script draws, in the order in which readers choose. */
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
  'variance',
  'deprivation',
  'supplier',
] as const;
export type DrawnId = (typeof drawnIds)[number];

/** Every kind of chart: those, and the picture that pages draw themselves. */
export type ChartId = DrawnId | 'thousand';

/** The address parameters of charts, with the API's names and values. */
export const chartParameters = [
  'measure',
  'service',
  'level',
  'area',
  'parent',
  'boundaries',
  'across',
  'against',
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

/** The data of every chart besides its own figures. */
export interface ChartData {
  meta: Meta;
  /** The question with its defaults filled in (a month for `latest`), so that it asks for the same again. */
  query: ChartQuery;
}

/** A cell as text, with the number or code behind it. */
export interface ChartCell {
  text: string;
  value: string | number | null;
  /** The counts of a share, in small type beside it: "7,566 of 7,813". */
  of?: string;
  /** A sparkline before the text, as SVG. */
  spark?: string;
  /** The place that the cell names, for a link to its page. */
  place?: { level: PlaceLevel; code: string };
}

/** Rows of a table: a list, or an object that makes rows when they are read. */
export interface ChartRows {
  readonly length: number;
  slice(from?: number, to?: number): ChartCell[][];
  /** Codes of their places in order, where known without making the rows. */
  readonly codes?: readonly string[];
}

export interface TableColumn {
  title: string;
  numeric?: boolean;
}

/** A chart as a table. The first cell of each row is its heading. */
export interface ChartTable {
  caption: string;
  columns: TableColumn[];
  rows: ChartRows;
  /** The total of the places with these codes, as a row. */
  total?(codes: ReadonlySet<string>): ChartCell[];
}

/** The words and downloads of a chart with loaded data. */
export interface ChartForms<Data extends ChartData = ChartData> {
  id: ChartId;
  title(data: Data): string;
  /** Place, month and unit. */
  subtitle(data: Data): string;
  sentence(data: Data): string;
  table(data: Data): ChartTable;
  height(data: Data): ChartHeight;
  /** The question to the API whose CSV has the numbers of the chart. */
  csv(data: Data): { path: string; params: Record<string, string | undefined> };
  /** The place on whose page it is shown; otherwise Explore shows it. */
  placeOf?(data: Data): { level: PlaceLevel; code: string };
}

/** A kind of chart, for loading its data. */
export interface ChartLoader<Data extends ChartData = ChartData> {
  id: ChartId;
  /** Rejects with a problem of status 400 if the question makes no sense for this kind. */
  load(ask: Ask, query: ChartQuery): Promise<Data>;
}

/** A kind of chart in a list of choices. */
export interface KindChoice {
  id: ChartId;
  /** Its name in a list of choices: "Trend", "Ranking". */
  name: string;
  parameters: readonly ChartParameter[];
  /** How many of the places looked at it can show, and whether only practices or only areas; all if not given. */
  most?: number;
  shows?: 'practices' | 'areas';
  /** The layout of a reference file that a release must have for it. */
  needs?: string;
  /** Why this kind cannot show a measure at a level; null if it can. */
  fits(measure: Measure, level: PlaceLevel): string | null;
}

interface AnyKind<Data extends ChartData> extends ChartForms<Data>, KindChoice, ChartLoader<Data> {
  id: ChartId;
  /**
   * What the chart shows, as one clause of at most 100 characters, for data that is not all missing; null if there is
   * nothing to say.
   */
  finding(data: Data): string | null;
  /** The meaning of marks, bands and lines, unless the picture says it itself. */
  key?(data: Data): string[];
  /** Further remarks on the figures. */
  notes?(data: Data): string[];
  /** What is missing, in words, and whether that is everything; null if nothing is. */
  lacks(data: Data): { all: boolean; text: string } | null;
}

/** A kind with a drawing of the same id in `drawings.ts`, which pages load after they are shown. */
export interface DrawnKind<Data extends ChartData = ChartData> extends AnyKind<Data> {
  id: DrawnId;
  picture?: undefined;
}

/** A kind that is drawn by the page itself. */
export interface PicturedKind<Data extends ChartData = ChartData> extends AnyKind<Data> {
  /** `labelledBy` is the id of the sentence that says the same. */
  picture(data: Data, labelledBy: string): TemplateResult;
}

/** One kind of chart, declared once: its data, its words and its table. */
export type ChartKind<Data extends ChartData = ChartData> = DrawnKind<Data> | PicturedKind<Data>;
