import type { Marker } from '../data/definitions/markers.ts';
import type { Media } from './formats/format.ts';
import type { Filters, ParameterName } from './parameters.ts';
import type { Release, Releases } from './releases.ts';

/** A column of a table: its name is the CSV header, the JSON key and the name in the description. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean';
  description: string;
  nullable?: boolean;
  /** All the values it can have, where they are few. */
  enum?: readonly string[];
  /** What an empty cell means where its row has no marker. */
  missing?: Marker;
}

/** What an object holds under a name: a plain value as in a column, an object, or a list of either. */
export interface Field extends Omit<Column, 'type' | 'missing'> {
  type: Column['type'] | 'object';
  /** What an object holds in turn. */
  fields?: readonly Field[];
  /** Whether it is a list. */
  many?: boolean;
}

/** The marker for an empty cell: its row's, its column's, or by type: numbers not available, texts not applicable. */
export const missingIn = ({ missing, type }: Column, row: { marker?: Marker | null }): Marker =>
  row.marker ?? missing ?? (type === 'integer' || type === 'number' ? '[x]' : '[z]');

export interface Question<N extends ParameterName = ParameterName> {
  release: Release;
  releases: Releases;
  filters: Filters<N>;
  /** Codes in the path, as in `/practices/{code}`. */
  path: Record<string, string>;
}

/** Rows in order, in chunks, and where to go on when a limit cut them off. */
export interface Table {
  chunks: AsyncIterable<object[]> | Iterable<object[]>;
  /** Known once the chunks have been read. */
  next?: () => string | null;
  /** What the answer says of itself beside its rows, such as how many there are in all. */
  meta?: object;
}

interface Described<N extends ParameterName> {
  path: string;
  summary: string;
  description: string;
  parameters: readonly N[];
  /** Parameters that have no default. */
  required?: readonly NoInfer<N>[];
  /** Parameters of which it takes one value where others take a list. */
  one?: readonly NoInfer<N>[];
  /** A query that answers on every release; `{practice}` and its like stand for what a release holds. */
  example: string;
}

/** A question whose answer is a table, in any format. */
export interface TableEndpoint<N extends ParameterName = ParameterName> extends Described<N> {
  columns: readonly Column[];
  media?: undefined;
  /** What `meta` says beside what it says everywhere. */
  meta?: readonly Field[];
  /** Rows of an answer where `limit` is not given; all without it. */
  atOnce?: number;
  rows(question: Question<N>): Table | Promise<Table>;
}

/** A question whose answer is one object, as JSON only. */
export interface ObjectEndpoint<N extends ParameterName = ParameterName> extends Described<N> {
  columns?: undefined;
  media?: undefined;
  fields: readonly Field[];
  object(question: Question<N>): object | Promise<object>;
}

/** A question whose answer is one file of its own kind. */
export interface FileEndpoint<N extends ParameterName = never> extends Described<N> {
  columns?: undefined;
  media: Media;
  file(question: Question<N>): AsyncIterable<string | Uint8Array>;
  /** Its size, where it is known before it is read. */
  bytes?(question: Question<N>): number;
}

// biome-ignore lint/suspicious/noExplicitAny: endpoints with different parameters share one list
export type Endpoint = TableEndpoint<any> | ObjectEndpoint<any> | FileEndpoint<any>;

/** Declares a table endpoint, so that its handler knows the types of the parameters it names. */
export const table = <N extends ParameterName>(endpoint: TableEndpoint<N>): Endpoint => endpoint;

/** Declares an endpoint that answers one object. */
export const object = <N extends ParameterName>(endpoint: ObjectEndpoint<N>): Endpoint => endpoint;

/** Declares an endpoint that answers one file. */
export const file = <N extends ParameterName>(endpoint: FileEndpoint<N>): Endpoint => endpoint;

/** Rows handed on at once where all are at hand: more at a time are slower to write. */
const rowsAtOnce = 500;

/** A table whose rows are all at hand. */
export function whole(rows: object[], meta?: object): Table {
  const chunks: object[][] = [];
  for (let i = 0; i < rows.length; i += rowsAtOnce) chunks.push(rows.slice(i, i + rowsAtOnce));
  return { chunks, meta };
}
