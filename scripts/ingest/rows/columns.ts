import {
  type Layout,
  missingTexts,
  type Role,
  type Target,
} from '../../../data/definitions/extracts.ts';
import { services } from '../../../data/definitions/measures.ts';
import { expression, type Sql, sql } from '../../../server/store/sql.ts';

/** Place columns that every layout may have. */
export const placeColumns = [
  'region_code',
  'region_name',
  'subregion_code',
  'subregion_name',
  'ccg_code',
  'ccg_name',
] as const;

/** Place columns of a practice lookup, in the view `lookup_place`. */
export const lookupColumns = [
  'stp_code',
  'stp_name',
  'pcn_code',
  'pcn_name',
  'lookup_region_code',
  'lookup_region_name',
  'lookup_ccg_code',
  'lookup_ccg_name',
] as const;

/** Text columns of an extract. */
export const textColumns = [...placeColumns, 'practice_code', 'practice_name', 'supplier'] as const;

/** Those with names; the others have codes. */
export const nameColumns = textColumns.filter((column) => !column.endsWith('_code'));

/** Number columns of an extract, of all services together. */
export const valueColumns: readonly Target[] = [
  'registered',
  ...services.flatMap(
    (service) =>
      [
        `${service}_status`,
        `${service}_enabled`,
        `${service}_accessed`,
        `${service}_use`,
      ] as Target[],
  ),
  'any_enabled',
  'any_use',
  'new_enabled',
];

/** The published name of a role in a layout, or null if the layout does not have it. */
export const publishedName = (layout: Layout, role: Role): string | null =>
  Object.entries(layout.columns).find(([, is]) => is === role)?.[0] ?? null;

/** A declared text as an SQL string. */
export const quoted = (text: string): Sql => expression(`'${text.replaceAll("'", "''")}'`);

/** A cell, null if it is missing. */
export const unlessMissing = (cell: Sql): Sql =>
  missingTexts.reduce((inner, text) => sql`nullif(${inner}, ${quoted(text)})`, cell);
