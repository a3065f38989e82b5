import type { Pace } from '../pace.ts';
import type { Meta } from '../store/meta.ts';
import type { Column, Table } from '../table.ts';

/** What an answer is written as: the value of `format`, its media type and the end of its file name. */
export interface Media {
  name: string;
  type: string;
  extension: string;
}

/** What a written table says of itself: its endpoint, release, and the question it answers. */
export interface About {
  /** A short name made of the endpoint's path, such as `figures`. */
  name: string;
  title: string;
  description: string;
  columns: readonly Column[];
  meta: Meta;
  /** What was asked for, as name and value, without format and release. */
  asked: readonly (readonly [name: string, value: string])[];
  /** Where the answer is found; begins with a slash where the public origin is not known. */
  address: string;
  /** Where questions about the data go; empty where it is not known. */
  contact: string;
}

/** A way to write a table, piece by piece. */
export interface Format extends Media {
  /** Rows that it can hold; any number without it. */
  most?: number;
  /** Chunks come at their own pace; what takes long of many of them at once is done in turns. */
  write(table: Table, about: About, pace?: Pace): AsyncIterable<string | Uint8Array>;
}

/** Whether a body shrinks when packed: files of other kinds are packed already. */
export const isText = (type = ''): boolean => /^text\/|[/+](json|xml|javascript)\b/.test(type);
