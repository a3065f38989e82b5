import type { Media } from '../formats/format.ts';
import type { Pace } from '../pace.ts';
import type { FileBytes } from '../store/fileBytes.ts';
import type { Release, Releases } from '../store/releases.ts';
import type { Column, Field, Table } from '../table.ts';
import type { Filters, ParameterName } from './parameters.ts';

export interface Question<N extends ParameterName = ParameterName> {
  release: Release;
  releases: Releases;
  filters: Filters<N>;
  /** Codes in the path, as in `/practices/{code}`. */
  path: Record<string, string>;
}

interface Described<N extends ParameterName> {
  path: string;
  summary: string;
  description: string;
  parameters: readonly N[];
  /** Parameters that have no default. */
  required?: readonly NoInfer<N>[];
  /** Parameters that take one value here, though a list elsewhere. */
  one?: readonly NoInfer<N>[];
  /** Whether its answer is also about releases other than its own. */
  ofOthers?: boolean;
  /** False where a reader's own group of practices is no place that can be asked about. */
  groups?: false;
  /** Descriptions of parameters, where they differ from those used elsewhere. */
  examples?: Readonly<Partial<Record<NoInfer<N>, string>>>;
  /** A query that answers on every release; `{practice}` and the like are replaced by what a release has. */
  example: string;
}

/** A question whose answer is a table, in any format. */
export interface TableEndpoint<N extends ParameterName = ParameterName> extends Described<N> {
  columns: readonly Column[];
  media?: undefined;
  /** What `meta` says besides what it says everywhere. */
  meta?: readonly Field[];
  /** Rows of an answer where `limit` is not given; all without it. */
  atOnce?: number;
  /** Rows that a question has at most, known before any is read; few thousands, as places are, without it. */
  most?(question: Question<N>): number;
  rows(question: Question<N>): Table | Promise<Table>;
}

/** A question whose answer is one object, as JSON only. */
export interface ObjectEndpoint<N extends ParameterName = ParameterName> extends Described<N> {
  columns?: undefined;
  media?: undefined;
  fields: readonly Field[];
  object(question: Question<N>): object | Promise<object>;
}

/** What a file holds, piece by piece, or the file that is there already. */
type FileContent<N extends ParameterName> =
  | {
      /** What of it takes long is done at the pace that is given. */
      pieces(question: Question<N>, pace: Pace): AsyncIterable<string | Uint8Array>;
    }
  | { file(question: Question<N>): Promise<FileBytes> };

/** A question whose answer is one file of its own kind. */
export interface FileEndpoint<N extends ParameterName = never> extends Described<N> {
  columns?: undefined;
  media: Media;
  /** What it holds, where it is JSON. */
  fields?: readonly Field[];
  content: FileContent<N>;
}

// biome-ignore lint/suspicious/noExplicitAny: endpoints with different parameters share one list
export type Endpoint = TableEndpoint<any> | ObjectEndpoint<any> | FileEndpoint<any>;

/** Declares a table endpoint, so that its handler knows the types of the parameters it names. */
export const table = <N extends ParameterName>(endpoint: TableEndpoint<N>): Endpoint => endpoint;

/** Declares an endpoint that answers one object. */
export const object = <N extends ParameterName>(endpoint: ObjectEndpoint<N>): Endpoint => endpoint;

/** Declares an endpoint that answers one file. */
export const file = <N extends ParameterName>(endpoint: FileEndpoint<N>): Endpoint => endpoint;
