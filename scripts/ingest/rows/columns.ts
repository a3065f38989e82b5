import type { Layout, Role, Target } from '../../../data/definitions/extracts.ts';
import { services } from '../../../data/definitions/measures.ts';
import { expression, type Sql } from '../../../server/store/sql.ts';

/** Where a practice is said to be, in the columns every layout may have. */
export const placeColumns = [
  'region_code',
  'region_name',
  'subregion_code',
  'subregion_name',
  'ccg_code',
  'ccg_name',
] as const;

/** Where a practice lookup puts a practice, as the view `lookup_place` has it. */
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

/** What an extract says of a practice in words. */
export const textColumns = [...placeColumns, 'practice_code', 'practice_name', 'supplier'] as const;

/** Of these, the names; the others are codes. */
export const nameColumns = textColumns.filter((column) => !column.endsWith('_code'));

/** What an extract says of a practice in numbers, all services side by side. */
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

/** The published name of a role in a layout, or null where the layout has none. */
export const publishedName = (layout: Layout, role: Role): string | null =>
  Object.entries(layout.columns).find(([, is]) => is === role)?.[0] ?? null;

/** Text from the declarations as an SQL text. */
export const quoted = (text: string): Sql => expression(`'${text.replaceAll("'", "''")}'`);
