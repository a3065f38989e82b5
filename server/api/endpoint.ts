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
  /** Parameters without a default. */
  required?: readonly NoInfer<N>[];
  /** Parameters that take one value here but a list elsewhere. */
  one?: readonly NoInfer<N>[];
  /** Whether its answer also depends on other releases. */
  ofOthers?: boolean;
  /** False if it cannot be asked about a reader's own group of practices. */
  groups?: false;
  /** Examples of parameters that differ from the usual ones. */
  examples?: Readonly<Partial<Record<NoInfer<N>, string>>>;
  /** A query that works on every release; `{practice}` and the like are replaced by codes of the release. */
  example: string;
}

/** A question whose answer is a table, in any format. */
export interface TableEndpoint<N extends ParameterName = ParameterName> extends Described<N> {
  columns: readonly Column[];
  media?: undefined;
  /** Fields in `meta` besides those common to all answers. */
  meta?: readonly Field[];
  /** The default of `limit`; all rows if not given. */
  atOnce?: number;
  /**
   * The most rows that the answer to a question can have, known in advance. Without it there are a few thousand at
   * most, as for places.
   */
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

/** The content of a file, piece by piece, or a file that already exists. */
type FileContent<N extends ParameterName> =
  | {
      /** Slow work pauses through `pace`. */
      pieces(question: Question<N>, pace: Pace): AsyncIterable<string | Uint8Array>;
    }
  | { file(question: Question<N>): Promise<FileBytes> };

/** A question whose answer is one file of its own kind. */
export interface FileEndpoint<N extends ParameterName = never> extends Described<N> {
  columns?: undefined;
  media: Media;
  /** Its fields, if it is JSON. */
  fields?: readonly Field[];
  content: FileContent<N>;
}

// biome-ignore lint/suspicious/noExplicitAny: endpoints with different parameters share one list
export type Endpoint = TableEndpoint<any> | ObjectEndpoint<any> | FileEndpoint<any>;

/** Declares a table endpoint. Its handler gets the types of the parameters it names. */
export const table = <N extends ParameterName>(endpoint: TableEndpoint<N>): Endpoint => endpoint;

/** Declares an endpoint that answers with one object. */
export const object = <N extends ParameterName>(endpoint: ObjectEndpoint<N>): Endpoint => endpoint;

/** Declares an endpoint that answers with one file. */
export const file = <N extends ParameterName>(endpoint: FileEndpoint<N>): Endpoint => endpoint;
