import type { Row, Told } from './told.ts';

/** A question to the API and every row of its response, recomputed. */
export interface Recomputed {
  address: string;
  rows: Row[];
  meta?: Row;
}

/** Questions about what extracts contain, for the columns of some endpoints. */
export type Questions = (told: Told, asked: { period: string; former: string }) => Recomputed[];

/** Addresses with their query. */
export const to = (path: string, query: Record<string, string | undefined>): string =>
  `${path}?${new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )}`;
