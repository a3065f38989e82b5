import { type Sql, sql } from '../sql.ts';

export interface SourceRow {
  file_id: number;
  name: string;
  sha256: string;
  bytes: number;
  /** Bytes of text that was read, uncompressed. */
  text_bytes: number;
  layout: string;
  service: string | null;
  rows: number;
  practices: number;
  /** Null for reference files, which have no months. */
  first_period: string | null;
  last_period: string | null;
  /** The address it was downloaded from; null if it was given as a file. */
  address: string | null;
}

/** The published extracts and reference files that a release was made from. */
export const sourcesQuery = (): Sql => sql`
  select file_id, name, sha256, bytes, layout, service, rows, practices, first_period, last_period, text_bytes,
    address
  from source_file
  order by file_id`;
