import type { Meta } from '../store/meta.ts';
import type { Column } from '../table.ts';

/** The last column of illustrative figures in CSV, which has no other place to mark them. */
const kindColumn: Column = {
  name: 'data_kind',
  type: 'string',
  enum: ['illustrative'],
  description: 'That the row is illustrative data made by software, not a real figure.',
};

/** The columns of a CSV file: those of the table and, if it is illustrative, one that says so in each row. */
export const columnsInCsv = (columns: readonly Column[], { kind }: Pick<Meta, 'kind'>) =>
  kind === 'illustrative' ? [...columns, kindColumn] : columns;
