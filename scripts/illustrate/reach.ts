import type { Service } from '../../data/definitions/measures.ts';
import { MARCH_2015 } from './calendar.ts';
import { courses, valueAt } from './course.ts';
import { type Field, knownOf, rowsOf } from './field.ts';

/**
 * For each month, how many practices from the start of their order offer a service if their status is known. April 2014
 * matches the share of practices, March 2015 leaves out the holdouts, who come last, and other months match the share
 * of patients.
 */
export function reachByMonth(
  service: Service,
  field: Field,
  order: readonly number[],
  holdouts: number,
): number[] {
  const { start, offered } = courses[service];
  const reach: number[] = [];
  for (const [month, list] of field.lists.entries()) {
    if (month === MARCH_2015) {
      reach.push(order.length - holdouts);
      continue;
    }
    const rows = rowsOf(field, service, month);
    const weights = new Float64Array(order.length);
    for (const i of knownOf(field, service, month)) weights[i] = month === 0 ? 1 : list[i]!;
    const wanted =
      month === 0
        ? Math.round(start.offering * rows.length)
        : valueAt(offered, month) * rows.reduce((sum, i) => sum + list[i]!, 0);
    let end = 0;
    let sum = 0;
    while (end < order.length && sum + weights[order[end]!]! / 2 < wanted) {
      sum += weights[order[end]!]!;
      end++;
    }
    const most = month < MARCH_2015 ? order.length - holdouts : order.length;
    reach.push(Math.min(most, Math.max(end, reach[month - 1] ?? 0)));
  }
  return reach;
}
