import type { Measure } from '../../../data/definitions/measures.ts';
import { expression, ident, joined, list, type Sql, sql } from '../sql.ts';

const column = (name: string, position: number): Sql => ident(`${name}_${position}`);

/**
 * Columns for every measure in one select list, suffixed with the measure's position, so that rows are grouped only
 * once.
 */
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
 * Turns a table with such columns into one row per measure: the columns common to all measures, then `measure`, its
 * `position` and its own columns without the suffix.
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
