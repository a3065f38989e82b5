import type { Measure } from '../../../data/definitions/measures.ts';
import { expression, ident, joined, list, type Sql, sql } from '../sql.ts';

const column = (name: string, position: number): Sql => ident(`${name}_${position}`);

/** The columns of each measure beside one another, named with its position: rows are grouped once for all of them. */
export const sideBySide = (
  measures: readonly Measure[],
  columnsOf: (measure: Measure) => Record<string, Sql>,
): Sql =>
  list(
    measures.flatMap((measure, position) =>
      Object.entries(columnsOf(measure)).map(
        ([name, value]) => sql`${value} as ${column(name, position)}`,
      ),
    ),
  );

/**
 * Such rows of a table as one row a measure: the columns that are of all measures, then `measure`, its `position`
 * among them, and its own columns under their names.
 */
export const oneBelowAnother = (
  table: Sql,
  measures: readonly Measure[],
  ofAll: readonly string[],
  own: readonly string[],
): Sql =>
  joined(
    measures.map(
      ({ id }, position) => sql`
      select ${list(ofAll.map(ident))}, ${id} as measure, ${expression(String(position))} as position,
        ${list(own.map((name) => sql`${column(name, position)} as ${ident(name)}`))}
      from ${table}`,
    ),
    ' union all ',
  );
