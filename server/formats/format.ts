import type { Pace } from '../pace.ts';
import type { Meta } from '../store/meta.ts';
import type { Column, Field, Table } from '../table.ts';

/** A format of answers: its value of `format`, its media type and its file name extension. */
export interface Media {
  name: string;
  type: string;
  extension: string;
}

/** What a written table says about itself: its endpoint, release, and the question it answers. */
export interface About {
  /** A short name made from the endpoint's path, such as `figures`. */
  name: string;
  title: string;
  description: string;
  columns: readonly Column[];
  /** What its answer says of itself besides its rows. */
  said: readonly Field[];
  meta: Meta;
  /** The parameters of the question as names and values, without format and release. */
  asked: readonly (readonly [name: string, value: string])[];
  /** The address of the answer; begins with a slash if the public origin is not known. */
  address: string;
  /** Where to send questions about the data; empty if not known. */
  contact: string;
}

/** A way to write a table, piece by piece. */
export interface Format extends Media {
  /** The most rows it can hold; unlimited if not given. */
  most?: number;
  /** Slow work on many rows at once pauses between chunks through `pace`. */
  write(table: Table, about: About, pace?: Pace): AsyncIterable<string | Uint8Array>;
}

/** Whether compressing a body is worthwhile. Other kinds of files are compressed already. */
export const isText = (type = ''): boolean => /^text\/|[/+](json|xml|javascript)\b/.test(type);
