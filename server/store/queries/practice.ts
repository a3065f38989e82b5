import { services } from '../../../data/definitions/measures.ts';
import { ident, list, type Sql, sql } from '../sql.ts';

const counts = [
  ...services.flatMap((service) =>
    ['status', 'enabled', 'accessed', 'use'].map((part) => `${service}_${part}`),
  ),
  'any_enabled',
  'any_use',
  'new_enabled',
];

/** One practice in one month, as published. Status: 2 switched on, 1 could but has not, 0 cannot, 9 unknown. */
export interface PracticeMonthRow {
  period: string;
  practice_name: string;
  supplier: string | null;
  registered: number | null;
  region_code: string | null;
  subregion_code: string | null;
  ccg_code: string | null;
  [count: string]: string | number | null;
}

/** Every month of a practice in order, with its counts as published. */
export const practiceMonthsQuery = (code: string): Sql => sql`
  select period, practice_name, supplier, registered, region_code, subregion_code, ccg_code,
    ${list(counts.map(ident))}
  from practice_month
  where practice_code = ${code}
  order by period`;
