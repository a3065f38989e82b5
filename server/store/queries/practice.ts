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

/** The columns of such a row in their order, and what they contain. */
export const practiceMonthColumns: readonly { name: string; type: 'text' | 'number' }[] = [
  ...['period', 'practice_name', 'supplier'].map((name) => ({ name, type: 'text' as const })),
  { name: 'registered', type: 'number' },
  ...['region_code', 'subregion_code', 'ccg_code'].map((name) => ({ name, type: 'text' as const })),
  ...counts.map((name) => ({ name, type: 'number' as const })),
];

const columns = list(practiceMonthColumns.map(({ name }) => ident(name)));

/** Every month of a practice in order, with its counts as published. */
export const practiceMonthsQuery = (code: string): Sql => sql`
  select ${columns}
  from practice_month
  where practice_code = ${code}
  order by period`;

/** The months of every practice, each with its code, ordered by code and month. */
export const everyPracticeMonthQuery = (): Sql => sql`
  select practice_code, ${columns}
  from practice_month
  order by practice_code, period`;
